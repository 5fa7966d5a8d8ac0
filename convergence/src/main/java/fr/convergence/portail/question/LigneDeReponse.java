package fr.convergence.portail.question;

import fr.convergence.socle.page.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;

/** Ce qu'une partie de réponse donne à lire, dans une page, un PDF ou un export ; rien quand elle est sans réponse. */
public record LigneDeReponse(String partie, Message libelle, List<String> textes) {

    public LigneDeReponse {
        textes = List.copyOf(textes);
    }

    /** La même, où chaque texte se lit comme {@code nom} le dit : un fichier, par le sien. */
    public LigneDeReponse nommee(UnaryOperator<String> nom) {
        return new LigneDeReponse(partie, libelle, textes.stream().map(nom).toList());
    }

    /** La même partie d'une réponse, avant et après : une ligne parue ou disparue est vide de l'autre côté. */
    public record Paire(LigneDeReponse avant, LigneDeReponse apres) {

        public Message libelle() {
            return apres.libelle;
        }

        public boolean change() {
            return !avant.textes.equals(apres.textes);
        }
    }

    /** Partie par partie, celles d'aujourd'hui puis celles qui n'y sont plus. */
    public static List<Paire> apparier(List<LigneDeReponse> avant, List<LigneDeReponse> apres) {
        var anciennes = new LinkedHashMap<String, LigneDeReponse>();
        avant.forEach(ligne -> anciennes.put(ligne.partie, ligne));
        var paires = new ArrayList<Paire>();
        for (var ligne : apres) {
            var ancienne = anciennes.remove(ligne.partie);
            paires.add(new Paire(ancienne == null ? ligne.vide() : ancienne, ligne));
        }
        anciennes.values().forEach(ligne -> paires.add(new Paire(ligne, ligne.vide())));
        return paires;
    }

    private LigneDeReponse vide() {
        return new LigneDeReponse(partie, libelle, List.of());
    }
}
