package fr.convergence.portail.reconduction;

import static java.util.Objects.requireNonNull;

import fr.convergence.portail.contact.ContactsDuDossier;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.etablissement.Candidat;
import fr.convergence.portail.etablissement.Etablissements;
import fr.convergence.portail.formulaire.DefinitionFormulaire;
import fr.convergence.portail.formulaire.Reponses;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.portail.lieu.Lot;
import fr.convergence.portail.piece.PieceDeposee;
import fr.convergence.portail.piece.Pieces;
import fr.convergence.portail.question.Attestation;
import fr.convergence.portail.question.Piece;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.question.TableauEntites;
import fr.convergence.portail.question.Valeur;
import fr.convergence.portail.reconduction.Bilan.Laissee;
import fr.convergence.portail.reconduction.Bilan.Preuve;
import fr.convergence.portail.saisie.ReponsesSaisies;
import fr.convergence.socle.identifiant.Finess;
import fr.convergence.socle.page.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Compare une étape à un ancien dossier, question par question : un identifiant ne change jamais de sens, un type oui. L'accès aux
 * deux a été jugé par qui demande.
 */
@Component
final class Bilans {

    /**
     * Une étape de l'ancien dossier, telle qu'elle s'est remplie.
     *
     * @param corriges les contacts corrigés depuis, par question
     */
    private record Source(
            DefinitionFormulaire definition,
            Reponses reponses,
            Map<String, Valeur> corriges,
            Map<String, List<PieceDeposee>> pieces) {

        private boolean pose(Question question) {
            return definition.question(question.id()).isPresent();
        }

        private Valeur valeur(Question question) {
            return corriges.getOrDefault(question.id(), reponses.valeur(question.id()));
        }
    }

    private final GuichetsPublies guichets;
    private final ReponsesSaisies reponses;
    private final ContactsDuDossier contacts;
    private final Pieces pieces;
    private final Etablissements etablissements;

    Bilans(
            GuichetsPublies guichets,
            ReponsesSaisies reponses,
            ContactsDuDossier contacts,
            Pieces pieces,
            Etablissements etablissements) {
        this.guichets = guichets;
        this.reponses = reponses;
        this.contacts = contacts;
        this.pieces = pieces;
        this.etablissements = etablissements;
    }

    Bilan de(Dossier dossier, Etape etape, Dossier ancien) {
        var cible = guichets.formulaire(dossier.guichet(), etape.code())
                .orElseThrow()
                .definition();
        var sources = sources(ancien, etape.code());
        var lots = etablissements.candidat(dossier.candidat().cle());
        var deja = reponses.lire(etape.id());
        var reprises = new LinkedHashMap<Question, Valeur>();
        var laissees = new ArrayList<Laissee>();
        cible.questions()
                .filter(question ->
                        !question.type().informatif() && !question.type().recoitDesFichiers())
                .forEach(question -> sources.stream()
                        .filter(source -> source.pose(question))
                        .findFirst()
                        .ifPresent(source -> reprendre(question, source, lots, reprises, laissees)));
        reprises.keySet().removeIf(question -> !deja.valeur(question.id()).estVide());
        sources.stream().flatMap(source -> disparues(source, cible)).forEach(laissees::add);
        return new Bilan(reprises, laissees, preuves(cible, sources, lots, pieces.deLEtape(etape.id())));
    }

    /** La même étape d'abord : deux étapes peuvent poser la même question. */
    private List<Source> sources(Dossier ancien, String etape) {
        var corriges = contacts.corrigesDepuis(ancien);
        return ancien.etapes().stream()
                .sorted(Comparator.comparing(ancienne -> !ancienne.code().equals(etape)))
                .flatMap(ancienne -> guichets.formulaire(ancien.guichet(), ancienne.code()).stream()
                        .map(formulaire -> new Source(
                                formulaire.definition(),
                                reponses.lire(ancienne.id()),
                                corriges,
                                pieces.deLEtape(ancienne.id()))))
                .toList();
    }

    private static void reprendre(
            Question question,
            Source source,
            Optional<Candidat> candidat,
            Map<Question, Valeur> reprises,
            List<Laissee> laissees) {
        var ancienne = source.definition().question(question.id()).orElseThrow();
        if (question.type() instanceof TableauEntites tableau) {
            reprendreLesLignes(question, tableau, ancienne, source, candidat, reprises, laissees);
            return;
        }
        var valeur = source.valeur(question);
        if (valeur.estVide()) {
            return;
        }
        refus(question, ancienne, valeur)
                .ifPresentOrElse(
                        pourquoi -> laissees.add(new Laissee(question.libelle(), pourquoi)),
                        () -> reprises.put(question, valeur));
    }

