package fr.convergence.portail.etape;

import fr.convergence.portail.acte.ActeDuDossier.ModificationDemandee;
import fr.convergence.portail.dossier.EtapePassee;
import fr.convergence.socle.envoi.EnvoisUniques;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Une étape à modifier se transmet de nouveau : l'envoi qui l'avait transmise, resté dans un onglet, ne rend plus son
 * accusé, qui laisserait croire que la correction est partie.
 */
@Component
class TransmissionsPerimees {

    private final EnvoisUniques envois;

    TransmissionsPerimees(EnvoisUniques envois) {
        this.envois = envois;
    }

    @EventListener
    void perimer(EtapePassee fait) {
        if (fait.acte() instanceof ModificationDemandee(var mouvement, var _, var _, var _, var _)) {
            envois.perimer("/dossiers/" + fait.reference() + "/" + mouvement.etape() + "/transmissions");
        }
    }
}
