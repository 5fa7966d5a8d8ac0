package fr.convergence.isc.demande;

import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.PageDeSaisie;

/**
 * Le détail d'une demande : valeur actuelle, valeur demandée, commentaire, « Refuser », « Valider ».
 *
 * @param chemin celui de la liste
 * @param motif ce qui a été tapé pour un refus
 */
public record DemandePage(
        DemandeATraiter demande, String demandeur, String entreprise, String chemin, String motif, Erreurs erreurs)
        implements PageDeSaisie {

    public boolean inscription() {
        return demande.nature() == DemandeATraiter.Nature.INSCRIPTION;
    }
}
