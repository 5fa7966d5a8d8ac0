package fr.convergence.portail.profil;

import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Lien;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.List;

/** « Modifier le mot de passe ». */
public record MotDePassePage(List<Lien> menu, Erreurs erreurs) implements PageDeSaisie {}
