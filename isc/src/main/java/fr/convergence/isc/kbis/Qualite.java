package fr.convergence.isc.kbis;

import java.util.List;
import java.util.Optional;

/**
 * Ce qu’une personne est dans l’entreprise.
 *
 * @param ecrite comme l’extrait l’écrit
 */
record Qualite(String ecrite, Genre genre) {

    enum Genre {
        ENGAGE,
        N_ENGAGE_PAS,
        /** Ni dirigeant ni membre d’un conseil. */
        TIERS
    }

    private record Forme(List<String> mots, Genre genre) {}

    /** Les plus longues d’abord. */
    private static final List<Forme> FORMES = List.of(
            forme("PRESIDENT DU CONSEIL D’ADMINISTRATION ET DIRECTEUR GENERAL", Genre.ENGAGE),
            forme("PERSONNE AYANT LE POUVOIR D’ENGAGER", Genre.ENGAGE),
            forme("PRESIDENT DU CONSEIL D’ADMINISTRATION", Genre.N_ENGAGE_PAS),
            forme("PRESIDENT DU CONSEIL DE SURVEILLANCE", Genre.N_ENGAGE_PAS),
            forme("MEMBRE DU CONSEIL DE SURVEILLANCE", Genre.N_ENGAGE_PAS),
            forme("MEMBRE DU CONSEIL D’ADMINISTRATION", Genre.N_ENGAGE_PAS),
            forme("COMMISSAIRES AUX COMPTES", Genre.TIERS),
            forme("COMMISSAIRE AUX COMPTES", Genre.TIERS),
            forme("PRESIDENT DU DIRECTOIRE", Genre.ENGAGE),
            forme("MEMBRE DU DIRECTOIRE", Genre.N_ENGAGE_PAS),
            forme("DIRECTEUR GENERAL", Genre.ENGAGE),
            forme("DIRECTEURS GENERAUX", Genre.ENGAGE),
            forme("DIRECTRICE GENERALE", Genre.ENGAGE),
            forme("PRESIDENT DIRECTEUR", Genre.ENGAGE),
            forme("PRESIDENT-DIRECTEUR", Genre.ENGAGE),
            forme("ENTREPRENEUR INDIVIDUEL", Genre.ENGAGE),
            forme("ASSOCIE GERANT", Genre.ENGAGE),
            forme("VICE-PRESIDENT", Genre.N_ENGAGE_PAS),
            forme("ADMINISTRATEUR", Genre.N_ENGAGE_PAS),
            forme("ADMINISTRATEURS", Genre.N_ENGAGE_PAS),
            forme("ADMINISTRATRICE", Genre.N_ENGAGE_PAS),
            forme("PRESIDENT", Genre.ENGAGE),
            forme("PRESIDENTE", Genre.ENGAGE),
            forme("CO-GERANT", Genre.ENGAGE),
            forme("CO-GERANTS", Genre.ENGAGE),
            forme("COGERANT", Genre.ENGAGE),
            forme("COGERANTS", Genre.ENGAGE),
            forme("GERANT", Genre.ENGAGE),
            forme("GERANTE", Genre.ENGAGE),
            forme("GERANTS", Genre.ENGAGE),
            forme("LIQUIDATEUR", Genre.ENGAGE),
            forme("DIRECTEUR", Genre.N_ENGAGE_PAS),
            forme("ASSOCIE", Genre.TIERS),
            forme("ASSOCIES", Genre.TIERS));

    /** Ce qui précise une qualité sans être un nom. */
    private static final List<String> SUITES = List.of(
            "GENERAL",
            "DELEGUE",
            "DELEGUEE",
            "UNIQUE",
            "ET",
            "ASSOCIE",
            "ASSOCIEE",
            "INDEFINIMENT",
            "RESPONSABLE",
            "TITULAIRE",
            "SUPPLEANT",
            "NON",
            "DE",
            "LA",
            "SOCIETE",
            "L’ENTREPRISE",
            "PERSONNE",
            "MORALE",
            "DIRECTEUR",
            "HABITUELLEMENT");

    /** Une qualité, et ce qui la suit sur sa ligne. */
    record Annonce(Qualite qualite, String suite) {}

    static Optional<Annonce> de(LigneDExtrait ligne) {
        for (var forme : FORMES) {
            if (ligne.dit(forme.mots(), 0)) {
                var fin = forme.mots().size();
                while (fin < ligne.plis().size() && SUITES.contains(ligne.plis().get(fin))) {
                    fin++;
                }
                var ecrite = ligne.jusqua(fin);
                return Optional.of(new Annonce(
                        new Qualite(ecrite.texte(), forme.genre()),
                        ligne.apres(ecrite.plis()).orElse("")));
            }
        }
        return Optional.empty();
    }

    private static Forme forme(String mots, Genre genre) {
        return new Forme(List.of(Plis.plier(mots).split(" ")), genre);
    }
}
