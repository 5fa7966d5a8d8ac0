package fr.convergence.portail.candidature;

import fr.convergence.portail.formulaire.QuestionEvaluee;
import fr.convergence.portail.piece.PieceDeposee;
import fr.convergence.portail.question.Ligne;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Page;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * Toute l'étape à relire ; à transmettre tant qu'elle s'écrit, à consulter ensuite.
 *
 * @param empechement ce qui a empêché une transmission demandée
 * @param erreurs réponses à corriger, avec un lien vers chacune
 */
public record RecapitulatifPage(
        HttpStatus statut,
        Volet volet,
        List<Contenu> sections,
        Erreurs erreurs,
        Optional<Message> empechement,
        List<Depot> depots)
        implements Page {

    /** Une section relue. */
    public record Contenu(String titre, String vers, List<Relecture> questions) {}

    /** Une question relue ; les espaces de dépôt montrent leurs fichiers. */
    public record Relecture(
            String libelle, String vers, List<Ligne> lignes, List<PieceDeposee> pieces, boolean enErreur) {}

    /** Une transmission déjà faite. */
    public record Depot(int numero, java.time.Instant le, String empreinte, String vers) {}

    static List<Contenu> sections(Saisie saisie) {
        return saisie.evaluation().sections().stream()
                .map(section -> new Contenu(
                        section.section().titre(),
                        saisie.adresse() + "/" + section.section().id(),
                        section.questions().stream()
                                .filter(question -> !question.lignes().isEmpty())
                                .map(question ->
                                        relecture(saisie, section.section().id(), question))
                                .toList()))
                .toList();
    }

    private static Relecture relecture(Saisie saisie, String section, QuestionEvaluee question) {
        return new Relecture(
                question.question().libelle(),
                saisie.adresse() + "/" + section + "#" + question.question().id(),
                question.lignes(),
                saisie.pieces().getOrDefault(question.question().id(), List.of()),
                !question.erreurs().isEmpty());
    }

    public boolean transmissible() {
        return volet.completude().restantes().isEmpty() && erreurs.vides();
    }
}
