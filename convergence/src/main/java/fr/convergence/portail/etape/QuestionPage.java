package fr.convergence.portail.etape;

import fr.convergence.portail.formulaire.QuestionEvaluee;
import fr.convergence.portail.piece.PieceDeposee;
import fr.convergence.portail.question.Affichage;
import fr.convergence.portail.question.LigneDeReponse;
import fr.convergence.portail.question.Piece;
import fr.convergence.portail.saisie.Ailleurs;
import fr.convergence.portail.saisie.Conflit;
import fr.convergence.socle.page.Erreurs;
import java.util.List;
import java.util.Optional;

/**
 * Une question dans la page de sa section, ou seule quand elle vient de s'enregistrer.
 *
 * @param revision celle que le navigateur renverra, pour que deux onglets ne s'écrasent pas
 * @param correction ce que le vérificateur demande d'y reprendre
 * @param ailleurs les deux réponses, quand un autre onglet y a répondu entre-temps
 * @param pieces les fichiers d'un espace de dépôt
 * @param depot où ils se déposent : « /dossiers/{ref}/{étape} »
 */
public record QuestionPage(
        Affichage affichage,
        int revision,
        boolean modifiable,
        Optional<String> correction,
        Optional<Ailleurs> ailleurs,
        List<PieceDeposee> pieces,
        String depot) {

    static QuestionPage de(SaisieDeLEtape saisie, QuestionEvaluee evaluee) {
        var question = evaluee.question();
        var modifiable = saisie.modifiable(question.id());
        return new QuestionPage(
                new Affichage(
                        question,
                        evaluee.valeur(),
                        erreurs(evaluee),
                        modifiable ? saisie.adresse() + "/reponses/" + question.id() : null),
                saisie.reponses().revision(question.id()),
                modifiable,
                saisie.correction(question.id()),
                Optional.empty(),
                saisie.pieces().getOrDefault(question.id(), List.of()),
                saisie.adresse());
    }

    /** La même, quand un autre onglet y a répondu. */
    QuestionPage divergente(Conflit conflit) {
        return new QuestionPage(
                affichage, revision, modifiable, correction, Optional.of(conflit.ailleurs()), pieces, depot);
    }

    /** Dit à sa place ce qu'un envoi lui reproche. */
    void noter(Erreurs envoi) {
        var reproche = envoi.de(id());
        if (reproche != null) {
            affichage.erreurs().ajouter(id(), reproche);
        }
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
                .parties()
                .forEach(partie -> evaluee.erreur(partie.nom())
                        .ifPresent(message -> erreurs.ajouter(question.champ(partie.nom()), message)));
        return erreurs;
    }
}
