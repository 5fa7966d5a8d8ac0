package fr.convergence.isc.inscription;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.List;

/** « Votre rôle » : les trois, et ce que chacun veut dire (guide, pages 4 et 18). */
public record ChoixDuRolePage(String choisi, Erreurs erreurs) implements PageDeSaisie {

    public List<Fonction> roles() {
        return List.of(Fonction.MANDATAIRE, Fonction.REPRESENTANT, Fonction.SALARIE);
    }
}
