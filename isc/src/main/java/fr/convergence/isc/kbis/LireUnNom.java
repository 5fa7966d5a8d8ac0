package fr.convergence.isc.kbis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Un nom écrit d’un trait : « DUPONT Jean, Pierre », « Mme Claire MARTIN épouse DUPONT », « M. Anne de LA TOUR ». */
final class LireUnNom {

    private static final Set<String> CIVILITES =
            Set.of("M", "MR", "MM", "MME", "MLLE", "MONSIEUR", "MADAME", "MADEMOISELLE", "DR", "DOCTEUR");
    private static final Set<String> ALLIANCES = Set.of("EPOUSE", "EP", "EPSE", "VEUVE", "USAGE");
    private static final Set<String> NAISSANCES = Set.of("NEE", "NE");
    private static final Set<String> SUITES =
            Set.of("DEMEURANT", "DOMICILIE", "DOMICILIEE", "NATIONALITE", "DATE", "AGISSANT", "QUALITE", "LE");
    private static final Set<String> PARTICULES = Set.of("DE", "D", "DU", "DES", "LA", "LE", "L", "VAN", "VON", "DER");
    private static final Set<String> SOCIETES = Set.of(
            "SOCIETE", "SAS", "SASU", "SARL", "EURL", "SA", "SCI", "SNC", "SELARL", "GMBH", "LTD", "BV", "HOLDING");

    /** Les plus longs noms, avec tous leurs prénoms, y tiennent ; au-delà, c’est autre chose. */
    private static final int MOTS_MAX = 30;

    private LireUnNom() {}

    /** Vrai d’une ligne sans annonce qui peut être celle d’une personne. */
    static boolean possible(LigneDExtrait entiere) {
        var ligne = utile(entiere);
        var mots = ligne.plis();
        return mots.size() >= 2
                && mots.size() <= 12
                && mots.stream().noneMatch(SOCIETES::contains)
                && !ligne.texte().chars().anyMatch(Character::isDigit)
                && Character.isUpperCase(ligne.mots().getFirst().charAt(0));
    }

    /** @param nomDAbord vrai si une annonce le dit (« Nom, prénoms ») */
    static Optional<NomLu> lire(String texte, boolean nomDAbord) {
        var ligne = utile(LigneDExtrait.de(texte.replaceAll("[()]", " ")));
        if (ligne.vide() || ligne.mots().size() > MOTS_MAX) {
            return Optional.empty();
        }
        for (var i = 1; i < ligne.plis().size() - 1; i++) {
            var mot = ligne.plis().get(i);
            if (ALLIANCES.contains(mot) || NAISSANCES.contains(mot)) {
                return Optional.of(allie(ligne, i, NAISSANCES.contains(mot), nomDAbord));
            }
        }
        return Optional.of(simple(ligne, nomDAbord));
    }

    /** Sans la civilité qui précède, ni la naissance et l’adresse qui suivent. */
    private static LigneDExtrait utile(LigneDExtrait ligne) {
        var debut = 0;
        while (debut < ligne.plis().size() && CIVILITES.contains(ligne.plis().get(debut))) {
            debut++;
        }
        var fin = debut;
        while (fin < ligne.plis().size() && !arrete(ligne, debut, fin)) {
            fin++;
        }
        var garde = ligne.jusqua(fin).depuis(debut);
        return garde.mots().isEmpty() ? LigneDExtrait.de("") : garde;
    }

    private static boolean arrete(LigneDExtrait ligne, int debut, int rang) {
        var mot = ligne.plis().get(rang);
        var suivant = rang + 1 < ligne.plis().size() ? ligne.plis().get(rang + 1) : "";
        return mot.chars().anyMatch(Character::isDigit)
                || LigneDExtrait.DEUX_POINTS.equals(mot)
                || NAISSANCES.contains(mot) && ("LE".equals(suivant) || "A".equals(suivant))
                || rang > debut + 1
                        && SUITES.contains(mot)
                        && !Character.isUpperCase(ligne.mots().get(rang).charAt(0))
                        && !capitales(suivant.isEmpty() ? "" : ligne.mots().get(rang + 1));
    }

