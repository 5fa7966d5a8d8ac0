package fr.convergence.portail.profil;

import fr.convergence.socle.page.Lien;
import fr.convergence.socle.page.Page;
import fr.convergence.socle.session.SessionOuverte;
import java.util.List;

/** Les sessions ouvertes. */
public record SessionsPage(List<Lien> menu, List<SessionOuverte> sessions) implements Page {}
