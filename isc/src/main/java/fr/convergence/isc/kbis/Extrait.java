package fr.convergence.isc.kbis;

import fr.convergence.isc.kbis.MotsDeGreffe.Annonce;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Le texte d’un extrait, rangé par parties ; ce qui précède le premier titre est de l’identité.
 *
 * @param texte entier, à comparer
 */
record Extrait(String texte, Map<Section, List<LigneDExtrait>> parties) {

    /** Une valeur se poursuit sur les lignes qui suivent, mais pas plus loin. */
    private static final int SUITE = 3;

    /** Vingt pages en ont moins, et leurs lignes sont plus courtes : ce qui dépasse n’est pas d’un greffe. */
    private static final int LIGNES = 3_000;

    private static final int SIGNES = 1_000;

    static Extrait de(String texte) {
        var parties = new EnumMap<Section, List<LigneDExtrait>>(Section.class);
        var ouverte = Section.IDENTITE;
        for (var brute : texte.lines()
                .limit(LIGNES)
                .map(ligne -> LigneDExtrait.de(ligne.length() > SIGNES ? ligne.substring(0, SIGNES) : ligne))
                .filter(ligne -> !ligne.vide())
                .toList()) {
            var titre = Section.de(brute);
            if (titre.isPresent()) {
                ouverte = titre.get();
                continue;
            }
            decouper(brute, parties.computeIfAbsent(ouverte, _ -> new ArrayList<>()));
        }
        return new Extrait(Plis.plier(texte), parties);
    }

    List<LigneDExtrait> lignes(Section section) {
        return parties.getOrDefault(section, List.of());
    }

    /** La première valeur qu’une de ces étiquettes annonce dans cette partie, avec ses lignes suivantes. */
    Optional<String> valeur(Section section, MotsDeGreffe etiquette, String entreLignes) {
        var lignes = lignes(section);
        for (var i = 0; i < lignes.size(); i++) {
            var annonce = MotsDeGreffe.de(lignes.get(i));
            if (annonce.map(Annonce::etiquette).filter(etiquette::equals).isPresent()) {
                var valeur = avecSuite(annonce.get().suite(), lignes, i + 1, entreLignes);
                if (!valeur.isEmpty()) {
                    return Optional.of(valeur);
                }
            }
        }
        return Optional.empty();
    }

    private static String avecSuite(String debut, List<LigneDExtrait> lignes, int suivante, String entreLignes) {
        var morceaux = new ArrayList<String>();
        if (!debut.isEmpty()) {
            morceaux.add(debut);
        }
        for (var i = suivante; i < Math.min(lignes.size(), suivante + SUITE); i++) {
            var ligne = lignes.get(i);
            var annonce = MotsDeGreffe.de(ligne);
            // Une société peut s’appeler « Objet Connecté » : sa ligne n’annonce rien si on l’attend.
            var attendue = morceaux.isEmpty()
                    && annonce.filter(lue -> lue.ponctuee() || lue.suite().isEmpty())
                            .isEmpty();
            if (annonce.isPresent() && !attendue) {
                break;
            }
            morceaux.add(ligne.texte());
        }
        return String.join(entreLignes, morceaux);
    }

    /** Deux colonnes : « Nom : DUPONT   Prénoms : Jean » est deux annonces. */
    private static void decouper(LigneDExtrait ligne, List<LigneDExtrait> vers) {
        var reste = ligne;
        for (var coupe = MotsDeGreffe.suivante(reste); coupe > 0; coupe = MotsDeGreffe.suivante(reste)) {
            vers.add(reste.jusqua(coupe));
            reste = reste.depuis(coupe);
        }
        vers.add(reste);
    }
}
