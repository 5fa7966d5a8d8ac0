package fr.convergence.portail.etape;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.dossier.EtatEtape;
import fr.convergence.portail.dossier.Statut;
import fr.convergence.portail.piece.PieceDeposee;
import fr.convergence.portail.saisie.Editions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Tout ce qu'un dossier contient à cet instant, transmis ou non, pour son référent (DOS-10). */
@Component
public final class RelectureDuDossier {

    /** @param le l'instant de la relecture */
    public record DossierRelu(
            String reference,
            String guichet,
            String candidat,
            String identifiant,
            Instant le,
            List<EtapeRelue> etapes) {}

    /**
     * Une étape ouverte, ou qui l'a été.
     *
     * @param transmise sa dernière transmission
     * @param pieces les fichiers de chaque question, celle d'une entité écrite « 750712184/couverture »
     */
    public record EtapeRelue(
            String code,
            int rang,
            String titre,
            Statut statut,
            Optional<Instant> transmise,
            List<RecapitulatifPage.Contenu> sections,
            Map<String, List<PieceDeposee>> pieces) {}

    private final Saisies saisies;
    private final Editions editions;

    RelectureDuDossier(Saisies saisies, Editions editions) {
        this.saisies = saisies;
        this.editions = editions;
    }

    /** Vide si le dossier n'est pas à lui. */
    public Optional<DossierRelu> duReferent(Connecte qui, String reference) {
        return saisies.dossier(qui, reference).flatMap(dossier -> {
            var lues = dossier.etapes().stream()
                    .filter(etape -> !(etape.etat() instanceof EtatEtape.Fermee))
                    .flatMap(etape -> saisies.duReferent(qui, reference, etape.code()).stream())
                    .toList();
            return lues.stream()
                    .findFirst()
                    .map(premiere -> new DossierRelu(
                            reference,
                            premiere.guichet().definition().titre(),
                            dossier.candidat().nom(),
                            dossier.candidat().cle().identifiant(),
                            premiere.lue(),
                            lues.stream().map(this::relue).toList()));
        });
    }

    private EtapeRelue relue(SaisieDeLEtape saisie) {
        return new EtapeRelue(
                saisie.etape().code(),
                saisie.etape().rang(),
                saisie.titre(),
                Statut.de(saisie.etape()).a(saisie.lue(), saisie.fenetre()),
                editions.derniere(saisie.etape().id()).map(Editions.Transmise::le),
                RecapitulatifPage.sections(saisie),
                new TreeMap<>(saisie.pieces()));
    }
}
