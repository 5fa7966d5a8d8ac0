package fr.convergence.portail.publication;

import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.formulaire.Formulaire;
import fr.convergence.portail.guichet.Catalogue.Publiee;
import fr.convergence.portail.guichet.Fenetre;
import fr.convergence.portail.guichet.Guichet;
import fr.convergence.socle.page.Etiquette.Ton;
import fr.convergence.socle.page.Page;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Les guichets en vigueur et leur calendrier ; les formulaires, chacun à sa dernière version. */
public record GuichetsPage(List<LigneDeGuichet> guichets, List<LigneDeFormulaire> formulaires) implements Page {

    /** @param au dernière seconde pour créer un dossier ; nulle sans échéance */
    public record LigneDeGuichet(
            String titre,
            String programme,
            String reference,
            String cleEtat,
            Ton ton,
            Instant du,
            @Nullable Instant au,
            String vers) {

        static LigneDeGuichet de(Guichet guichet, Instant maintenant) {
            var definition = guichet.definition();
            var fenetre = definition.etapes().getFirst().fenetre();
            var etat = fenetre instanceof Fenetre.Candidature candidature
                    ? candidature.etatDesCreations(maintenant)
                    : fenetre.etat(maintenant);
            return new LigneDeGuichet(
                    definition.titre(),
                    definition.programme(),
                    definition.reference().toString(),
                    "publication.etat." + etat,
                    switch (etat) {
                        case OUVERTE -> Ton.SUCCES;
                        case A_VENIR -> Ton.INFORMATION;
                        case CLOSE -> Ton.NEUTRE;
                    },
                    fenetre.du().ouverture(),
                    GuichetLu.au(fenetre),
                    PublicationController.guichet(definition.reference()));
        }
    }

    public record LigneDeFormulaire(String titre, String reference, Instant publieLe, String vers) {}

    /** @param publies par code, la dernière version d'abord */
    static GuichetsPage de(
            List<Guichet> enVigueur,
            List<Publiee> publies,
            Function<Reference, Optional<Formulaire>> formulaires,
            Instant maintenant) {
        var vus = new HashSet<String>();
        return new GuichetsPage(
                enVigueur.stream()
                        .map(guichet -> LigneDeGuichet.de(guichet, maintenant))
                        .toList(),
                publies.stream()
                        .filter(publiee -> vus.add(publiee.code()))
                        .map(publiee -> new LigneDeFormulaire(
                                formulaires
                                        .apply(publiee.reference())
                                        .flatMap(formulaire ->
                                                formulaire.definition().titre())
                                        .orElse(publiee.code()),
                                publiee.reference().toString(),
                                publiee.publieLe(),
                                PublicationController.formulaire(publiee.reference())))
                        .toList());
    }
}
