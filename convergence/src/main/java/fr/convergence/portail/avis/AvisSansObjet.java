package fr.convergence.portail.avis;

import fr.convergence.portail.acte.ActeDuDossier.DecisionReprise;
import fr.convergence.portail.acte.ActeDuDossier.EtapeClose;
import fr.convergence.portail.acte.ActeDuDossier.EtapeOuverte;
import fr.convergence.portail.acte.ActeDuDossier.EtapeRefermee;
import fr.convergence.portail.acte.ActeDuDossier.EtapeRefusee;
import fr.convergence.portail.acte.ActeDuDossier.EtapeTransmise;
import fr.convergence.portail.acte.ActeDuDossier.EtapeValidee;
import fr.convergence.portail.acte.ActeDuDossier.FinancementAccorde;
import fr.convergence.portail.acte.ActeDuDossier.ModificationDemandee;
import fr.convergence.portail.dossier.EtapePassee;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Une décision prise n'attend plus l'avis de personne, dans la transaction qui la prend. Une modification demandée n'en est
 * pas une : l'avis reste attendu.
 */
@Component
class AvisSansObjet {

    private final Avis avis;

    AvisSansObjet(Avis avis) {
        this.avis = avis;
    }

    @EventListener
    void entendre(EtapePassee fait) {
        switch (fait.acte()) {
            case EtapeValidee _, FinancementAccorde _, EtapeRefusee _, EtapeRefermee _, EtapeClose _ ->
                avis.perdreLeurObjet(fait.reference(), fait.acte().mouvement().etape());
            // Rien n'est décidé : celui qui relit la correction voudra cet avis.
            case ModificationDemandee _, EtapeTransmise _, DecisionReprise _, EtapeOuverte _ -> {}
        }
    }
}
