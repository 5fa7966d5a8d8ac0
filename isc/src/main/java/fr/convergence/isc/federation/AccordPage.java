package fr.convergence.isc.federation;

import fr.convergence.socle.page.Page;
import java.util.List;

/**
 * Ce que la personne accepte, ou non, de transmettre à un service.
 *
 * @param portees clés des textes de ce qu'il demande
 * @param demandees ce qu'il demande, dans ses mots
 * @param etat ce qui désigne sa demande
 */
public record AccordPage(String service, String clientId, List<String> portees, List<String> demandees, String etat)
        implements Page {}
