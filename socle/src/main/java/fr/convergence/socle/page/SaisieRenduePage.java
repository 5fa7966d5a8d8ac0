package fr.convergence.socle.page;

import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * Un formulaire arrivé quand il ne s'écrit plus : pourquoi, et ce qui y était tapé. Rien n'est fait ; l'envoyer de nouveau dit
 * la même chose.
 *
 * @param ariane où l'on est, du plus large au plus précis
 * @param suite le bouton qui mène plus loin
 */
public record SaisieRenduePage(Message titre, Message pourquoi, List<Saisi> saisie, List<Vers> ariane, Vers suite)
        implements Page {

    /** Une page du site, et comment elle se nomme. */
    public record Vers(Message libelle, String adresse) {}

    @Override
    public HttpStatus statut() {
        return HttpStatus.CONFLICT;
    }
}
