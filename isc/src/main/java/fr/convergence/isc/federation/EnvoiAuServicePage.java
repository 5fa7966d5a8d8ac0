package fr.convergence.isc.federation;

import fr.convergence.socle.page.Page;
import java.util.Map;

/** La réponse d'un service qui la veut par formulaire (form_post) : elle part seule ; sans script, d'un bouton. */
public record EnvoiAuServicePage(String retour, Map<String, String> champs) implements Page {}
