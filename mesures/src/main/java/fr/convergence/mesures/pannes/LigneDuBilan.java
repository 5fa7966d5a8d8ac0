package fr.convergence.mesures.pannes;

/**
 * Une ligne du bilan.
 *
 * @param exigence son numéro, ou la partie du banc
 * @param tenu vrai si le but est atteint
 * @param selonLaMachine vrai si une machine occupée, ou trop peu de coups, peut le faire manquer sans que rien soit faux
 */
public record LigneDuBilan(
        String exigence, String quoi, String mesure, String but, boolean tenu, boolean selonLaMachine) {

    public static LigneDuBilan compte(String exigence, String quoi, String mesure, String but, boolean tenu) {
        return new LigneDuBilan(exigence, quoi, mesure, but, tenu, false);
    }

    public static LigneDuBilan duree(String exigence, String quoi, String mesure, String but, boolean tenu) {
        return new LigneDuBilan(exigence, quoi, mesure, but, tenu, true);
    }

    static LigneDuBilan ailleurs(String exigence, String quoi, String but) {
        return new LigneDuBilan(exigence, quoi, "n'est pas de ce banc", but, true, true);
    }

    public String ligne() {
        return "| %s | %s | %s | %s | %s |"
                .formatted(exigence, quoi, mesure, but, tenu ? (mesure.startsWith("n'est") ? "" : "oui") : "**non**");
    }
}