    private static NomLu simple(LigneDExtrait ligne, boolean nomDAbord) {
        var virgule = rangDeLaVirgule(ligne);
        var noms = new ArrayList<String>();
        var prenoms = new ArrayList<String>();
        for (var i = 0; i < ligne.mots().size(); i++) {
            var mot = ligne.mots().get(i);
            ((virgule < 0 || i <= virgule) && duNom(ligne, i) ? noms : prenoms).add(mot);
        }
        var toutEnCapitales = ligne.texte().equals(ligne.texte().toUpperCase(Locale.ROOT));
        var seul = noms.stream().filter(mot -> !PARTICULES.contains(mot)).count() == 1;
        return noms.isEmpty() || prenoms.isEmpty() || toutEnCapitales && !seul
                ? new NomLu(nu(ligne.texte()), Optional.empty(), "", nomDAbord)
                : NomLu.separe(nu(String.join(" ", noms)), Optional.empty(), nu(String.join(" ", prenoms)));
    }

    /** Entièrement en capitales dans un texte qui ne l’est pas, ou une particule qui précède de tels mots. */
    private static boolean duNom(LigneDExtrait ligne, int rang) {
        var mot = ligne.mots().get(rang);
        return capitales(mot)
                || PARTICULES.contains(ligne.plis().get(rang))
                        && rang + 1 < ligne.mots().size()
                        && duNom(ligne, rang + 1);
    }

    private static boolean capitales(String mot) {
        var lettres = mot.codePoints().filter(Character::isLetter).toArray();
        return lettres.length > 0
                        && (lettres.length > 1 || mot.contains("'"))
                        && Arrays.stream(lettres).noneMatch(Character::isLowerCase)
                || mot.matches("[dl]['’]\\p{Lu}{2,}.*")
                        && mot.substring(2).equals(mot.substring(2).toUpperCase(Locale.ROOT));
    }

    /** Après la première virgule, il n’y a plus que des prénoms ; -1 s’il n’y en a pas. */
    private static int rangDeLaVirgule(LigneDExtrait ligne) {
        for (var i = 0; i < ligne.mots().size(); i++) {
            if (ligne.mots().get(i).endsWith(",")) {
                return i;
            }
        }
        return -1;
    }

    /** « MARTIN épouse DUPONT Claire », « Claire DUPONT née MARTIN » : deux noms, dont l’un est de naissance. */
    private static NomLu allie(LigneDExtrait ligne, int rang, boolean naissance, boolean nomDAbord) {
        var suite = rang + 1;
        while (suite < ligne.plis().size() - 1
                && List.of(LigneDExtrait.DEUX_POINTS, "DE")
                        .contains(ligne.plis().get(suite))) {
            suite++;
        }
        var avant = simple(ligne.jusqua(rang), nomDAbord);
        var apres = simple(ligne.depuis(suite), true);
        var prenoms = avant.separe() ? avant.prenoms() : apres.prenoms();
        var nomApres = apres.nom();
        if (prenoms.isEmpty()) {
            // Tout en capitales : un seul nom avant, donc les prénoms après, leur nom étant le premier mot.
            var mots = List.of(nomApres.split(" "));
            nomApres = mots.getFirst();
            prenoms = String.join(" ", mots.subList(1, mots.size()));
        }
        return naissance
                ? NomLu.separe(nomApres, Optional.of(avant.nom()), prenoms)
                : NomLu.separe(avant.nom(), Optional.of(nomApres), prenoms);
    }

    private static String nu(String texte) {
        return texte.replaceAll("^[\\s,;-]+|[\\s,;.-]+$", "").replaceAll("\\s*,\\s*", ", ");
    }
}
