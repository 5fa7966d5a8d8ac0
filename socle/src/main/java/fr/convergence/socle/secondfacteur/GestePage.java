package fr.convergence.socle.secondfacteur;

import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Lien;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.List;

/** Redonner son mot de passe avant un geste. */
public record GestePage(List<Lien> menu, Geste geste, Erreurs erreurs) implements PageDeSaisie {}
