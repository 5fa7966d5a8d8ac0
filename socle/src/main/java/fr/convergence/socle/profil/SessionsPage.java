package fr.convergence.socle.profil;

import fr.convergence.socle.authentification.Appareils.Dispense;
import fr.convergence.socle.page.Lien;
import fr.convergence.socle.page.Page;
import fr.convergence.socle.session.SessionOuverte;
import java.util.List;

/**
 * Les sessions ouvertes.
 *
 * @param dispenses les appareils où le code n'est plus demandé
 */
public record SessionsPage(List<Lien> menu, List<SessionOuverte> sessions, List<Dispense> dispenses) implements Page {}
