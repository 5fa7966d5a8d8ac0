package fr.convergence.socle.cledacces;

import fr.convergence.socle.personne.EtatDePersonne;
import fr.convergence.socle.personne.IdentiteChangee;
import fr.convergence.socle.personne.Personnes;
import fr.convergence.socle.personne.SecondFacteurDelie;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Un second facteur réinitialisé l'est en entier : l'appareil perdu portait peut-être aussi une clé. Un compte effacé n'en a plus. */
@Component
final class OublierLesCles {

    private final ClesDAcces cles;
    private final Personnes personnes;

    OublierLesCles(ClesDAcces cles, Personnes personnes) {
        this.cles = cles;
        this.personnes = personnes;
    }

    @EventListener
    void sur(IdentiteChangee fait) {
        personnes
                .titulaire(fait.compte())
                .filter(compte -> compte.etat() instanceof EtatDePersonne.Supprime)
                .ifPresent(compte -> cles.retirerToutes(compte.id()));
    }

    @EventListener
    void sur(SecondFacteurDelie fait) {
        cles.retirerToutes(fait.compte());
    }
}
