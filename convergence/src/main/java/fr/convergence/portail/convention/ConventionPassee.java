package fr.convergence.portail.convention;

import fr.convergence.portail.acte.ActeDuDossier.DeConvention;
import fr.convergence.socle.identifiant.ReferenceDeDossier;

/**
 * La convention d'un dossier vient de changer d'état : le fait, publié dans la transaction qui l'écrit au journal.
 *
 * @param etape le code de celle qui l'a fait établir
 */
public record ConventionPassee(ReferenceDeDossier reference, String etape, DeConvention acte) {}
