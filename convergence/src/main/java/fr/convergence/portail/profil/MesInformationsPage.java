package fr.convergence.portail.profil;

import fr.convergence.portail.compte.Compte;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Lien;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.List;

/** Corriger ses informations. */
public record MesInformationsPage(List<Lien> menu, Saisie saisie, boolean telephoneFacultatif, Erreurs erreurs)
        implements PageDeSaisie {

    /** Ce qui est saisi, juste ou non. */
    public record Saisie(String civilite, String nom, String prenom, String telephone) {

        static Saisie de(Compte compte) {
            var telephone = compte.telephone();
            return new Saisie(
                    compte.civilite().name(),
                    compte.nom(),
                    compte.prenom(),
                    telephone == null ? "" : telephone.affichage());
        }
    }

    public List<Choix> civilites() {
        return Choix.de(Civilite.values(), Civilite::libelle);
    }
}
