package fr.convergence.socle.identifiant;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.iban4j.CountryCode;
import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;
import org.jspecify.annotations.Nullable;

/** Un numéro de compte international (ISO 13616), clé du RIB comprise pour la France et Monaco. */
public record Iban(String valeur) {

    private static final Pattern LETTRES_ET_CHIFFRES = Pattern.compile("[A-Z0-9]+");
    private static final Pattern DEBUT = Pattern.compile("[A-Z]{2}\\d{2}.*");
    private static final MotDAnnonce ANNONCE = new MotDAnnonce("(?:code )?iban");
    /** Aucun IBAN ne commence par « IB » : collé, le mot se reconnaît encore. */
    private static final Pattern COLLE = Pattern.compile("^IBAN(?=[A-Z]{2})");

    private static final Set<String> PAYS_A_RIB = Set.of("FR", "MC");

    public Iban {
        RefusDeLecture.interdire(refus(valeur));
    }

    /** Espaces, traits et minuscules sont acceptés, ainsi que le mot « IBAN » recopié devant. */
    public static Lecture<Iban> lire(@Nullable String saisie) {
        var texte = COLLE.matcher(FormeNormale.code(ANNONCE.otee(saisie))).replaceFirst("");
        return Lecture.de(texte, Iban::new);
    }

    /** Le code à deux lettres du pays. */
    public String pays() {
        return valeur.substring(0, 2);
    }

    /** « FR76 3000 6000 0112 3456 7890 189 ». */
    public String affichage() {
        return valeur.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** Pour une page ou un journal qui n'a pas à tout montrer : « FR76 … 0189 ». */
    public String masque() {
        return valeur.substring(0, 4) + " … " + valeur.substring(valeur.length() - 4);
    }

    @Override
    public String toString() {
        return valeur;
    }

    private static @Nullable RefusDeLecture refus(String texte) {
        if (!LETTRES_ET_CHIFFRES.matcher(texte).matches()) {
            return RefusDeLecture.de("identifiant.iban.caracteres");
        }
        if (!DEBUT.matcher(texte).matches()) {
            return RefusDeLecture.de("identifiant.iban.debut");
        }
        var code = texte.substring(0, 2);
        var pays = CountryCode.getByCode(code);
        if (pays == null || !IbanUtil.isSupportedCountry(pays)) {
            return RefusDeLecture.de("identifiant.iban.pays", code);
        }
        var longueur = IbanUtil.getIbanLength(pays);
        if (texte.length() != longueur) {
            return RefusDeLecture.de("identifiant.iban.longueur", nom(code), longueur, texte.length());
        }
        return refusDeForme(code, pays, texte);
    }

    private static @Nullable RefusDeLecture refusDeForme(String code, CountryCode pays, String texte) {
        try {
            IbanUtil.validateBban(pays, texte.substring(4));
        } catch (Iban4jException _) {
            return RefusDeLecture.de("identifiant.iban.forme", nom(code));
        }
        // On compare à la clé recalculée : 00, 01 et 99 satisfont le modulo sans jamais être attribués.
        if (!IbanUtil.calculateCheckDigit(texte).equals(texte.substring(2, 4))) {
            return RefusDeLecture.de("identifiant.iban.cle");
        }
        return PAYS_A_RIB.contains(code) && !Rib.juste(texte.substring(4))
                ? RefusDeLecture.de("identifiant.iban.rib")
                : null;
    }

    private static String nom(String code) {
        return Locale.of("", code).getDisplayCountry(Locale.FRENCH);
    }
}
