package fr.convergence.portail.inscription;

import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Page;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Étape 2, premier écran : le type d'établissement et la région (INS-4). */
public record TypePage(List<Choix> types, List<Choix> regions, String type, String region, Erreurs erreurs)
        implements Page {

    @Override
    public HttpStatus statut() {
        return erreurs.vides() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
