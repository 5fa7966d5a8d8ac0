package fr.convergence.portail.question;

import java.util.Locale;

/** Le nom d'un type dans les définitions, tiré une fois de celui de sa classe : chaque champ de chaque page le demande. */
final class NomDeType {

    private static final ClassValue<String> NOMS = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        }
    };

    private NomDeType() {}

    static String de(Class<?> type) {
        return NOMS.get(type);
    }
}
