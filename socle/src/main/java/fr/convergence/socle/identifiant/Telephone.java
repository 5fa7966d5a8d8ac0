package fr.convergence.socle.identifiant;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Un numéro de téléphone du monde entier, gardé sous sa forme E.164 : « +33467336733 ». */
public record Telephone(String valeur) {

    private static final PhoneNumberUtil NUMEROS = PhoneNumberUtil.getInstance();
    private static final int LONGUEUR_SAISIE = 40;
    /** L'indicatif de la France n'est jamais suivi du zéro. */
    private static final Pattern CANONIQUE = Pattern.compile("\\+(?!330)\\d{6,15}");

    private static final Pattern ADMIS = Pattern.compile("[+\\d().\\-/\\u2010-\\u2015\\u2212]+");
    private static final MotDAnnonce ANNONCE = new MotDAnnonce(
            "t[ée]l(?:[ée]phone)?\\.?(?: ?(?:portable|mobile|fixe|professionnel))?",
            "portable|mobile|fixe|standard|gsm|port");
    private static final String METROPOLE = "FR";
    /** Les tranches d'outre-mer du plan national de numérotation (Arcep, décision 2018-0881). */
    private static final Pattern NUMERO_D_OUTRE_MER = Pattern.compile("0(26[239]|59[046]|639|69[0-467])\\d{6}");

    private static final Pattern ORNEMENT = Pattern.compile("[^+\\d]");
    private static final List<String> OUTRE_MER = List.of("RE", "GP", "MQ", "GF", "YT");

    private static final Set<PhoneNumberType> MOBILES =
            Set.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

    /** Un numéro gardé reste un numéro quand les plans de numérotation changent : ce qui se saisit passe par {@link #lire}. */
    public Telephone {
        if (!CANONIQUE.matcher(valeur).matches()) {
            throw new IdentifiantRefuse(RefusDeLecture.de("identifiant.telephone.inconnu"));
        }
    }

    /** Accepte « 06 12 34 56 78 », « 06.12.34.56.78 », « 0033 6… », « +33 (0)6… », « tél. 06… », « 0262 90 50 50 »… */
    public static Lecture<Telephone> lire(@Nullable String saisie) {
        var texte = FormeNormale.sansEspaces(ANNONCE.otee(saisie));
        if (texte.isEmpty()) {
            return Lecture.refusee("identifiant.vide");
        }
        if (texte.length() > LONGUEUR_SAISIE || !ADMIS.matcher(texte).matches()) {
            return Lecture.refusee("identifiant.telephone.caracteres");
        }
        return numero(texte)
                .map(numero -> texte(numero, PhoneNumberFormat.E164))
                .map(canonique -> Lecture.de(canonique, Telephone::new))
                .orElseGet(() -> Lecture.refusee("identifiant.telephone.inconnu"));
    }

    /** « +33 4 67 33 67 33 » ; tel quel, un numéro dont l'indicatif n'existe plus. */
    public String affichage() {
        return garde().map(numero -> texte(numero, PhoneNumberFormat.INTERNATIONAL))
                .orElse(valeur);
    }

    /** Tel qu'il se compose de France : « 06 12 34 56 78 », « 00 44 20 7946 0958 ». */
    public String compose() {
        return garde().map(numero -> texte(numero, PhoneNumberFormat.NATIONAL))
                .filter(national -> lire(national).siLue().filter(this::equals).isPresent())
                .orElseGet(() -> affichage().replaceFirst("\\+", "00 "));
    }

    /** Le code à deux lettres du pays ou du territoire ; vide pour un numéro d'aucun pays (satellite). */
    public Optional<String> pays() {
        return garde().map(NUMEROS::getRegionCodeForNumber).filter(region -> !"001".equals(region));
    }

    /** Vrai quand le numéro peut recevoir un SMS. */
    public boolean mobile() {
        return garde().map(NUMEROS::getNumberType).filter(MOBILES::contains).isPresent();
    }

    @Override
    public String toString() {
        return valeur;
    }

    private Optional<PhoneNumber> garde() {
        return analyse(valeur, METROPOLE);
    }

    /** Un numéro écrit sans indicatif est de métropole, sauf ceux qui n'existent qu'à La Réunion, aux Antilles… */
    private static Optional<PhoneNumber> numero(String texte) {
        var outreMer = NUMERO_D_OUTRE_MER
                .matcher(ORNEMENT.matcher(texte).replaceAll(""))
                .matches();
        return (outreMer ? OUTRE_MER : List.of(METROPOLE))
                .stream()
                        .flatMap(region -> analyse(texte, region).stream())
                        .filter(NUMEROS::isValidNumber)
                        .findFirst();
    }

    private static Optional<PhoneNumber> analyse(String texte, String region) {
        try {
            return Optional.of(NUMEROS.parse(texte, region));
        } catch (NumberParseException _) {
            return Optional.empty();
        }
    }

    private static String texte(PhoneNumber numero, PhoneNumberFormat format) {
        return NUMEROS.format(numero, format);
    }
}
