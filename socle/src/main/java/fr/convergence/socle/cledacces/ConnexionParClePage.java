package fr.convergence.socle.cledacces;

import fr.convergence.socle.page.Page;
import org.springframework.http.HttpStatus;

/**
 * Se connecter avec une clé d'accès.
 *
 * @param equipe vrai si l'on vient de la page de connexion de l'équipe, où l'on peut retourner
 * @param options le défi, en JSON, tel que le navigateur l'attend
 */
public record ConnexionParClePage(boolean equipe, String options, HttpStatus statut) implements Page {

    public String connexion() {
        return equipe ? "/connexion/equipe" : "/connexion";
    }

    public boolean refusee() {
        return statut.isError();
    }
}
