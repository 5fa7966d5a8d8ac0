package fr.convergence.socle.identifiant;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pourquoi une saisie n'est pas un identifiant : la clé d'un texte de {@code textes.properties} et ce qui remplit ses
 * {@code {0}}, {@code {1}}…
 */
public record RefusDeLecture(String cle, List<Object> arguments) implements Serializable {

    public RefusDeLecture {
        arguments = List.copyOf(arguments);
    }

    static RefusDeLecture de(String cle, Object... arguments) {
        return new RefusDeLecture(cle, List.of(arguments));
    }

    /** Le constructeur d'un identifiant s'en sert : celui qui l'appelle tient déjà une valeur contrôlée. */
    static void interdire(@Nullable RefusDeLecture refus) {
        if (refus != null) {
            throw new IdentifiantRefuse(refus);
        }
    }
}
