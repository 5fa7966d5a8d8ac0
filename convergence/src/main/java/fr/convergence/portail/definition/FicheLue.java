package fr.convergence.portail.definition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Une fiche tirée d'un fichier. */
final class FicheLue implements Fiche {

    private final Noeud.Objet objet;
    private final Defauts defauts;
    private final Set<String> connues = new HashSet<>();

    private FicheLue(Noeud.Objet objet, Defauts defauts) {
        this.objet = objet;
        this.defauts = defauts;
    }

    static <T> T lire(Noeud.Objet objet, Defauts defauts, Function<Fiche, T> lecture) {
        var fiche = new FicheLue(objet, defauts);
        var lue = lecture.apply(fiche);
        fiche.refuserLesInconnues();
        return lue;
    }

    @Override
    public <T> T obligatoire(String cle, Genre<T> genre) {
        if (!objet.champs().containsKey(cle)) {
            connues.add(cle);
            defauts.ajouter(objet.ligne(), "« " + cle + " » manque");
            return genre.temoin();
        }
        return facultatif(cle, genre).orElseGet(genre::temoin);
    }

    @Override
    public <T> Optional<T> facultatif(String cle, Genre<T> genre) {
        connues.add(cle);
        return Optional.ofNullable(objet.champs().get(cle)).flatMap(c -> genre.lire(cle, c.valeur(), defauts));
    }

    @Override
    public <T> T variante(String cle, Map<String, Function<Fiche, T>> lectures) {
        var choisie = obligatoire(cle, Genres.texte(60));
        var lecture = lectures.get(choisie);
        if (lecture != null) {
            return lecture.apply(this);
        }
        if (!choisie.isEmpty()) {
            refuser(cle, "« " + choisie + " » est inconnu" + proche(choisie, lectures.keySet()));
        }
        connues.addAll(objet.champs().keySet()); // de quelle variante seraient-elles ?
        return lectures.values().iterator().next().apply(new FicheDecrite());
    }

    @Override
    public void refuser(String cle, String raison) {
        var champ = objet.champs().get(cle);
        defauts.ajouter(champ == null ? objet.ligne() : champ.ligne(), "« " + cle + " » : " + raison);
    }

    private void refuserLesInconnues() {
        objet.champs().forEach((cle, champ) -> {
            if (!connues.contains(cle)) {
                defauts.ajouter(champ.ligne(), "« " + cle + " » n’a pas de sens ici" + proche(cle, connues));
            }
        });
    }

    private static String proche(String mot, Collection<String> connus) {
        List<String> candidats = new ArrayList<>(connus);
        candidats.removeIf(c -> distance(mot, c) > 2);
        return candidats.isEmpty() ? "" : " ; vouliez-vous écrire « " + String.join(" », « ", candidats) + " » ?";
    }

    /** Distance de Levenshtein, sur des mots courts. */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 2) {
            return 3;
        }
        var ligne = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            ligne[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var diagonale = ligne[0];
            ligne[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var echange = diagonale + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonale = ligne[j];
                ligne[j] = Math.min(echange, Math.min(ligne[j], ligne[j - 1]) + 1);
            }
        }
        return ligne[b.length()];
    }
}
