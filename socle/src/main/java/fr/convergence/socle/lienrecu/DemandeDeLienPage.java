package fr.convergence.socle.lienrecu;

import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Page;
import org.springframework.http.HttpStatus;

/** Demander un lien en nommant son compte. */
public record DemandeDeLienPage(Objet objet, Erreurs erreurs, HttpStatus statut) implements Page {

    /** Ce que le lien permettra. */
    public enum Objet {
        ACTIVATION("lienrecu.renvoi", "/activation/renvois"),
        MOT_DE_PASSE("lienrecu.oubli", "/mot-de-passe-oublie");

        private final String cle;
        private final String action;

        Objet(String cle, String action) {
            this.cle = cle;
            this.action = action;
        }

        public String cle() {
            return cle;
        }

        public String action() {
            return action;
        }
    }

    static DemandeDeLienPage vierge(Objet objet) {
        return new DemandeDeLienPage(objet, Erreurs.aucune(), HttpStatus.OK);
    }

    static DemandeDeLienPage incomplete(Objet objet) {
        var erreurs = Erreurs.aucune().ajouter("identifiant", "lienrecu.identifiant.vide");
        return new DemandeDeLienPage(objet, erreurs, HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
