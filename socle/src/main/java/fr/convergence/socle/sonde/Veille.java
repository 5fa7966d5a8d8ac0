package fr.convergence.socle.sonde;

import fr.convergence.socle.page.Message;
import java.util.List;
import java.util.function.Supplier;

/**
 * Ce qui ne va pas et qu'une personne doit traiter, tel qu'on le trouve en le demandant. Chaque paquet déclare les siennes en
 * beans ; la console et le relevé du matin les lisent toutes.
 *
 * @param constats vide quand tout va ; se lit d'un index, ou d'une borne
 */
public record Veille(Supplier<List<Constat>> constats) {

    /** @param vers la page de la console où cela se traite */
    public record Constat(Message titre, Message texte, String vers) {}
}
