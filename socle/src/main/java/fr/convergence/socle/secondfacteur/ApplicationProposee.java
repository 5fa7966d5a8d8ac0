package fr.convergence.socle.secondfacteur;

/**
 * L'application à relier, telle qu'une page la montre.
 *
 * @param codeQr dessin SVG, de confiance
 * @param cle le même secret à taper, par groupes de quatre
 */
public record ApplicationProposee(String codeQr, String cle) {

    static String parQuatre(String secret) {
        return secret.replaceAll("(.{4})(?!$)", "$1 ");
    }
}
