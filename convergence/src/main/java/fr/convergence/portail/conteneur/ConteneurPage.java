package fr.convergence.portail.conteneur;

import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.Optional;

/**
 * Le conteneur d'une question confidentielle : ses identifiants tant qu'il n'est pas activé, de quoi le télécharger ensuite.
 *
 * @param retour la question dans sa section
 * @param identifiants montrés cette fois, tant que le conteneur n'est pas activé
 * @param numero celui de ce conteneur, 0 quand il n'y en a pas
 * @param remis il se télécharge, et ses identifiants ne se montrent plus
 */
public record ConteneurPage(
        Erreurs erreurs,
        String reference,
        String objectif,
        String adresse,
        String retour,
        Optional<Identifiants> identifiants,
        int numero,
        boolean remis,
        boolean zed,
        boolean accepte,
        boolean modifiable)
        implements PageDeSaisie {

    static ConteneurPage de(
            EspaceConfidentiel espace, EtatDuConteneur etat, Optional<Identifiants> identifiants, Erreurs erreurs) {
        return new ConteneurPage(
                erreurs,
                espace.reference(),
                espace.question().libelle(),
                espace.adresse(),
                espace.ancre(),
                identifiants,
                etat.conteneur().map(Conteneur::numero).orElse(0),
                etat.remis(),
                etat.conteneur()
                        .filter(conteneur -> conteneur.espece() == Conteneur.Espece.ZED)
                        .isPresent(),
                etat.accepte(),
                espace.modifiable());
    }

    /** Sans ses identifiants : une trace ne les écrit pas. */
    @Override
    public String toString() {
        return "ConteneurPage[" + adresse + "]";
    }
}
