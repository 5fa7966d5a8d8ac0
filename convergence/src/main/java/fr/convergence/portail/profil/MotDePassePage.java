package fr.convergence.portail.profil;

import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Lien;
import fr.convergence.socle.page.Page;
import java.util.List;
import org.springframework.http.HttpStatus;

/** « Modifier le mot de passe ». */
public record MotDePassePage(List<Lien> menu, Erreurs erreurs) implements Page {

    @Override
    public HttpStatus statut() {
        return erreurs.vides() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
