package fr.convergence.portail.reconduction;

import fr.convergence.portail.reconduction.Bilan.Laissee;
import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.List;
import java.util.Optional;

/**
 * « Repartir d'une ancienne candidature » : laquelle, puis ce qui s'en reprend.
 *
 * @param possible vrai si l'étape s'écrit
 * @param apercu ce que donnerait celle qui est choisie
 */
public record ReconductionPage(
        String reference,
        String guichet,
        boolean possible,
        List<Choix> anciennes,
        String ancienne,
        Optional<Apercu> apercu,
        Erreurs erreurs)
        implements PageDeSaisie {

    static final String ANCIENNE = "ancienne";

    public ReconductionPage {
        anciennes = List.copyOf(anciennes);
    }

    /** @param reponses combien se reprennent */
    public record Apercu(int reponses, List<Laissee> laissees, List<Choix> preuves) {

        public Apercu {
            laissees = List.copyOf(laissees);
            preuves = List.copyOf(preuves);
        }

        public boolean utile() {
            return reponses > 0 || !preuves.isEmpty();
        }
    }
}
