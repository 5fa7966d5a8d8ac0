package fr.convergence.portail.etape;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.conteneur.Conteneurs;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.EtatEtape.AModifier;
import fr.convergence.portail.dossier.Obstacle;
import fr.convergence.portail.dossier.PlacesOuvertes;
import fr.convergence.portail.etablissement.Etablissements;
import fr.convergence.portail.formulaire.DefinitionFormulaire;
import fr.convergence.portail.formulaire.Reponse;
import fr.convergence.portail.formulaire.Reponses;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.portail.piece.PieceDeposee;
import fr.convergence.portail.piece.Pieces;
import fr.convergence.portail.plafond.Plafonds;
import fr.convergence.portail.question.Piece;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.question.Valeur;
import fr.convergence.portail.rib.AvisDuRib;
import fr.convergence.portail.rib.RibsLus;
import fr.convergence.portail.saisie.ReponsesSaisies;
import fr.convergence.socle.base.Arrivees;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Réunit ce qu'il faut pour lire une étape ; pour son référent seulement. */
@Component
final class Saisies {

    private final Dossiers dossiers;
    private final GuichetsPublies guichets;
    private final ReponsesSaisies reponses;
    private final Pieces pieces;
    private final Alentours alentours;
    private final Arrivees arrivees;
    private final ZoneId zone;

    Saisies(
            Dossiers dossiers,
            GuichetsPublies guichets,
            ReponsesSaisies reponses,
            Pieces pieces,
            Alentours alentours,
            Arrivees arrivees,
            Clock horloge) {
        this.dossiers = dossiers;
        this.guichets = guichets;
        this.reponses = reponses;
        this.pieces = pieces;
        this.alentours = alentours;
        this.arrivees = arrivees;
        this.zone = horloge.getZone();
    }

    /** Vide si le dossier n'est pas à lui, si l'étape n'existe pas ou n'a pas encore de formulaire. */
    Optional<SaisieDeLEtape> duReferent(Connecte qui, String reference, String etape) {
        var lue = arrivees.instant();
        return dossier(qui, reference)
                .flatMap(dossier -> dossier.etape(etape).flatMap(trouvee -> de(dossier, trouvee, lue)));
    }

    /** Vide si l'étape n'a pas encore de formulaire ; l'accès au dossier a été jugé par qui demande. */
    Optional<SaisieDeLEtape> de(Dossier dossier, Etape etape) {
        return de(dossier, etape, arrivees.instant());
    }

    /** Celle du référent, son étape tenue jusqu'à la fin de la transaction : deux onglets, ou une clôture, passent l'un après l'autre. */
    Optional<SaisieDeLEtape> prise(Connecte qui, String reference, String etape) {
        var lue = arrivees.instant();
        return ReferenceDeDossier.lire(reference)
                .siLue()
                .flatMap(demandee -> dossiers.prendre(qui, demandee))
                .flatMap(dossier -> dossier.etape(etape).flatMap(tenue -> de(dossier, tenue, lue)));
    }

    Optional<Dossier> dossier(Connecte qui, String reference) {
        return ReferenceDeDossier.lire(reference).siLue().flatMap(lue -> dossiers.duReferent(qui, lue));
    }

    /** @param dossier celui de qui demande : l'accès en a été jugé */
    Optional<SaisieDeLEtape> de(Dossier dossier, Etape etape, Instant lue) {
        var guichet = dossier.guichet();
        return guichets.formulaire(guichet, etape.code()).map(formulaire -> {
            var deposees = pieces.deLEtape(etape.id());
            var completes = avecLesPieces(reponses.lire(etape.id()), deposees);
            var cle = dossier.candidat().cle();
            var connus = FaitsDuDossier.de(
                    dossier,
                    etape,
                    alentours.etablissements().candidat(cle),
                    formulaire.emploie("plafond") ? alentours.plafonds().de(guichet.code(), cle) : Optional.empty(),
                    LocalDate.ofInstant(lue, zone));
            var evaluation = formulaire.evaluer(completes, connus);
            var changees = etape.etat() instanceof AModifier ? pieces.changees(etape.id()) : Map.<String, Instant>of();
            return new SaisieDeLEtape(
                    dossier,
                    guichets.version(guichet),
                    etape,
                    formulaire,
                    completes,
                    deposees,
                    formulaire.definition().questions().anyMatch(Saisies::confidentielle)
                            ? alentours.conteneurs().deLEtape(etape.id())
                            : Map.of(),
                    alentours.ribs().lus(ribs(formulaire.definition(), deposees)),
                    connus,
                    evaluation,
                    new SuiviDuRetour(etape, formulaire, evaluation, completes, rendues(etape, completes), changees),
                    guichets.fenetre(guichet, etape.code()),
                    lue);
        });
    }

