package fr.convergence.portail.question;

import fr.convergence.socle.page.Message;

/**
 * Une des choses qu'une question demande ; chacune compte pour une question obligatoire.
 *
 * @param nom vide quand la question n'en demande qu'une
 * @param cle texte de son libellé (« Nom ») ; {@code cle.de} est le même, suivi de la question (« Nom DSI »)
 */
public record Partie(String nom, String cle, TypeSimple type) {

    static Partie unique(TypeSimple type) {
        return new Partie("", "", type);
    }

    /** Le libellé du champ, sous celui de la question. */
    public Message libelle() {
        return new Message(cle);
    }

    /** Le libellé qui se suffit, dans la liste des questions restantes. */
    public Message libelle(String question) {
        return nom.isEmpty() ? Message.brut(question) : new Message(cle + ".de", question);
    }
}
