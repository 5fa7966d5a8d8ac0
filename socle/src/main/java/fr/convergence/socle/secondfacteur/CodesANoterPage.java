package fr.convergence.socle.secondfacteur;

import fr.convergence.socle.page.Lien;
import fr.convergence.socle.page.Page;
import java.util.List;

/** Les codes de secours, montrés une fois. */
public record CodesANoterPage(List<Lien> menu, List<String> codes) implements Page {}
