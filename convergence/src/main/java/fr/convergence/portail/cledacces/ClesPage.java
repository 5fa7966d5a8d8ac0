package fr.convergence.portail.cledacces;

import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Lien;
import fr.convergence.socle.page.Page;
import java.util.List;
import org.springframework.http.HttpStatus;

/** « Vos clés d'accès ». */
public record ClesPage(List<Lien> menu, List<CleDAcces> cles, String nom, Erreurs erreurs) implements Page {

    @Override
    public HttpStatus statut() {
        return erreurs.vides() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
