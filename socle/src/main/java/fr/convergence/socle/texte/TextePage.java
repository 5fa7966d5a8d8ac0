package fr.convergence.socle.texte;

import fr.convergence.socle.page.Lien;
import fr.convergence.socle.page.Page;
import java.util.List;

/** Un texte à lire : page légale, guide, chemin d'accès. */
public record TextePage(Texte texte, List<Lien> ariane) implements Page {}
