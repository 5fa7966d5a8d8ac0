package fr.convergence.portail.etape;

import fr.convergence.socle.page.Message;

/**
 * Ce qu'un vérificateur demande de reprendre à une question, ou à une ligne d'un tableau.
 *
 * @param corrigee vrai quand elle a changé depuis et que rien n'y manque
 */
public record ACorriger(String motif, boolean corrigee) {

    public Message mot() {
        return new Message(corrigee ? "etape.corrigee" : "etape.a-corriger");
    }
}
