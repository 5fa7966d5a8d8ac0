package fr.convergence.portail.etape;

import fr.convergence.portail.conteneur.EtatDuConteneur;
import fr.convergence.portail.formulaire.Evaluation.Place;
import fr.convergence.portail.formulaire.QuestionEvaluee;
import fr.convergence.portail.piece.PieceDeposee;
import fr.convergence.portail.question.Affichage;
import fr.convergence.portail.question.LigneDeReponse;
import fr.convergence.portail.question.Piece;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.question.Valeur;
import fr.convergence.portail.rib.RibsLus.Avis;
import fr.convergence.portail.saisie.Ailleurs;
import fr.convergence.portail.saisie.Conflit;
import fr.convergence.socle.page.Erreurs;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Une question dans la page de sa section, ou seule quand elle vient de s'enregistrer.
 *
 * @param revision celle que le navigateur renverra, pour que deux onglets ne s'écrasent pas
 * @param correction ce que le vérificateur demande d'y reprendre
 * @param ailleurs les deux réponses, quand un autre onglet y a répondu entre-temps
 * @param pieces les fichiers d'un espace de dépôt
 * @param tableau ses cellules, quand elle en a
 * @param conteneur où en est le conteneur d'une question confidentielle
 * @param aVerifier reprise d'un autre dossier, elle attend qu'on la confirme ou la change
 * @param avis ce qui se lit d'un RIB, s'il y a lieu
 * @param depot où ils se déposent : « /dossiers/{ref}/{étape} »
 */
public record QuestionPage(
        Affichage affichage,
        int revision,
        boolean modifiable,
        Optional<ACorriger> correction,
        Optional<Ailleurs> ailleurs,
        List<PieceDeposee> pieces,
        String depot,
        Optional<TableauPage> tableau,
        Optional<EtatDuConteneur> conteneur,
        boolean aVerifier,
        List<Avis> avis) {

    static QuestionPage de(SaisieDeLEtape saisie, QuestionEvaluee evaluee, Folio folio) {
        return de(
                saisie,
                evaluee.question(),
                evaluee.question(),
                evaluee.valeur(),
                erreurs(evaluee),
                TableauPage.de(saisie, evaluee, folio));
    }

    /** Une cellule, telle qu'elle s'enregistre seule. */
    static QuestionPage cellule(SaisieDeLEtape saisie, QuestionEvaluee tableau, Question cellule) {
        var erreurs = Erreurs.aucune();
        tableau.erreur(cellule.id()).ifPresent(message -> erreurs.ajouter(cellule.id(), message));
        var valeur = tableau.valeur().partie(cellule.id());
        return de(saisie, tableau.question(), cellule, valeur, erreurs, Optional.empty());
    }

    /** La question d'une place, seule ; ce n'est pas un tableau. */
    static QuestionPage de(SaisieDeLEtape saisie, Place place) {
        return place.porteuse().question().equals(place.question())
                ? de(saisie, place.porteuse(), new Folio(1, 1))
                : cellule(saisie, place.porteuse(), place.question());
    }

    private static QuestionPage de(
            SaisieDeLEtape saisie,
            Question porteuse,
            Question question,
            Valeur valeur,
            Erreurs erreurs,
            Optional<TableauPage> tableau) {
        var modifiable = porteuse.equals(question)
                ? saisie.modifiable(question.id())
                : saisie.modifiable(porteuse, question.emplacement());
        return new QuestionPage(
                new Affichage(
                        question, valeur, erreurs, modifiable ? saisie.adresse() + "/reponses/" + question.id() : null),
                saisie.reponses().revision(question.id()),
                modifiable,
                saisie.correction(question.id()),
                Optional.empty(),
                saisie.pieces().getOrDefault(question.id(), List.of()),
                saisie.adresse(),
                tableau,
                conteneur(saisie, question),
                modifiable && saisie.aVerifier(question.id()),
                saisie.avis(question));
    }

    /** La même, quand un autre onglet y a répondu. */
    QuestionPage divergente(List<Conflit> conflits) {
        var sien = conflits.stream()
                .filter(conflit -> conflit.question().id().equals(id()))
                .findFirst()
                .map(Conflit::ailleurs);
        return sien.isEmpty() && tableau.isEmpty()
                ? this
                : new QuestionPage(
                        affichage,
                        revision,
                        modifiable,
                        correction,
                        sien,
                        pieces,
                        depot,
                        tableau.map(t -> t.divergent(conflits)),
                        conteneur,
                        aVerifier,
                        avis);
    }

    private static Optional<EtatDuConteneur> conteneur(SaisieDeLEtape saisie, Question question) {
        return question.type() instanceof Piece piece && piece.confidentielle()
                ? Optional.of(saisie.conteneurs().getOrDefault(question.id(), EtatDuConteneur.AUCUN))
                : Optional.empty();
    }

    /** Dit à sa place ce qu'un envoi lui reproche. */
    void noter(Erreurs envoi) {
        var question = affichage.question();
        Stream.concat(
                        Stream.of(id()),
                        question.type().parties(affichage.valeur()).stream()
                                .map(partie -> question.champ(partie.nom())))
                .forEach(champ -> Optional.ofNullable(envoi.de(champ))
                        .ifPresent(reproche -> affichage.erreurs().ajouter(champ, reproche)));
        tableau.ifPresent(t -> t.noter(envoi));
    }

    /** Les siennes, et celles de ses lignes. */
    Stream<ACorriger> corrections() {
        return Stream.concat(
                correction.stream(),
                tableau.stream().flatMap(t -> t.lignes().stream()).flatMap(ligne -> ligne.correction().stream()));
    }

    /** Vrai si elle, ou une cellule d'elle, est à vérifier. */
    public boolean reprise() {
        return aVerifier
                || tableau.stream()
                        .flatMap(t -> t.lignes().stream())
                        .flatMap(ligne -> ligne.cellules().stream())
                        .anyMatch(QuestionPage::aVerifier);
    }

    public String id() {
        return affichage.question().id();
    }

    /** Ce que la réponse donne à lire, quand elle ne se modifie pas. */
    public List<LigneDeReponse> lignes() {
        var question = affichage.question();
        return question.type().lignes(question.libelle(), affichage.valeur());
    }

    public boolean espaceDeDepot() {
        return affichage.question().type() instanceof Piece;
    }

    /** Le gabarit du champ de ce type de question. */
    public String gabarit() {
        return "portail/question/" + affichage.question().type().gabarit();
    }

    static Erreurs erreurs(QuestionEvaluee evaluee) {
        var erreurs = Erreurs.aucune();
        var question = evaluee.question();
        evaluee.erreur("").ifPresent(message -> erreurs.ajouter(question.id(), message));
        question.type()
                .parties(evaluee.valeur())
                .forEach(partie -> evaluee.erreur(partie.nom())
                        .ifPresent(message -> erreurs.ajouter(question.champ(partie.nom()), message)));
        return erreurs;
    }
}
