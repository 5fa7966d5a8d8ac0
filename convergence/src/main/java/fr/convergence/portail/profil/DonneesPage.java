package fr.convergence.portail.profil;

import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Lien;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.List;

/**
 * Emporter ses données, supprimer son compte.
 *
 * @param supprimable faux pour l'équipe, dont l'opérateur ferme les comptes
 */
public record DonneesPage(List<Lien> menu, boolean supprimable, Erreurs erreurs) implements PageDeSaisie {}
