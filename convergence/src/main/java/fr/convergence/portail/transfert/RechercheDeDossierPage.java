package fr.convergence.portail.transfert;

import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Page;
import org.springframework.http.HttpStatus;

/** « Transférer une candidature » : laquelle. */
public record RechercheDeDossierPage(String reference, Erreurs erreurs) implements Page {

    @Override
    public HttpStatus statut() {
        return erreurs.vides() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
