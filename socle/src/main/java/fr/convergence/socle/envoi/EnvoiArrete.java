package fr.convergence.socle.envoi;

import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/**
 * Un formulaire dont rien ne se fera : ce qui y était, à rendre à qui l'a envoyé.
 *
 * @param fichiers par champ, les noms de ceux qu'il apportait, et que l'on n'a pas gardés
 * @param parParties vrai d'un envoi qui admet des fichiers, et plus de champs qu'un formulaire ordinaire
 * @param entier faux quand sa fin n'a pas été lue
 */
public record EnvoiArrete(
        MultiValueMap<String, String> champs, Map<String, List<String>> fichiers, boolean parParties, boolean entier) {}
