package fr.convergence.portail.question;

import fr.convergence.socle.page.Message;
import java.util.Optional;

/**
 * Une des choses qu'une question demande ; chacune compte pour une question obligatoire, sauf si elle-même ne l'est pas.
 *
 * @param nom vide quand la question n'en demande qu'une
 * @param cle texte de son libellé (« Nom ») ; {@code cle.de} est le même, suivi de la question (« Nom DSI »)
 * @param ecrit son libellé, quand il n'est pas un texte de l'application
 * @param obligatoire faux d'une partie qu'une question obligatoire laisse libre
 */
public record Partie(String nom, String cle, TypeSimple type, Optional<String> ecrit, boolean obligatoire) {

    public Partie(String nom, String cle, TypeSimple type) {
        this(nom, cle, type, Optional.empty(), true);
    }

    static Partie unique(TypeSimple type) {
        return new Partie("", "", type);
    }

    /** Une partie dont le libellé vient de la définition et se suffit : une cellule. */
    static Partie ecrite(String nom, String libelle, TypeSimple type, boolean obligatoire) {
        return new Partie(nom, "", type, Optional.of(libelle), obligatoire);
    }

    /** Le libellé du champ, sous celui de la question. */
    public Message libelle() {
        return ecrit.map(Message::brut).orElseGet(() -> new Message(cle));
    }

    /** Le libellé qui se suffit, dans la liste des questions restantes. */
    public Message libelle(String question) {
        return ecrit.map(Message::brut)
                .orElseGet(() -> nom.isEmpty() ? Message.brut(question) : new Message(cle + ".de", question));
    }
}
