package fr.convergence.portail.cledacces;

import fr.convergence.portail.compte.SecondFacteurDelie;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Un second facteur réinitialisé l'est en entier : l'appareil perdu portait peut-être aussi une clé. */
@Component
final class OublierLesCles {

    private final ClesDAcces cles;

    OublierLesCles(ClesDAcces cles) {
        this.cles = cles;
    }

    @EventListener
    void sur(SecondFacteurDelie fait) {
        cles.retirerToutes(fait.compte());
    }
}
