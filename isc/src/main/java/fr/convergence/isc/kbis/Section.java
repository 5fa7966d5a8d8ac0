package fr.convergence.isc.kbis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Les parties d’un extrait ; leur ordre varie d’un greffe à l’autre. */
enum Section {
    IDENTITE(
            "IDENTIFICATION DE LA PERSONNE",
            "IDENTIFICATION DE LA SOCIETE",
            "IDENTIFICATION DE L’ENTREPRISE",
            "IDENTITE DE L’ENTREPRISE",
            "IDENTITE DE LA PERSONNE",
            "RENSEIGNEMENTS RELATIFS A LA PERSONNE",
            "RENSEIGNEMENTS SUR LA PERSONNE",
            "RENSEIGNEMENTS RELATIFS A LA SOCIETE"),
    DIRECTION(
            "GESTION DIRECTION",
            "DIRECTION ADMINISTRATION",
            "ADMINISTRATION DE LA SOCIETE",
            "ADMINISTRATION",
            "DIRIGEANTS",
            "ORGANES DE DIRECTION",
            "RENSEIGNEMENTS RELATIFS AUX DIRIGEANTS",
            "MANDATAIRES SOCIAUX",
            "REPRESENTANTS LEGAUX"),
    ETABLISSEMENT(
            "RENSEIGNEMENTS RELATIFS A L’ACTIVITE",
            "RENSEIGNEMENTS RELATIFS AUX ETABLISSEMENTS",
            "RENSEIGNEMENTS RELATIFS A L’ETABLISSEMENT",
            "RENSEIGNEMENTS SUR L’ACTIVITE",
            "ETABLISSEMENT PRINCIPAL",
            "ETABLISSEMENTS",
            "ETABLISSEMENT SECONDAIRE"),
    OBSERVATIONS("OBSERVATIONS", "IMMATRICULATIONS HORS RESSORT", "AUTRES RENSEIGNEMENTS", "MENTIONS");

    private final List<List<String>> titres;

    Section(String... titres) {
        this.titres = Arrays.stream(titres)
                .map(titre -> List.of(Plis.plier(titre).split(" ")))
                .toList();
    }

    /** Celle que cette ligne ouvre : un titre n’annonce pas de valeur. */
    static Optional<Section> de(LigneDExtrait ligne) {
        return ligne.plis().contains(LigneDExtrait.DEUX_POINTS)
                        && !ligne.plis().getLast().equals(LigneDExtrait.DEUX_POINTS)
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(section -> section.titres.stream().anyMatch(titre -> ligne.dit(titre, 0)))
                        .findFirst();
    }
}
