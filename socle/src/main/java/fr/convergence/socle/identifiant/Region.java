package fr.convergence.socle.identifiant;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Les dix-huit régions et leur agence régionale de santé (code officiel géographique de l'Insee). */
public enum Region {
    AUVERGNE_RHONE_ALPES(
            "84", "Auvergne-Rhône-Alpes", "ARA", "ARS Auvergne-Rhône-Alpes", "01 03 07 15 26 38 42 43 63 69 73 74"),
    BOURGOGNE_FRANCHE_COMTE(
            "27", "Bourgogne-Franche-Comté", "BFC", "ARS Bourgogne-Franche-Comté", "21 25 39 58 70 71 89 90"),
    BRETAGNE("53", "Bretagne", "BRE", "ARS Bretagne", "22 29 35 56"),
    CENTRE_VAL_DE_LOIRE("24", "Centre-Val de Loire", "CVL", "ARS Centre-Val de Loire", "18 28 36 37 41 45"),
    CORSE("94", "Corse", "COR", "ARS de Corse", "2A 2B"),
    GRAND_EST("44", "Grand Est", "GE", "ARS Grand Est", "08 10 51 52 54 55 57 67 68 88"),
    HAUTS_DE_FRANCE("32", "Hauts-de-France", "HF", "ARS Hauts-de-France", "02 59 60 62 80"),
    ILE_DE_FRANCE("11", "Île-de-France", "IDF", "ARS Île-de-France", "75 77 78 91 92 93 94 95"),
    NORMANDIE("28", "Normandie", "NOR", "ARS Normandie", "14 27 50 61 76"),
    NOUVELLE_AQUITAINE(
            "75", "Nouvelle-Aquitaine", "NA", "ARS Nouvelle-Aquitaine", "16 17 19 23 24 33 40 47 64 79 86 87"),
    OCCITANIE("76", "Occitanie", "OCC", "ARS Occitanie", "09 11 12 30 31 32 34 46 48 65 66 81 82"),
    PAYS_DE_LA_LOIRE("52", "Pays de la Loire", "PDL", "ARS Pays de la Loire", "44 49 53 72 85"),
    PROVENCE_ALPES_COTE_D_AZUR(
            "93", "Provence-Alpes-Côte d’Azur", "PACA", "ARS Provence-Alpes-Côte d’Azur", "04 05 06 13 83 84"),
    GUADELOUPE("01", "Guadeloupe", "GUA", "ARS Guadeloupe, Saint-Martin et Saint-Barthélemy", "971 977 978"),
    MARTINIQUE("02", "Martinique", "MAR", "ARS Martinique", "972"),
    GUYANE("03", "Guyane", "GUY", "ARS Guyane", "973"),
    LA_REUNION("04", "La Réunion", "OI", "ARS La Réunion", "974"),
    MAYOTTE("06", "Mayotte", "", "ARS Mayotte", "976");

    private final String code;
    private final String nom;
    private final String prefixeGht;
    private final String ars;
    private final List<String> departements;

    Region(String code, String nom, String prefixeGht, String ars, String departements) {
        this.code = code;
        this.nom = nom;
        this.prefixeGht = prefixeGht;
        this.ars = ars;
        this.departements = List.of(departements.split(" "));
    }

    /** Dans l'ordre où un lecteur français les cherche. */
    public static List<Region> parNom() {
        return Arrays.stream(values())
                .sorted(Comparator.comparing(Region::nom, Collator.getInstance(Locale.FRENCH)))
                .toList();
    }

    /** Lit le code de l'Insee, « 76 ». */
    public static Lecture<Region> lire(@Nullable String saisie) {
        var texte = FormeNormale.code(saisie);
        if (texte.isEmpty()) {
            return Lecture.refusee("identifiant.vide");
        }
        return Arrays.stream(values())
                .filter(region -> region.code.equals(texte))
                .findFirst()
                .<Lecture<Region>>map(Lecture.Lue::new)
                .orElseGet(() -> Lecture.refusee("identifiant.region.inconnue"));
    }

    /**
     * La région de ce code, que ce site a lui-même écrit.
     *
     * @throws IllegalStateException si aucune ne le porte
     */
    public static Region duCode(String code) {
        return Arrays.stream(values())
                .filter(region -> region.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Région inconnue : « %s »".formatted(code)));
    }

    /** La région d'un code de département : « 34 », « 2A », « 974 ». */
    public static Optional<Region> duDepartement(String departement) {
        return Arrays.stream(values())
                .filter(region -> region.departements.contains(departement))
                .findFirst();
    }

    /** La région dont les codes de GHT commencent par ce préfixe, « OCC ». */
    public static Optional<Region> duPrefixeGht(String prefixe) {
        return Arrays.stream(values())
                .filter(region -> region.prefixeGht().filter(prefixe::equals).isPresent())
                .findFirst();
    }

    /** Le code de l'Insee, deux chiffres. */
    public String code() {
        return code;
    }

    public String nom() {
        return nom;
    }

    /** Vide à Mayotte, dont l'hôpital relève du GHT de l'océan Indien. */
    public Optional<String> prefixeGht() {
        return Optional.of(prefixeGht).filter(prefixe -> !prefixe.isEmpty());
    }

    /** Le nom de l'agence régionale de santé, « ARS Occitanie ». */
    public String ars() {
        return ars;
    }

    public List<String> departements() {
        return departements;
    }

    @Override
    public String toString() {
        return nom;
    }
}
