package fr.convergence.portail.instruction;

import fr.convergence.portail.formulaire.Difference.Ecart;
import fr.convergence.portail.piece.PieceDeposee;
import fr.convergence.portail.question.LigneDeReponse;
import fr.convergence.portail.question.TableauEntites;
import fr.convergence.socle.page.Message;
import java.util.List;
import java.util.Optional;

/** Une section telle qu'elle a été transmise. */
public record SectionLue(String id, String titre, List<QuestionLue> questions) {

    public SectionLue {
        questions = List.copyOf(questions);
    }

    /**
     * Une réponse transmise.
     *
     * @param ecarts ce qui a changé depuis la transmission précédente ; vide quand rien n'a changé
     * @param correction ce que le vérificateur demande d'y corriger
     * @param identifiants où lire ce qui ouvre ses conteneurs, pour qui les ouvre
     * @param scellees combien de conteneurs y sont déposés, pour qui ne les ouvre pas
     */
    public record QuestionLue(
            String id,
            String libelle,
            List<LigneDeReponse> lignes,
            Optional<TableauEntites.Lu> tableau,
            List<FichierLu> fichiers,
            List<Ecart> ecarts,
            Optional<String> correction,
            Optional<Vers> identifiants,
            Optional<Integer> scellees) {}

    public record Vers(Message libelle, String adresse) {}

    /**
     * Un fichier transmis.
     *
     * @param adresse d'où il se télécharge ; vide quand son analyse l'a fait refuser depuis, ou l'attend encore
     * @param apercu d'où il se voit sans s'enregistrer, si c'est un PDF ou une image
     * @param reserve ce qu'il faut en savoir avant de l'ouvrir
     */
    public record FichierLu(
            String nom,
            long taille,
            String sha256,
            Optional<String> adresse,
            Optional<Apercu> apercu,
            Optional<PieceDeposee> reserve) {}

    /**
     * Un fichier qui se voit dans la page.
     *
     * @param id celui du panneau qui le montre
     * @param image vrai s'il se voit dans un bac à sable, où la visionneuse de PDF ne s'ouvre pas
     */
    public record Apercu(String id, String adresse, boolean image) {}
}
