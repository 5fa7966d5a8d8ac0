package fr.convergence.socle.secondfacteur;

import fr.convergence.socle.page.Lien;
import fr.convergence.socle.page.Page;
import java.util.List;

/**
 * « Second facteur » : ce qui prouve, après le mot de passe, que c'est bien le titulaire.
 *
 * @param reliee vrai si une application l'est
 * @param exigee vrai si le site ne laisse pas s'en passer
 * @param restants codes de secours qui peuvent encore servir
 */
public record SecondFacteurPage(List<Lien> menu, boolean reliee, boolean exigee, int restants) implements Page {}
