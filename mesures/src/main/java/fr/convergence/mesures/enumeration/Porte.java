package fr.convergence.mesures.enumeration;

import fr.convergence.mesures.enumeration.Inconnu.Vu;
import java.util.Map;

/** Un endroit où nommer un compte. L'essai prépare tout, puis ne chronomètre que la requête qui le nomme. */
interface Porte {

    Vu essayer(Inconnu visiteur, String identifiant);

    /** Un formulaire d'une page, qui nomme le compte dans ce champ. */
    static Porte formulaire(String page, String action, String champ, Map<String, String> autres) {
        return (visiteur, identifiant) -> {
            visiteur.lire(page);
            var champs = new java.util.HashMap<>(autres);
            champs.put(champ, identifiant);
            return visiteur.envoyer(action, champs);
        };
    }
}
