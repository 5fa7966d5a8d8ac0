package fr.convergence.portail.cledacces;

import fr.convergence.portail.compte.Comptes;
import fr.convergence.socle.personne.EtatDePersonne;
import fr.convergence.socle.personne.IdentiteChangee;
import fr.convergence.socle.personne.SecondFacteurDelie;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Un second facteur réinitialisé l'est en entier : l'appareil perdu portait peut-être aussi une clé. Un compte effacé n'en a plus. */
@Component
final class OublierLesCles {

    private final ClesDAcces cles;
    private final Comptes comptes;

    OublierLesCles(ClesDAcces cles, Comptes comptes) {
        this.cles = cles;
        this.comptes = comptes;
    }

    @EventListener
    void sur(IdentiteChangee fait) {
        comptes.titulaire(fait.compte())
                .filter(compte -> compte.etat() instanceof EtatDePersonne.Supprime)
                .ifPresent(compte -> cles.retirerToutes(compte.id()));
    }

    @EventListener
    void sur(SecondFacteurDelie fait) {
        cles.retirerToutes(fait.compte());
    }
}
