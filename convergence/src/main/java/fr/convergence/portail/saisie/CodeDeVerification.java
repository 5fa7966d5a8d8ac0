package fr.convergence.portail.saisie;

import fr.convergence.socle.identifiant.FormeNormale;
import java.util.Locale;
import java.util.Optional;

/**
 * Ce qu'un accusé imprimé porte pour qu'on le vérifie (NEW-14) : les soixante premiers bits de l'empreinte de son
 * édition. Avec le numéro du dossier, rien ne laisse deviner l'un à qui n'a que l'autre.
 *
 * @param valeur {@value #SIGNES} chiffres hexadécimaux en minuscules
 */
public record CodeDeVerification(String valeur) {

    static final int SIGNES = 15;

    public CodeDeVerification {
        if (!valeur.matches("[0-9a-f]{" + SIGNES + "}")) {
            throw new IllegalArgumentException("Ce n’est pas un code de vérification : " + valeur.length() + " signes");
        }
    }

    /** @param empreinte SHA-256 d'une édition, en hexadécimal */
    public static CodeDeVerification de(String empreinte) {
        return new CodeDeVerification(empreinte.substring(0, SIGNES));
    }

    /** Tel qu'une personne le recopie : majuscules, espaces, points et traits d'union n'y changent rien. */
    public static Optional<CodeDeVerification> lire(String tape) {
        var serre = FormeNormale.code(tape).toLowerCase(Locale.ROOT);
        return serre.matches("[0-9a-f]{" + SIGNES + "}")
                ? Optional.of(new CodeDeVerification(serre))
                : Optional.empty();
    }

    /** « 3FA9C 01B2D 77E40 ». */
    public String imprime() {
        return valeur.toUpperCase(Locale.ROOT).replaceAll("(.{5})(?!$)", "$1 ");
    }
}
