package fr.convergence.socle.page;

import java.io.Serializable;

/** Ce qu'une page dit une seule fois, après un acte. */
public record Annonce(Genre genre, Message message) implements Serializable {

    /** Genre de l'alerte du système de design, qui choisit l'icône et la couleur. */
    public enum Genre {
        SUCCES("success"),
        INFORMATION("info"),
        AVERTISSEMENT("warning"),
        ERREUR("error");

        private final String classe;

        Genre(String classe) {
            this.classe = classe;
        }

        public String classe() {
            return "fr-alert--" + classe;
        }
    }

    public static Annonce succes(String cle, Object... args) {
        return new Annonce(Genre.SUCCES, new Message(cle, args));
    }

    public static Annonce information(String cle, Object... args) {
        return new Annonce(Genre.INFORMATION, new Message(cle, args));
    }

    public static Annonce avertissement(String cle, Object... args) {
        return new Annonce(Genre.AVERTISSEMENT, new Message(cle, args));
    }
}