    /** Telles qu'elles étaient quand l'étape a été rendue ; on ne relit que celles à qui l'on a touché depuis. */
    private Reponses rendues(Etape etape, Reponses lues) {
        if (!(etape.etat() instanceof AModifier retour)) {
            return lues;
        }
        var touchees = lues.parQuestion().entrySet().stream()
                .filter(lue -> lue.getValue().le().isAfter(retour.le()))
                .map(Map.Entry::getKey)
                .toList();
        var alors = new HashMap<>(lues.parQuestion());
        alors.keySet().removeAll(touchees);
        reponses.au(etape.id(), touchees, retour.le())
                .forEach((place, valeur) -> alors.put(place.cle(), new Reponse(valeur, 0, retour.le(), "")));
        return new Reponses(alors);
    }

    /** Ceux d'un formulaire qui demande un RIB et son IBAN. */
    private static List<UUID> ribs(DefinitionFormulaire formulaire, Map<String, List<PieceDeposee>> deposees) {
        return RibsLus.question(formulaire).stream()
                .flatMap(rib -> deposees.getOrDefault(rib.id(), List.of()).stream())
                .filter(PieceDeposee::recevable)
                .map(PieceDeposee::fichier)
                .toList();
    }

    private static boolean confidentielle(Question question) {
        return question.type() instanceof Piece piece && piece.confidentielle();
    }

    /** La réponse d'un espace de dépôt, ce sont les fichiers qu'il contient : elle ne s'écrit pas deux fois. */
    private static Reponses avecLesPieces(Reponses ecrites, Map<String, List<PieceDeposee>> deposees) {
        if (deposees.isEmpty()) {
            return ecrites;
        }
        var toutes = new HashMap<>(ecrites.parQuestion());
        deposees.forEach((question, liste) -> {
            var fichiers = liste.stream()
                    .filter(PieceDeposee::recevable)
                    .map(PieceDeposee::fichier)
                    .map(UUID::toString)
                    .toList();
            toutes.put(question, Reponse.deposee(new Valeur.Liste(fichiers)));
        });
        return new Reponses(toutes);
    }

    /** Ce qu'une étape montre et qui ne s'y écrit pas : l'établissement, son plafond, les conteneurs remis. */
    @Component
    record Alentours(Etablissements etablissements, Plafonds plafonds, Conteneurs conteneurs, AvisDuRib ribs) {}

    /** Juge une place comme la page la montre : d'après les réponses évaluées. */
    @Component
    static final class Places implements PlacesOuvertes {

        private final Saisies saisies;
        private final GuichetsPublies guichets;

        Places(Saisies saisies, GuichetsPublies guichets) {
            this.saisies = saisies;
            this.guichets = guichets;
        }

        /** Seul un retour limité regarde les réponses : ailleurs, un morceau de fichier n'a pas à faire évaluer le formulaire. */
        @Override
        public boolean ouverte(Dossier dossier, Etape etape, Question porteuse, Emplacement place, Instant lue) {
            return Obstacle.de(etape, guichets.fenetre(dossier.guichet(), etape.code()), lue)
                            .isEmpty()
                    && (!(etape.etat() instanceof AModifier retour)
                            || retour.rouvre(porteuse.designations(place))
                            || montree(dossier, etape, porteuse, place, lue));
        }

        private boolean montree(Dossier dossier, Etape etape, Question porteuse, Emplacement place, Instant lue) {
            return saisies.de(dossier, etape, lue)
                    .filter(saisie ->
                            saisie.evaluation().place(place.cle()).isPresent() && saisie.modifiable(porteuse, place))
                    .isPresent();
        }
    }
}
