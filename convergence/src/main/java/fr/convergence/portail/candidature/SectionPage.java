package fr.convergence.portail.candidature;

import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Page;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * Une section à remplir, ou plusieurs quand le référent préfère tout voir sur une page.
 *
 * @param erreurs celles d'un envoi refusé ; vides à la première visite
 * @param suivante ce que « Suivant » ouvre
 */
public record SectionPage(
        Volet volet,
        List<Contenu> sections,
        Optional<String> precedente,
        String suivante,
        String action,
        Erreurs erreurs)
        implements Page {

    /** Une section et ses questions visibles. */
    public record Contenu(String id, String titre, Optional<String> aide, List<QuestionPage> questions) {}

    @Override
    public HttpStatus statut() {
        return erreurs.vides() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
    }

    public boolean ensemble() {
        return sections.size() > 1;
    }

    public String titre() {
        return ensemble() ? volet.etape() : sections.getFirst().titre();
    }

    public boolean depots() {
        return sections.stream().flatMap(s -> s.questions().stream()).anyMatch(QuestionPage::espaceDeDepot);
    }
}
