package fr.convergence.socle.profil;

import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Lien;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.List;

/**
 * « Modifier le mot de passe ».
 *
 * @param retenu vrai quand le nouveau, à qui l'on ne reproche rien, est gardé : ses deux champs se laissent vides
 */
public record MotDePassePage(List<Lien> menu, Erreurs erreurs, boolean retenu) implements PageDeSaisie {}
