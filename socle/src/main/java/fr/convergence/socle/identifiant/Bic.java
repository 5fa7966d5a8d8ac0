package fr.convergence.socle.identifiant;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.iban4j.CountryCode;
import org.jspecify.annotations.Nullable;

/** L'identifiant international d'une banque (ISO 9362) : huit ou onze caractères. */
public record Bic(String valeur) {

    private static final Pattern LETTRES_ET_CHIFFRES = Pattern.compile("[A-Z0-9]+");
    private static final Pattern FORME = Pattern.compile("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?");

    /** Territoires dont les comptes portent l'IBAN d'un autre pays (registre IBAN de SWIFT, fiches FR, GB et FI). */
    private static final Map<String, Set<String>> TERRITOIRES = Map.of(
            "FR", Set.of("GF", "GP", "MQ", "RE", "PF", "TF", "YT", "NC", "BL", "MF", "PM", "WF"),
            "GB", Set.of("IM", "GG", "JE"),
            "FI", Set.of("AX"));

    private static final MotDAnnonce ANNONCE =
            new MotDAnnonce("(?:code )?(?:bic|swift)(?: ?[/(-] ?(?:bic|swift)\\)?)?");

    public Bic {
        RefusDeLecture.interdire(refus(valeur));
    }

    /** Espaces, traits et minuscules sont acceptés, ainsi que le mot « BIC » recopié devant. */
    public static Lecture<Bic> lire(@Nullable String saisie) {
        return Lecture.de(FormeNormale.code(ANNONCE.otee(saisie)), Bic::new);
    }

    /** Le code à deux lettres du pays de la banque. */
    public String pays() {
        return valeur.substring(4, 6);
    }

    /** Vrai quand la banque est du pays du compte, ou d'un territoire dont les comptes en portent l'IBAN. */
    public boolean compatibleAvec(Iban iban) {
        return pays().equals(iban.pays())
                || TERRITOIRES.getOrDefault(iban.pays(), Set.of()).contains(pays());
    }

    @Override
    public String toString() {
        return valeur;
    }

    private static @Nullable RefusDeLecture refus(String texte) {
        if (!LETTRES_ET_CHIFFRES.matcher(texte).matches()) {
            return RefusDeLecture.de("identifiant.bic.caracteres");
        }
        if (texte.length() != 8 && texte.length() != 11) {
            return RefusDeLecture.de("identifiant.bic.longueur", texte.length());
        }
        if (!FORME.matcher(texte).matches()) {
            return RefusDeLecture.de("identifiant.bic.forme");
        }
        var pays = texte.substring(4, 6);
        return CountryCode.getByCode(pays) == null ? RefusDeLecture.de("identifiant.bic.pays", pays) : null;
    }
}
