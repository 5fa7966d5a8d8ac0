package fr.convergence.socle.page;

import java.io.Serializable;
import java.util.List;

/**
 * Un texte à dire plus tard, dans la langue du lecteur.
 *
 * @param cle clé des recueils de textes, ou {@link #BRUT} quand le texte vient d'une donnée (définition d'un formulaire)
 * @param args ce qui remplace {0}, {1}… ; des chaînes ou des nombres, jamais un objet du domaine
 */
public record Message(String cle, List<Object> args) implements Serializable {

    private static final String BRUT = "";

    public Message {
        args = List.copyOf(args);
    }

    public Message(String cle, Object... args) {
        this(cle, List.of(args));
    }

    /** Un texte déjà écrit, qui vient d'une donnée et non d'un recueil. */
    public static Message brut(String texte) {
        return new Message(BRUT, List.of(texte));
    }

    boolean estBrut() {
        return cle.equals(BRUT);
    }
}
