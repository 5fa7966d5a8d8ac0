package fr.convergence.portail.etape;

import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.socle.page.Message;

/**
 * Ce qu'un vérificateur demande de reprendre à une question, ou à une ligne d'un tableau.
 *
 * @param corrigee vrai quand elle a changé depuis et que rien n'y manque
 */
public record ACorriger(Emplacement place, String motif, boolean corrigee) {

    /** Ce qui le désigne dans la page : il change quand une réponse ou un fichier arrive. */
    public String id() {
        return "correction-" + place.cle();
    }

    public boolean deLigne() {
        return place.lot().isPresent();
    }

    public Message mot() {
        return new Message(corrigee ? "etape.corrigee" : "etape.a-corriger");
    }
}
