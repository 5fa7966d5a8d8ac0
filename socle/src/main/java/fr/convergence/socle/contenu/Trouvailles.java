package fr.convergence.socle.contenu;

import java.util.EnumSet;
import java.util.Set;

/** Les contenus actifs rencontrés pendant un contrôle ; celui que la règle refuse l'interrompt. */
final class Trouvailles {

    /** Un nom plus long n'aiderait pas à retrouver le fichier. */
    private static final int NOM_MAX = 80;

    private final Set<ContenuActif> refuses;
    private final Set<ContenuActif> vues = EnumSet.noneOf(ContenuActif.class);

    Trouvailles(Regle regle) {
        this.refuses = regle.refuses();
    }

    void voir(ContenuActif actif) throws ContenuRefuse {
        voir(actif, "");
    }

    /** @param ou le nom de ce qui le porte, vide si c'est le fichier lui-même */
    void voir(ContenuActif actif, String ou) throws ContenuRefuse {
        if (refuses.contains(actif)) {
            throw new ContenuRefuse(Refus.actif(actif, ou.length() > NOM_MAX ? ou.substring(0, NOM_MAX) : ou));
        }
        vues.add(actif);
    }

    Set<ContenuActif> vues() {
        return vues;
    }
}
