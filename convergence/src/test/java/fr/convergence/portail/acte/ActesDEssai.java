package fr.convergence.portail.acte;

import fr.convergence.portail.acte.ActeDuDossier.EtapeTransmise;
import fr.convergence.portail.acte.ActeDuDossier.ModificationDemandee;
import fr.convergence.portail.guichet.Niveau;
import java.time.Instant;
import java.util.Optional;

/** Des actes comme le portail en écrit, quand l'essai regarde autre chose que ce qu'ils disent. */
public final class ActesDEssai {

    private static final Instant RETOUR_AVANT = Instant.parse("2026-12-15T23:00:00Z");

    private ActesDEssai() {}

    public static EtapeTransmise transmise(Mouvement mouvement) {
        return new EtapeTransmise(mouvement, 1, "empreinte-d-essai");
    }

    public static ModificationDemandee rendue(Mouvement mouvement) {
        return new ModificationDemandee(mouvement, "RIB", RETOUR_AVANT, Optional.empty(), Optional.empty());
    }

    /** Le passage d'une étape entre les mains de l'ARS. */
    public static Mouvement mouvement(String etape, CodeDEtat de, CodeDEtat vers) {
        return new Mouvement(etape, 1, de, Optional.of(Niveau.ARS), vers, Optional.of(Niveau.ARS));
    }
}
