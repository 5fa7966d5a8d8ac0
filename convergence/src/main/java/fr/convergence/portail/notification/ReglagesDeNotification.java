package fr.convergence.portail.notification;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Les boîtes partagées des vérificateurs. À défaut, chaque compte actif reçoit le courriel.
 *
 * @param ars adresses par code INSEE de région : {@code convergence.notification.ars.76=…}
 * @param ans adresses de l'équipe nationale
 */
@ConfigurationProperties("convergence.notification")
record ReglagesDeNotification(
        @DefaultValue Map<String, List<String>> ars,
        @DefaultValue List<String> ans) {}
