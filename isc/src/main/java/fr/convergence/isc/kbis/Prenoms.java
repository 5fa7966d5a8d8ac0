package fr.convergence.isc.kbis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Des prénoms, du premier au dernier ; « Jean-Marie » en est un seul, de deux mots.
 *
 * @param bornes le rang où chacun commence, et le rang de la fin
 */
record Prenoms(List<String> mots, Set<Integer> bornes) {

    static Prenoms de(String texte) {
        var mots = new ArrayList<String>();
        var bornes = new HashSet<Integer>();
        for (var groupe : Plis.plier(texte).split("[\\s,;]+")) {
            bornes.add(mots.size());
            mots.addAll(Plis.mots(groupe));
        }
        bornes.add(mots.size());
        return new Prenoms(List.copyOf(mots), Set.copyOf(bornes));
    }

    /** Un prénom usuel peut être n’importe lequel des prénoms ; la moitié d’un prénom composé en est un autre, peut-être. */
    Ressemblance avec(Prenoms inscrits) {
        if (mots.isEmpty() || inscrits.mots.isEmpty()) {
            return Ressemblance.AUTRE;
        }
        if (String.join("", mots).equals(String.join("", inscrits.mots))
                || inscrits.contient(mots, true)
                || commencePar(inscrits.mots)) {
            return Ressemblance.RECONNU;
        }
        return inscrits.contient(mots, false) || contient(inscrits.mots, false) || initiales(inscrits)
                ? Ressemblance.DOUTEUX
                : Ressemblance.AUTRE;
    }

    private boolean contient(List<String> autres, boolean entiers) {
        for (var debut = 0; debut + autres.size() <= mots.size(); debut++) {
            var fin = debut + autres.size();
            if (mots.subList(debut, fin).equals(autres)
                    && (!entiers || bornes.containsAll(Arrays.asList(debut, fin)))) {
                return true;
            }
        }
        return false;
    }

    private boolean commencePar(List<String> autres) {
        return bornes.contains(autres.size()) && Collections.indexOfSubList(mots, autres) == 0;
    }

    private boolean initiales(Prenoms inscrits) {
        var mien = mots.getFirst();
        var sien = inscrits.mots.getFirst();
        return mien.charAt(0) == sien.charAt(0) && (mien.length() == 1 || sien.length() == 1);
    }
}
