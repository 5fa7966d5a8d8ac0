package fr.convergence.isc.kbis;

import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.identifiant.Jour;
import fr.convergence.socle.identifiant.Siren;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tire d’un texte ce qu’un extrait Kbis dit, quel que soit le greffe qui l’a mis en page. */
final class LireKbis {

    private static final Pattern REGISTRE =
            Pattern.compile("REGISTRE DU COMMERCE|\\bR\\.? ?C\\.? ?S\\b|GREFFE DU TRIBUNAL");
    private static final Pattern EXTRAIT = Pattern.compile("\\bK ?-?BIS\\b|\\bEXTRAIT\\b");
    private static final Pattern RADIATION =
            Pattern.compile("RADIATION DU R\\.?C\\.?S|RADIEE? (?:LE|DU|D.OFFICE)|DATE DE RADIATION");

    private static final String DATE =
            "(?:[ :,]|LE\\b)*(\\d{1,2} ?[/.-] ?\\d{1,2} ?[/.-] ?\\d{4}|\\d{1,2}(?:ER)? [A-Z]{3,9}\\.? \\d{4}|\\d{4}-\\d{2}-\\d{2})";
    /** De la plus sûre à la moins sûre : le jour auquel il est à jour, celui où il a été délivré. */
    private static final List<Pattern> DATES = Stream.of(
                    "A JOUR (?:AU|DU|LE|EN DATE DU)",
                    "(?:EXTRAIT )?DELIVREE? (?:LE|EN DATE DU)|DATE DE DELIVRANCE|EDITEE? LE|ETABLI LE",
                    "DATE DE L.EXTRAIT|EXTRAIT (?:K ?-?BIS )?DU|EN DATE DU|ETAT AU")
            .map(annonce -> Pattern.compile("(?:" + annonce + ")" + DATE))
            .toList();

    private static final Pattern NUMERO = Pattern.compile("(?<!\\d)(?<!\\d )\\d{3}[ .]?\\d{3}[ .]?\\d{3}(?![ .]?\\d)");
    private static final Pattern ANNONCE_DE_NUMERO = Pattern.compile("\\bRCS\\b|\\bSIREN\\b|IMMATRICUL|IDENTIFICATION");

    private static final int VALEUR_MAX = 300;

    private LireKbis() {}

    static LectureDeKbis dans(String texte) {
        var extrait = Extrait.de(texte);
        if (!REGISTRE.matcher(extrait.texte()).find()
                || !EXTRAIT.matcher(extrait.texte()).find()) {
            return new LectureDeKbis.PasUnKbis();
        }
        return new LectureDeKbis.Lu(
                new Kbis(
                        siren(extrait.lignes(Section.IDENTITE)),
                        raisonSociale(extrait),
                        adresse(extrait),
                        date(extrait.texte()),
                        mandataires(extrait),
                        RADIATION.matcher(extrait.texte()).find()),
                texte);
    }

    /** Celui que sa ligne, ou l’étiquette qui la précède, dit être le numéro d’immatriculation ; sinon le seul de clé juste. */
    private static Optional<Siren> siren(List<LigneDExtrait> identite) {
        var annonces = new LinkedHashSet<Siren>();
        var autres = new LinkedHashSet<Siren>();
        for (var i = 0; i < identite.size(); i++) {
            var ligne = identite.get(i);
            var annonce = annonce(ligne) || i > 0 && annonce(identite.get(i - 1));
            for (var numero : NUMERO.matcher(ligne.texte()).results().toList()) {
                var lu = Siren.lire(numero.group()).siLue();
                lu.ifPresent((annonce ? annonces : autres)::add);
            }
        }
        return seul(annonces).or(() -> seul(autres)).filter(_ -> annonces.size() <= 1);
    }

    private static boolean annonce(LigneDExtrait ligne) {
        return ANNONCE_DE_NUMERO.matcher(ligne.plie()).find();
    }

    private static Optional<Siren> seul(Set<Siren> numeros) {
        return numeros.size() == 1 ? numeros.stream().findFirst() : Optional.empty();
    }

    /** Un entrepreneur n’a pas de dénomination : son nom est celui de son entreprise. */
    private static Optional<String> raisonSociale(Extrait extrait) {
        return extrait.valeur(Section.IDENTITE, MotsDeGreffe.DENOMINATION, " ")
                .or(() -> entrepreneur(extrait).stream().findFirst().map(Mandataire::affichage))
                .map(FormeNormale::nom)
                .filter(LireKbis::raisonnable);
    }

    private static Optional<String> adresse(Extrait extrait) {
        return extrait.valeur(Section.IDENTITE, MotsDeGreffe.SIEGE, ", ")
                .or(() -> Stream.of(Section.IDENTITE, Section.ETABLISSEMENT)
                        .flatMap(
                                section -> extrait.valeur(section, MotsDeGreffe.ADRESSE_D_ETABLISSEMENT, ", ").stream())
                        .findFirst())
                .map(FormeNormale::nom)
                .filter(LireKbis::raisonnable);
    }

    /** Au-delà, ce sont plusieurs valeurs que la mise en page a mêlées. */
    private static boolean raisonnable(String valeur) {
        return valeur.length() <= VALEUR_MAX;
    }

    private static Optional<LocalDate> date(String texte) {
        var suivi = texte.replaceAll("\\s+", " ");
        return DATES.stream()
                .flatMap(forme -> forme.matcher(suivi).results())
                .flatMap(trouvee -> Jour.lire(trouvee.group(1)).siLue().stream())
                .findFirst();
    }

    private static List<Mandataire> mandataires(Extrait extrait) {
        var dirigeants = LireLaDirection.dans(extrait.lignes(Section.DIRECTION));
        return Stream.concat(entrepreneur(extrait).stream(), dirigeants.stream())
                .distinct()
                .toList();
    }

    private static List<Mandataire> entrepreneur(Extrait extrait) {
        return extrait.valeur(Section.IDENTITE, MotsDeGreffe.DENOMINATION, " ").isPresent()
                ? List.of()
                : LireLaDirection.entrepreneur(extrait.lignes(Section.IDENTITE));
    }
}
