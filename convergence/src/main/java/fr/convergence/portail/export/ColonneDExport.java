package fr.convergence.portail.export;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Une colonne que l'on peut emporter : rien que ce que la page du dossier montre au vérificateur. Ni réponse, ni compte
 * bancaire : un tableau sort du portail, et circule.
 *
 * @see ExportsController
 */
enum ColonneDExport {
    REFERENCE(true),
    CANDIDAT(true),
    TYPE(true),
    IDENTIFIANT(true),
    REGION(true),
    GUICHET(true),
    ETAPE(true),
    STATUT(true),
    DEPUIS(true),
    RETOUR(true),
    TRANSMISE(true),
    REFERENT(false),
    COURRIEL(false),
    TELEPHONE(false);

    private final boolean ordinaire;

    ColonneDExport(boolean ordinaire) {
        this.ordinaire = ordinaire;
    }

    /** Celles que l'on propose cochées : les données d'une personne se demandent. */
    static List<ColonneDExport> ordinaires() {
        return Arrays.stream(values()).filter(colonne -> colonne.ordinaire).toList();
    }

    /** Dans leur ordre, quel que soit celui de l'envoi ; ce qui n'en est pas une est comme absent. */
    static List<ColonneDExport> lire(Collection<String> codes) {
        return Arrays.stream(values())
                .filter(colonne -> codes.contains(colonne.name()))
                .toList();
    }

    static String codes(List<ColonneDExport> colonnes) {
        return colonnes.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    String cle() {
        return "export.colonne." + name().toLowerCase(Locale.ROOT);
    }
}
