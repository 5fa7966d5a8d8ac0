package fr.convergence.socle.authentification;

import fr.convergence.socle.base.Sha256;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Les sessions ouvertes d'un compte, sur tous les nœuds (CNX-5). */
@Component
public final class Sessions {

    /** Attribut de session : navigateur et système, en clair pour le titulaire. */
    public static final String APPAREIL = "authentification.appareil";

    /** De quoi le dernier accès écrit peut retarder sur le vrai : la durée de la session le compte en plus. */
    public static final Duration RETARD = Duration.ofMinutes(1);

    private final FindByIndexNameSessionRepository<? extends Session> depot;

    Sessions(FindByIndexNameSessionRepository<? extends Session> depot) {
        this.depot = depot;
    }

    /** De la dernière employée à la plus ancienne. */
    public List<SessionOuverte> de(UUID compte, String courante) {
        return depot.findByPrincipalName(compte.toString()).values().stream()
                .filter(session -> !session.isExpired())
                .map(session -> ouverte(session, courante))
                .sorted(Comparator.comparing(SessionOuverte::vueLe).reversed())
                .toList();
    }

    /** Termine une session du compte, désignée par la référence de {@link SessionOuverte}. */
    public boolean terminer(UUID compte, String reference) {
        var visee = depot.findByPrincipalName(compte.toString()).keySet().stream()
                .filter(id -> reference(id).equals(reference))
                .findFirst();
        visee.ifPresent(depot::deleteById);
        return visee.isPresent();
    }

    /** Termine toutes les sessions du compte, sauf celle-ci. */
    public void terminerLesAutres(UUID compte, String courante) {
        depot.findByPrincipalName(compte.toString()).keySet().stream()
                .filter(id -> !id.equals(courante))
                .forEach(depot::deleteById);
    }

    public void terminerToutes(UUID compte) {
        depot.findByPrincipalName(compte.toString()).keySet().forEach(depot::deleteById);
    }

    private static SessionOuverte ouverte(Session session, String courante) {
        return new SessionOuverte(
                reference(session.getId()),
                session.getRequiredAttribute(APPAREIL),
                session.getCreationTime(),
                session.getLastAccessedTime(),
                session.getId().equals(courante));
    }

    /** L'identifiant d'une session vaut connexion : une page n'en montre que l'empreinte. */
    private static String reference(String id) {
        return HexFormat.of().formatHex(Sha256.de(id), 0, 16);
    }
}