    /** Chaque cellule des entités qui sont encore au candidat ; une entité partie se dit une fois. */
    private static void reprendreLesLignes(
            Question question,
            TableauEntites tableau,
            Question ancienne,
            Source source,
            Optional<Candidat> candidat,
            Map<Question, Valeur> reprises,
            List<Laissee> laissees) {
        var noms = candidat.map(connu -> connu.lots(tableau.maille())).orElse(List.of()).stream()
                .collect(Collectors.toMap(Lot::finess, Lot::nom));
        var anciennes =
                ancienne.type().colonnes().stream().collect(Collectors.toMap(Question::id, Function.identity()));
        var refusees = new LinkedHashMap<String, Laissee>();
        question.cellules(remplies(source), finess -> noms.getOrDefault(finess, finess.valeur()))
                .filter(cellule -> anciennes.containsKey(cellule.emplacement().question()))
                .forEach(cellule -> {
                    var place = cellule.emplacement();
                    var valeur = source.reponses().valeur(place.cle());
                    var partie = place.lot().filter(lot -> !noms.containsKey(lot));
                    if (partie.isPresent()) {
                        refusees.put(partie.get().valeur(), partie(question, partie.get()));
                        return;
                    }
                    refus(cellule, requireNonNull(anciennes.get(place.question())), valeur)
                            .ifPresentOrElse(
                                    pourquoi -> refusees.put(place.cle(), new Laissee(cellule.libelle(), pourquoi)),
                                    () -> reprises.put(cellule, valeur));
                });
        laissees.addAll(refusees.values());
    }

    private static Laissee partie(Question question, Finess entite) {
        return new Laissee(question.libelle(), new Message("reconduction.laissee.entite", entite.valeur()));
    }

    private static Stream<String> remplies(Source source) {
        return source.reponses().parQuestion().entrySet().stream()
                .filter(lue -> !lue.getValue().valeur().estVide())
                .map(Map.Entry::getKey);
    }

    /** Une attestation engage qui la donne, et quand : elle ne se reprend pas. */
    private static Optional<Message> refus(Question question, Question ancienne, Valeur valeur) {
        if (question.type() instanceof Attestation) {
            return Optional.of(new Message("reconduction.laissee.attestation"));
        }
        if (!question.type().code().equals(ancienne.type().code())) {
            return Optional.of(new Message("reconduction.laissee.type"));
        }
        return question.etrangeres(valeur).vides()
                        && question.type().controler(valeur).isEmpty()
                ? Optional.empty()
                : Optional.of(new Message("reconduction.laissee.refusee"));
    }

    /** Ce que l'ancien dossier disait et que plus rien ne demande : la question, ou une colonne de son tableau. */
    private static Stream<Laissee> disparues(Source source, DefinitionFormulaire cible) {
        return remplies(source)
                .flatMap(place -> disparue(source, cible, place).stream())
                .distinct();
    }

    private static Optional<Laissee> disparue(Source source, DefinitionFormulaire cible, String cle) {
        return source.definition().porteuse(cle).flatMap(ancienne -> {
            var neuve = cible.question(ancienne.id());
            if (neuve.isEmpty()) {
                return Optional.of(new Laissee(ancienne.libelle(), new Message("reconduction.laissee.disparue")));
            }
            if (tableau(ancienne) != tableau(neuve.get())) {
                return Optional.of(new Laissee(ancienne.libelle(), new Message("reconduction.laissee.type")));
            }
            var colonne = Emplacement.lire(cle).question();
            return ancienne.type().colonnes().stream()
                    .filter(question -> question.id().equals(colonne))
                    .filter(_ -> neuve.get().type().colonnes().stream()
                            .noneMatch(question -> question.id().equals(colonne)))
                    .findFirst()
                    .map(question -> new Laissee(
                            ancienne.libelle() + " – " + question.libelle(),
                            new Message("reconduction.laissee.colonne")));
        });
    }

    private static boolean tableau(Question question) {
        return question.type() instanceof TableauEntites;
    }

    /** Celles qui ont une place, et n'y sont pas déjà, arrivées ou en chemin. */
    private static List<Preuve> preuves(
            DefinitionFormulaire cible,
            List<Source> sources,
            Optional<Candidat> candidat,
            Map<String, List<PieceDeposee>> deja) {
        return sources.stream()
                .flatMap(source -> source.pieces().entrySet().stream()
                        .filter(deposees -> espace(source.definition(), deposees.getKey(), candidat)
                                .isPresent()))
                .flatMap(deposees -> espace(cible, deposees.getKey(), candidat).stream()
                        .flatMap(vers -> deposees.getValue().stream()
                                .filter(PieceDeposee::lisible)
                                .filter(piece -> deja.getOrDefault(vers.id(), List.of()).stream()
                                        .noneMatch(autre -> deposeeDeja(piece, autre)))
                                .map(piece -> new Preuve(piece, vers))))
                .toList();
    }

    private static boolean deposeeDeja(PieceDeposee piece, PieceDeposee autre) {
        return autre.contenu().filter(contenu -> contenu.equals(piece.sha256())).isPresent();
    }

    /** L'espace d'une preuve, à l'ancien dossier comme au neuf ; les confidentielles se redonnent dans leur conteneur. */
    private static Optional<Question> espace(DefinitionFormulaire definition, String cle, Optional<Candidat> candidat) {
        var place = Emplacement.lire(cle);
        return definition
                .question(
                        place,
                        finess -> candidat.flatMap(connu -> connu.nom(finess)).orElse(""))
                .filter(question -> question.type() instanceof Piece piece && !piece.confidentielle())
                .filter(_ -> place.lot().isEmpty()
                        || candidat.flatMap(connu -> connu.nom(place.lot().get()))
                                .isPresent());
    }
}
