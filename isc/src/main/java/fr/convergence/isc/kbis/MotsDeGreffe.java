package fr.convergence.isc.kbis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Les mots par lesquels les greffes annoncent une valeur. */
enum MotsDeGreffe {
    NUMERO(
            "IMMATRICULATION AU RCS NUMERO",
            "IMMATRICULATION AU RCS",
            "IMMATRICULATION",
            "IMMATRICULEE AU RCS SOUS LE NUMERO",
            "IMMATRICULEE AU RCS",
            "NUMERO RCS",
            "N° RCS",
            "RCS",
            "NUMERO D’IDENTIFICATION",
            "N° D’IDENTIFICATION",
            "NUMERO D’IMMATRICULATION",
            "N° D’IMMATRICULATION",
            "NUMERO UNIQUE D’IDENTIFICATION",
            "NUMERO SIREN",
            "N° SIREN",
            "SIREN"),
    DENOMINATION("DENOMINATION OU RAISON SOCIALE", "DENOMINATION SOCIALE", "RAISON SOCIALE", "DENOMINATION"),
    SIEGE("ADRESSE DU SIEGE SOCIAL", "ADRESSE DU SIEGE", "SIEGE SOCIAL", "SIEGE"),
    ADRESSE_D_ETABLISSEMENT(
            "ADRESSE DE L’ETABLISSEMENT PRINCIPAL", "ADRESSE DE L’ETABLISSEMENT", "ADRESSE DE L’ENTREPRISE"),
    NOM_COMMERCIAL("NOM COMMERCIAL", "ENSEIGNE"),
    NOM_ET_PRENOMS(
            "NOM PRENOMS",
            "NOM ET PRENOMS",
            "NOM PRENOM",
            "NOM ET PRENOM",
            "NOM/PRENOMS",
            "NOM DE NAISSANCE ET PRENOMS",
            "NOM DE NAISSANCE PRENOMS"),
    NOM("NOM DE NAISSANCE", "NOM DE FAMILLE", "NOM PATRONYMIQUE", "NOM"),
    PRENOMS("PRENOMS", "PRENOM"),
    NOM_D_USAGE("NOM D’USAGE", "NOM MARITAL", "NOM D’EPOUSE"),
    REPRESENTANT(
            "REPRESENTEE PAR",
            "REPRESENTE PAR",
            "REPRESENTANT PERMANENT",
            "REPRESENTANT LEGAL",
            "AYANT POUR REPRESENTANT",
            "REPRESENTANT"),
    QUALITE("QUALITE", "FONCTION"),
    AUTRE(
            "DATE D’IMMATRICULATION",
            "DATE DE LA PREMIERE IMMATRICULATION",
            "DATE ET LIEU DE NAISSANCE",
            "DATE DE NAISSANCE",
            "LIEU DE NAISSANCE",
            "NE LE",
            "NEE LE",
            "NATIONALITE",
            "DOMICILE PERSONNEL",
            "DOMICILE",
            "DEMEURANT",
            "ADRESSE PERSONNELLE",
            "ADRESSE",
            "SIGLE",
            "PSEUDONYME",
            "FORME JURIDIQUE",
            "FORME",
            "CAPITAL SOCIAL",
            "CAPITAL",
            "AU CAPITAL DE",
            "ACTIVITES PRINCIPALES",
            "ACTIVITE PRINCIPALE",
            "ACTIVITES EXERCEES",
            "ACTIVITE EXERCEE",
            "ACTIVITE",
            "OBJET SOCIAL",
            "OBJET",
            "DUREE DE LA PERSONNE MORALE",
            "DUREE DE LA SOCIETE",
            "DUREE",
            "DATE DE CLOTURE",
            "DATE DE COMMENCEMENT",
            "CLOTURE",
            "CONSTITUTION",
            "DEPOT DE L’ACTE",
            "JOURNAL",
            "PUBLICATION",
            "ORIGINE DU FONDS",
            "MODE D’EXPLOITATION",
            "CODE APE",
            "CODE DE VERIFICATION",
            "IDENTIFIANT EUROPEEN",
            "EUID",
            "SIRET",
            "NUMERO DE GESTION",
            "N° DE GESTION",
            "N° GESTION",
            "GREFFE DU TRIBUNAL",
            "LE GREFFIER",
            "POUR EXTRAIT",
            "FIN DE L’EXTRAIT",
            "PAGE",
            "A JOUR AU",
            "EXTRAIT DELIVRE LE",
            "DELIVRE LE");

    private record Forme(MotsDeGreffe etiquette, List<String> mots) {}

    /** Les plus longues d’abord : « Nom » commence aussi « Nom d’usage ». */
    private static final List<Forme> FORMES = Arrays.stream(values())
            .flatMap(etiquette -> etiquette.formes.stream().map(forme -> new Forme(etiquette, forme)))
            .sorted(Comparator.comparingInt((Forme forme) -> -forme.mots().size()))
            .toList();

    /** Les mêmes, sous leur premier mot. */
    private static final Map<String, List<Forme>> PAR_PREMIER_MOT =
            FORMES.stream().collect(Collectors.groupingBy(forme -> forme.mots().getFirst()));

    private final List<List<String>> formes;

    MotsDeGreffe(String... formes) {
        this.formes = Stream.of(formes)
                .map(forme -> List.of(Plis.plier(forme).split(" ")))
                .toList();
    }

    /** Ce qu’une ligne annonce, et ce qui en suit. */
    record Annonce(MotsDeGreffe etiquette, String suite, boolean ponctuee) {}

    static Optional<Annonce> de(LigneDExtrait ligne) {
        return commencantPar(ligne, 0).stream()
                .filter(forme -> ligne.dit(forme.mots(), 0))
                .findFirst()
                .map(forme -> new Annonce(
                        forme.etiquette(),
                        ligne.apres(forme.mots()).orElse(""),
                        ligne.dit(
                                List.of(LigneDExtrait.DEUX_POINTS), forme.mots().size())));
    }

    /** Le rang où une autre annonce commence dans la ligne, -1 s’il n’y en a pas : elle est suivie de deux points, ou dit un représentant. */
    static int suivante(LigneDExtrait ligne) {
        for (var debut = Math.max(1, longueur(ligne)); debut < ligne.plis().size(); debut++) {
            for (var forme : commencantPar(ligne, debut)) {
                if (ligne.dit(forme.mots(), debut)
                        && (ligne.dit(
                                        List.of(LigneDExtrait.DEUX_POINTS),
                                        debut + forme.mots().size())
                                || forme.etiquette() == REPRESENTANT
                                        && forme.mots().size() == 2)) {
                    return debut;
                }
            }
        }
        return -1;
    }

    private static List<Forme> commencantPar(LigneDExtrait ligne, int rang) {
        return rang < ligne.plis().size()
                ? PAR_PREMIER_MOT.getOrDefault(ligne.plis().get(rang), List.of())
                : List.of();
    }

    /** Le nombre de mots de l’annonce par laquelle elle commence. */
    private static int longueur(LigneDExtrait ligne) {
        return commencantPar(ligne, 0).stream()
                .filter(forme -> ligne.dit(forme.mots(), 0))
                .findFirst()
                .map(forme -> forme.mots().size())
                .orElse(0);
    }
}
