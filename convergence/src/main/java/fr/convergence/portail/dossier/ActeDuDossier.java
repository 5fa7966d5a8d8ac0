package fr.convergence.portail.dossier;

import fr.convergence.socle.identifiant.ReferenceDeDossier;

/** Un fait publié dans la transaction qui l'écrit. Qui l'écoute doit répondre de chacun. */
public sealed interface ActeDuDossier
        permits EtapeTransmise,
                ModificationDemandee,
                EtapeOuverte,
                EtapePasseeAuNiveauSuivant,
                EtapeAcceptee,
                EtapeRefusee,
                DecisionReprise {

    ReferenceDeDossier reference();

    /** Code de l'étape. */
    String etape();
}
