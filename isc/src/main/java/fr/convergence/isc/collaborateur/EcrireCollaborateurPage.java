package fr.convergence.isc.collaborateur;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * « Ajouter un collaborateur », ou le corriger.
 *
 * @param id celui qui est corrigé, nul pour une invitation
 */
public record EcrireCollaborateurPage(@Nullable UUID id, SaisieDeCollaborateur saisie, Erreurs erreurs)
        implements PageDeSaisie {

    public boolean invitation() {
        return id == null;
    }

    public String action() {
        return id == null
                ? CollaborateursController.CHEMIN
                : CollaborateursController.CHEMIN + "/" + id + "/modification";
    }

    public String retour() {
        return id == null ? CollaborateursController.CHEMIN : CollaborateursController.CHEMIN + "/" + id;
    }

    public List<Fonction> fonctions() {
        return List.of(Fonction.REPRESENTANT, Fonction.SALARIE);
    }

    public List<Choix> civilites() {
        return Choix.de(Civilite.values(), Civilite::libelle);
    }
}
