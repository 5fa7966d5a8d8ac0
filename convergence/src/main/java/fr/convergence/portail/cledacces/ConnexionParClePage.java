package fr.convergence.portail.cledacces;

import fr.convergence.socle.page.Page;
import org.springframework.http.HttpStatus;

/**
 * Se connecter avec une clé d'accès.
 *
 * @param options le défi, en JSON, tel que le navigateur l'attend
 */
public record ConnexionParClePage(String options, HttpStatus statut) implements Page {

    public boolean refusee() {
        return statut.isError();
    }
}
