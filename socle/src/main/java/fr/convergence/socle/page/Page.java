package fr.convergence.socle.page;

import org.springframework.http.HttpStatus;

/**
 * Tout ce qu'un gabarit a le droit de voir, déjà décidé.
 *
 * <p>Le gabarit est trouvé par convention : {@code fr.convergence.portail.accueil.AccueilPage} se rend avec {@code
 * portail/accueil/accueil.jte}, rangé à côté d'elle.
 */
public non-sealed interface Page extends Vue {

    /** Statut HTTP de la réponse ; une saisie refusée répond 422 pour que le navigateur ne la croie pas reçue. */
    default HttpStatus statut() {
        return HttpStatus.OK;
    }
}
