package fr.convergence.socle.cledacces;

import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Lien;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.List;

/** « Vos clés d'accès ». */
public record ClesPage(List<Lien> menu, List<CleDAcces> cles, String nom, Erreurs erreurs) implements PageDeSaisie {}
