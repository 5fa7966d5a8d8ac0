package fr.convergence.portail.dossier;

import fr.convergence.portail.guichet.Niveau;
import fr.convergence.socle.identifiant.ReferenceDeDossier;

/** Un niveau a validé une étape, le suivant la vérifie. */
public record EtapePasseeAuNiveauSuivant(ReferenceDeDossier reference, String etape, Niveau niveau)
        implements ActeDuDossier {}
