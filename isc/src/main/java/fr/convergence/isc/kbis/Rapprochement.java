package fr.convergence.isc.kbis;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Le prénom et le nom saisis sont-ils ceux d’un mandataire : accents, ordre, traits d’union, autres prénoms et particules mis à part. */
final class Rapprochement {

    /** Celles qu’un état civil écrit et qu’une personne omet ; « Le », « La » font partie du nom. */
    private static final Set<String> PARTICULES = Set.of("DE", "D", "DU", "DES", "VON");

    private final Prenoms prenoms;
    private final List<String> nom;
    private final String nomSaisi;
    private final boolean latins;

    Rapprochement(String prenom, String nom) {
        this.prenoms = Prenoms.de(prenom);
        this.nom = Plis.mots(nom);
        this.nomSaisi = nom;
        this.latins = Plis.latin(prenom) && Plis.latin(nom);
    }

    Ressemblance avec(NomLu lu) {
        if (nom.isEmpty() || prenoms.mots().isEmpty()) {
            return Ressemblance.AUTRE;
        }
        if (!latins || !Plis.latin(lu.nom() + lu.prenoms())) {
            return Ressemblance.DOUTEUX;
        }
        if (!lu.separe()) {
            return nonSepare(lu);
        }
        return Stream.concat(Stream.of(lu.nom()), lu.usage().stream())
                .map(inscrit -> avec(inscrit, lu.prenoms()))
                .reduce(Ressemblance.AUTRE, Ressemblance::ou);
    }

    /** Le nom et un prénom s’y suivent quelque part : de quoi ne pas dire à une personne qu’elle n’y est pas. */
    boolean seLitDans(String texte) {
        var mots = Plis.mots(texte);
        var proches = 8;
        for (var i = 0;
                i + nom.size() <= mots.size()
                        && !nom.isEmpty()
                        && !prenoms.mots().isEmpty();
                i++) {
            var autour = mots.subList(Math.max(0, i - proches), Math.min(mots.size(), i + nom.size() + proches));
            if (mots.subList(i, i + nom.size()).equals(nom)
                    && autour.contains(prenoms.mots().getFirst())) {
                return true;
            }
        }
        return false;
    }

    private Ressemblance avec(String nomInscrit, String prenomsInscrits) {
        return noms(Plis.mots(nomInscrit)).et(prenoms.avec(Prenoms.de(prenomsInscrits)));
    }

    private Ressemblance noms(List<String> inscrit) {
        var mien = sansParticules(nom);
        var sien = sansParticules(inscrit);
        if (joints(nom).equals(joints(inscrit)) || joints(mien).equals(joints(sien))) {
            return Ressemblance.RECONNU;
        }
        return Collections.indexOfSubList(sien, mien) >= 0 || Collections.indexOfSubList(mien, sien) >= 0
                ? Ressemblance.DOUTEUX
                : Ressemblance.AUTRE;
    }

    /** Toutes les coupes possibles ; sans savoir qui vient d’abord, trois mots ou plus ne prouvent rien s’ils n’y sont pas tous. */
    private Ressemblance nonSepare(NomLu lu) {
        var mots = List.of(lu.nom().strip().split("[\\s,]+"));
        var tout = Plis.mots(lu.nom());
        if (tout.equals(enchaines(Plis.mots(nomSaisi), prenoms.mots()))
                || !lu.nomDAbord() && tout.equals(enchaines(prenoms.mots(), nom))) {
            return Ressemblance.RECONNU;
        }
        var meilleure = Ressemblance.AUTRE;
        for (var coupe = 1; coupe < mots.size(); coupe++) {
            var debut = String.join(" ", mots.subList(0, coupe));
            var fin = String.join(" ", mots.subList(coupe, mots.size()));
            meilleure = meilleure.ou(avec(debut, fin));
            if (!lu.nomDAbord()) {
                meilleure = meilleure.ou(avec(fin, debut));
            }
        }
        return lu.nomDAbord() || mots.size() <= 2 ? meilleure : incertaine(meilleure);
    }

    private static Ressemblance incertaine(Ressemblance trouvee) {
        return trouvee == Ressemblance.RECONNU ? Ressemblance.DOUTEUX : trouvee;
    }

    private static List<String> enchaines(List<String> uns, List<String> autres) {
        return Stream.concat(uns.stream(), autres.stream()).toList();
    }

    private static List<String> sansParticules(List<String> mots) {
        var propres = mots.stream().filter(mot -> !PARTICULES.contains(mot)).toList();
        return propres.isEmpty() ? mots : propres;
    }

    private static String joints(List<String> mots) {
        return String.join("", mots);
    }
}
