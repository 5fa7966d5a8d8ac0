package fr.convergence.socle.identifiant;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Les identifiants nationaux d'entreprise que l'on sait lire (guide d'Industriels Santé Connect, page 19). Une clé n'est contrôlée
 * que si le registre qui l'attribue en publie la règle.
 */
public enum TypeIdentifiant {
    /** France, répertoire SIRENE. */
    SIREN("FR", "\\d{9}", Luhn::juste),
    /** France, répertoire national des associations. */
    RNA("FR", "W\\d[0-9AB]\\d{7}", TypeIdentifiant::sansCle),
    /** Belgique, Banque-carrefour des entreprises : 97 moins les huit premiers chiffres modulo 97. */
    BCE("BE", "[01]\\d{9}", ClesDIdentifiant::bce),
    /** Suisse, identification des entreprises (IDE) : modulo 11. */
    IDE("CH", "CHE\\d{9}", ClesDIdentifiant::ide),
    /** Luxembourg, registre de commerce et des sociétés. */
    RCSL("LU", "[A-Z]\\d{1,7}", TypeIdentifiant::sansCle),
    /** Allemagne, Handelsregister : la section, le numéro, puis le siège du tribunal. */
    HANDELSREGISTER("DE", "HR[AB]\\d{1,6}[A-ZÄÖÜ]*", TypeIdentifiant::sansCle),
    /** Espagne, número de identificación fiscal. */
    NIF("ES", "[A-HJNP-SUVW]\\d{7}[0-9A-J]", TypeIdentifiant::sansCle),
    /** Italie, partita IVA : clé de Luhn. */
    PARTITA_IVA("IT", "\\d{11}", Luhn::juste),
    /** Portugal, número de identificação de pessoa coletiva : modulo 11. */
    NIPC("PT", "[1-9]\\d{8}", ClesDIdentifiant::nipc),
    /** Pays-Bas, Kamer van Koophandel. */
    KVK("NL", "\\d{8}", TypeIdentifiant::sansCle),
    /** Royaume-Uni, Companies House. */
    COMPANY_NUMBER("GB", "(?:[A-Z]{2}\\d{6}|\\d{8})", TypeIdentifiant::sansCle),
    /** Irlande, Companies Registration Office. */
    CRO("IE", "\\d{5,7}", TypeIdentifiant::sansCle),
    /** États-Unis, employer identification number. */
    EIN("US", "\\d{9}", TypeIdentifiant::sansCle),
    /** Identifiant unique européen des registres interconnectés (règlement d'exécution (UE) 2021/1042). */
    EUID("", "[A-Z]{2}[0-9A-Z_/]{3,30}", TypeIdentifiant::sansCle),
    /** Identifiant international d'entité juridique (ISO 17442) : modulo 97-10. */
    LEI("", "[0-9A-Z]{18}\\d{2}", ClesDIdentifiant::lei),
    /** Tout autre registre ; l'opérateur le contrôle sur pièce. */
    AUTRE("", "[0-9A-ZÀ-Ý/_]{3,40}", TypeIdentifiant::sansCle);

    private final String pays;
    private final Pattern forme;
    private final Predicate<String> cleJuste;

    TypeIdentifiant(String pays, String forme, Predicate<String> cleJuste) {
        this.pays = pays;
        this.forme = Pattern.compile(forme);
        this.cleJuste = cleJuste;
    }

    /** Le code à deux lettres du pays, vide quand l'identifiant n'est pas d'un seul. */
    public String pays() {
        return pays;
    }

    /** Clé de son nom affiché. */
    public String cle() {
        return "identifiant.type." + name().toLowerCase(Locale.ROOT);
    }

    boolean aSaForme(String valeur) {
        return forme.matcher(valeur).matches();
    }

    boolean aSaCle(String valeur) {
        return cleJuste.test(valeur);
    }

    private static boolean sansCle(String valeur) {
        return true;
    }
}
