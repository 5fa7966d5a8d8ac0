package fr.convergence.portail.dossier;

import fr.convergence.portail.acte.ActeDuDossier.DePassage;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import java.time.Instant;

/** Une étape d'un dossier vient de changer d'état : le fait, publié dans la transaction qui l'écrit au journal. */
public record EtapePassee(ReferenceDeDossier reference, DePassage acte, Instant le) {}
