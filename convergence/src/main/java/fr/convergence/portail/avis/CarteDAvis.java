package fr.convergence.portail.avis;

import fr.convergence.socle.page.Message;
import java.util.List;

/**
 * Les avis d'un dossier, en bref, et où ils se lisent.
 *
 * @param issues ce que chacun est devenu, compté : « 1 réservé », « 1 sans objet »
 * @param demande vrai si l'un d'eux est attendu de qui regarde
 */
public record CarteDAvis(String adresse, int nombre, List<Message> issues, boolean demande) {}
