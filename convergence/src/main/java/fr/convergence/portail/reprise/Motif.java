package fr.convergence.portail.reprise;

import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Formats;

/** Un texte que l'on doit écrire, et que l'autre lira. */
final class Motif {

    static final int MAX = 1_000;

    private Motif() {}

    static Erreurs erreurs(String champ, String texte, String manque) {
        var erreurs = Erreurs.aucune();
        if (FormeNormale.vide(texte)) {
            erreurs.ajouter(champ, manque);
        } else if (texte.length() > MAX) {
            erreurs.ajouter(champ, "reprise.long", Formats.entier(texte.length()), Formats.entier(MAX));
        }
        return erreurs;
    }
}
