package fr.convergence.portail.acces;

import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.page.ChampSaisi;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Saisi;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Les champs où l'on écrit, hors des questions d'un formulaire publié : ils se nomment pareil d'une page à l'autre. */
@Component
final class ChampsOrdinaires implements ChampsConnus {

    /** Ils ne se rendent ni ne se renvoient : mots de passe, codes, contrôle de sécurité, réponse d'une clé d'accès. */
    static final Set<String> SECRETS =
            Set.of("motDePasse", "confirmation", "actuel", "code", "codeRefus", "captcha", "controle", "reponse");

    private static final Set<String> JOURS = Set.of("retour", "jour");

    /** Chacun a son texte, « acces.champ.nom ». */
    static final Set<String> ECRITS = Set.of(
            "identifiant",
            "nomUtilisateur",
            "nom",
            "prenom",
            "courriel",
            "telephone",
            "motif",
            "motifRefus",
            "retour",
            "retenu",
            "avance",
            "jour",
            "objet",
            "corps",
            "message",
            "texte",
            "q");

    static boolean secret(String chemin, String champ) {
        return !desQuestions(chemin) && SECRETS.contains(champ);
    }

    /** Les champs d'un dossier sont des questions, qui peuvent porter ces noms ; sauf dans sa messagerie. */
    private static boolean desQuestions(String chemin) {
        return chemin.startsWith("/dossiers/") && !chemin.endsWith("/messages");
    }

    @Override
    public List<Saisi> lire(String chemin, Map<String, List<String>> champs) {
        return champs.entrySet().stream()
                .filter(_ -> !desQuestions(chemin))
                .filter(champ -> ECRITS.contains(champ.getKey()))
                .flatMap(champ -> lus(champ.getKey(), champ.getValue()))
                .toList();
    }

    private static Stream<Saisi> lus(String nom, List<String> valeurs) {
        return valeurs.stream()
                .filter(valeur -> !FormeNormale.vide(valeur))
                .map(valeur -> new Saisi(new Message("acces.champ." + nom), dit(nom, valeur)));
    }

    private static String dit(String nom, String valeur) {
        return JOURS.contains(nom) ? ChampSaisi.jour(valeur).map(Formats::date).orElse(valeur) : valeur;
    }
}
