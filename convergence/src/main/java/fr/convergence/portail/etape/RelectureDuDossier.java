package fr.convergence.portail.etape;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.dossier.EtatEtape;
import fr.convergence.portail.dossier.HistoriqueDuDossier;
import fr.convergence.portail.dossier.Statut;
import fr.convergence.portail.formulaire.QuestionEvaluee;
import fr.convergence.portail.guichet.Niveau;
import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.portail.piece.PieceDeposee;
import fr.convergence.portail.saisie.Editions;
import fr.convergence.socle.courriel.Expediteur;
import fr.convergence.socle.identifiant.Finess;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tout ce qu'un dossier contient à cet instant, transmis ou non, pour son référent (DOS-10). */
@Component
public final class RelectureDuDossier {

    /** @param le l'instant de la relecture */
    public record DossierRelu(String reference, String guichet, String candidat, Instant le, List<EtapeRelue> etapes) {}

    /**
     * Une étape ouverte, ou qui l'a été.
     *
     * @param transmise sa dernière transmission
     * @param enCours vrai quand elle s'écrit encore : ce qu'on y lit n'est pas, ou pas encore, ce qui est transmis
     * @param pieces celles des questions que le formulaire montre, dans son ordre
     */
    public record EtapeRelue(
            String code,
            int rang,
            String titre,
            Statut statut,
            Optional<Instant> transmise,
            boolean enCours,
            List<RecapitulatifPage.Contenu> sections,
            List<PieceRelue> pieces) {}

    /**
     * Une pièce et la question à laquelle elle répond.
     *
     * @param lot l'entité dont c'est la ligne, dans un tableau
     */
    public record PieceRelue(String question, Optional<Finess> lot, PieceDeposee piece) {}

    private final Saisies saisies;
    private final Editions editions;
    private final Volets volets;
    private final HistoriqueDuDossier historique;
    private final Expediteur expediteur;

    RelectureDuDossier(
            Saisies saisies, Editions editions, Volets volets, HistoriqueDuDossier historique, Expediteur expediteur) {
        this.volets = volets;
        this.historique = historique;
        this.expediteur = expediteur;
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
                            premiere.lue(),
                            lues.stream().map(this::relue).toList()));
        });
    }

    /** Les accusés de dépôt d'une étape, du premier au dernier ; aucun si le dossier n'est pas à lui. */
    public List<AccuseImprime> accuses(Connecte qui, String reference, String etape) {
        return saisies.duReferent(qui, reference, etape).stream()
                .flatMap(saisie ->
                        editions.toutes(saisie.etape().id()).stream().map(edition -> imprime(accuse(saisie, edition))))
                .toList();
    }

    AccuseImprime imprime(AccusePage accuse) {
        return new AccuseImprime(accuse, expediteur.site());
    }

    AccusePage accuse(SaisieDeLEtape saisie, Editions.Transmise edition) {
        // Une édition d'avant les niveaux est allée à l'ARS.
        var niveau = historique
                .destinataire(saisie.dossier(), saisie.etape().code(), edition.numero())
                .orElse(Niveau.ARS);
        return AccusePage.de(saisie, volets.de(saisie), edition, niveau);
    }

    private EtapeRelue relue(SaisieDeLEtape saisie) {
        return new EtapeRelue(
                saisie.etape().code(),
                saisie.etape().rang(),
                saisie.titre(),
                Statut.de(saisie.etape()).a(saisie.lue(), saisie.fenetre()),
                editions.derniere(saisie.etape().id()).map(Editions.Transmise::le),
                saisie.modifiable(),
                RecapitulatifPage.sections(saisie, volets.remplaces(saisie)),
                saisie.evaluation()
                        .questions()
                        .flatMap(question -> pieces(saisie, question))
                        .toList());
    }

    private static Stream<PieceRelue> pieces(SaisieDeLEtape saisie, QuestionEvaluee evaluee) {
        var question = evaluee.question();
        return question.places(evaluee.valeur()).stream()
                .flatMap(place -> saisie.pieces().getOrDefault(place.id(), List.of()).stream()
                        .map(piece -> new PieceRelue(
                                question.libelle(), Emplacement.lire(place.id()).lot(), piece)));
    }
}
