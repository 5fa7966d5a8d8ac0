package fr.convergence.portail.publication;

import fr.convergence.portail.guichet.DefinitionGuichet;
import fr.convergence.portail.guichet.EtapeDuGuichet;
import fr.convergence.portail.guichet.Fenetre;
import fr.convergence.portail.guichet.Moment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Un guichet tel que l'opérateur le relit : son public, son calendrier, ses circuits. */
public record GuichetLu(
        String reference,
        String titre,
        String programme,
        String cleAudience,
        List<String> clesEligibles,
        List<String> contacts,
        List<EtapeLue> etapes) {

    /**
     * Une étape et ses dates, à la seconde.
     *
     * @param au dernière seconde pour créer un dossier ou transmettre ; nul sans échéance annoncée
     * @param depot dernière seconde du premier dépôt, quand elle diffère
     */
    public record EtapeLue(
            String titre,
            @Nullable Lien formulaire,
            Instant du,
            @Nullable Instant au,
            @Nullable Instant depot,
            List<String> circuit,
            @Nullable String condition,
            List<String> clesSuites) {}

    public record Lien(String texte, String vers) {}

    static GuichetLu de(DefinitionGuichet definition) {
        return new GuichetLu(
                definition.reference().toString(),
                definition.titre(),
                definition.programme(),
                "publication.audience." + definition.audience(),
                definition.eligibles().stream()
                        .map(eligible -> "publication.eligible." + eligible)
                        .toList(),
                definition.contacts(),
                definition.etapes().stream().map(GuichetLu::etape).toList());
    }

    private static EtapeLue etape(EtapeDuGuichet etape) {
        return new EtapeLue(
                etape.titre(),
                etape.formulaire()
                        .map(reference -> new Lien(reference.toString(), PublicationController.formulaire(reference)))
                        .orElse(null),
                etape.fenetre().du().ouverture(),
                au(etape.fenetre()),
                etape.fenetre() instanceof Fenetre.Candidature candidature
                        ? candidature.premierDepotAvant().ouverture()
                        : null,
                etape.circuit().stream().map(Enum::name).toList(),
                etape.ouverteSi().orElse(null),
                etape.ouvreSurAcceptation().stream()
                        .map(suite -> "publication.suite." + suite)
                        .toList());
    }

    static @Nullable Instant au(Fenetre fenetre) {
        return switch (fenetre) {
            case Fenetre.Candidature candidature -> candidature.au().ouverture();
            case Fenetre.Plage plage -> plage.limite().map(Moment::ouverture).orElse(null);
        };
    }
}
