package fr.convergence.portail.administration;

import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * L'accueil de l'opérateur : ce qu'il peut faire, une tuile par rubrique.
 *
 * @param alertes ce qui demande son attention
 */
public record AdministrationPage(List<Rubrique> rubriques, List<Alerte> alertes) implements Page {

    /** @param vers la page où cela se traite ; nul si ce n'est pas dans la console */
    public record Alerte(
            Message titre, Message texte, @Nullable String vers) {}

    /** @param cle texte du titre ; le même suivi de « .quoi » dit à quoi sert la page */
    public record Rubrique(String cle, String vers) {}
}
