package fr.convergence.isc.federation;

import fr.convergence.socle.page.Page;
import org.springframework.http.HttpStatus;

/** Un service a envoyé ici une demande que rien ne permet de lui renvoyer. */
public record DemandeRefuseePage() implements Page {

    @Override
    public HttpStatus statut() {
        return HttpStatus.BAD_REQUEST;
    }
}
