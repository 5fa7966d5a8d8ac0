package fr.convergence.portail.notification;

import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Lien;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.List;

/**
 * « Vos notifications ».
 *
 * @param choisi code du rythme
 * @param releve vrai pour qui reçoit le relevé des problèmes, quel que soit son choix
 */
public record NotificationsPage(List<Lien> menu, List<Choix> rythmes, String choisi, boolean releve, Erreurs erreurs)
        implements PageDeSaisie {}
