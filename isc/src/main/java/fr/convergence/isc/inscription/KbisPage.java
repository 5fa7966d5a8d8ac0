package fr.convergence.isc.inscription;

import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.PageDeSaisie;
import org.jspecify.annotations.Nullable;

/**
 * « Votre entreprise » : le Kbis à déposer, ou ce qui en a été lu.
 *
 * @param document celui qui est déposé et qui tient, nul s’il n’y en a pas
 * @param ecarte vrai quand celui qui l’était vient d’être refusé par l’analyse
 * @param motif ce qu’un opérateur a redemandé
 */
public record KbisPage(
        @Nullable DocumentDEntreprise document,
        boolean ecarte,
        @Nullable String motif,
        Erreurs erreurs) implements PageDeSaisie {

    public String tailleMax() {
        return Formats.taille(DeposerDocument.TAILLE_MAX);
    }

    public String suite() {
        return EtapeDuMandataire.IDENTITE.adresse();
    }
}
