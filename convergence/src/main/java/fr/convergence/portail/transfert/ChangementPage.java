package fr.convergence.portail.transfert;

import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.PageDeSaisie;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Qui tient une candidature, à qui l'opérateur peut la confier, par qui elle est passée.
 *
 * @param tenu le compte de son référent
 * @param possibles les autres référents de son établissement
 */
public record ChangementPage(
        String reference,
        String guichet,
        String etablissement,
        String tenu,
        String referent,
        List<Choix> possibles,
        List<Passe> passes,
        Saisie saisie,
        Erreurs erreurs)
        implements PageDeSaisie {

    static final String VERS = "vers";
    static final String MOTIF = "motif";

    /** @param aRendre le compte à qui le rendre en le défaisant ; vide si c'est trop tard, ou s'il n'est plus là */
    public record Passe(Instant le, String ancien, String nouveau, String motif, String aRendre) {

        Passe ancienne() {
            return new Passe(le, ancien, nouveau, motif, "");
        }

        public boolean defaisable() {
            return !aRendre.isEmpty();
        }
    }

    /**
     * @param vers le compte choisi
     * @param tenu le référent que la page montrait
     */
    record Saisie(
            @Nullable String vers,
            @Nullable String tenu,
            @Nullable String motif) {

        static final Saisie VIERGE = new Saisie(null, null, null);

        String choisi() {
            return vers == null ? "" : vers;
        }

        String lu() {
            return tenu == null ? "" : tenu;
        }
    }

    public String choisi() {
        return saisie.choisi();
    }

    public String motif() {
        return saisie.motif() == null ? "" : saisie.motif();
    }
}
