package fr.convergence.portail.avis;

import fr.convergence.portail.dossier.EtapePassee;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Une décision prise n'attend plus l'avis de personne, dans la transaction qui la prend. */
@Component
class AvisSansObjet {

    private final Avis avis;

    AvisSansObjet(Avis avis) {
        this.avis = avis;
    }

    @EventListener
    void entendre(EtapePassee fait) {
        avis.perdreLeurObjet(fait.reference(), fait.acte().mouvement().etape());
    }
}
