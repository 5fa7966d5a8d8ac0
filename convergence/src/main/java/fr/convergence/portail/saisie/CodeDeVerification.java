package fr.convergence.portail.saisie;

import fr.convergence.portail.saisie.Editions.Transmise;
import fr.convergence.socle.base.Sha256;
import fr.convergence.socle.identifiant.FormeNormale;
import java.util.Locale;
import java.util.Optional;

/**
 * Ce qu'un accusé imprimé porte pour qu'on le vérifie (NEW-14) : soixante bits tirés de l'empreinte de son édition et de
 * son numéro. Avec le numéro du dossier, rien ne laisse deviner l'un à qui n'a que l'autre ; le même contenu transmis de
 * nouveau a un autre code.
 *
 * @param valeur {@value #SIGNES} chiffres hexadécimaux en minuscules
 */
public record CodeDeVerification(String valeur) {

    static final int SIGNES = 15;

    private static final String FORME = "[0-9a-f]{" + SIGNES + "}";

    public CodeDeVerification {
        if (!valeur.matches(FORME)) {
            throw new IllegalArgumentException("Ce n’est pas un code de vérification : " + valeur.length() + " signes");
        }
    }

    public static CodeDeVerification de(Transmise edition) {
        return de(edition.numero(), edition.empreinte());
    }

    /** @param empreinte SHA-256 d'une édition, en hexadécimal */
    public static CodeDeVerification de(int numero, String empreinte) {
        return new CodeDeVerification(Sha256.hexa(empreinte + "/" + numero).substring(0, SIGNES));
    }

    /** Tel qu'une personne le recopie : majuscules, espaces, points et traits d'union n'y changent rien. */
    public static Optional<CodeDeVerification> lire(String tape) {
        var serre = FormeNormale.code(tape).toLowerCase(Locale.ROOT);
        return serre.matches(FORME) ? Optional.of(new CodeDeVerification(serre)) : Optional.empty();
    }

    /** « 3FA9C 01B2D 77E40 ». */
    public String imprime() {
        return valeur.toUpperCase(Locale.ROOT).replaceAll("(.{5})(?!$)", "$1 ");
    }
}
