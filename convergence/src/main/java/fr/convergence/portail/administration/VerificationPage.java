package fr.convergence.portail.administration;

import fr.convergence.socle.page.Page;
import java.time.Instant;
import java.util.List;

/**
 * Le constat d'une vérification du journal.
 *
 * @param reprises instants où le journal est reparti d'une restauration
 */
public record VerificationPage(Instant le, long lignes, int ancres, List<Instant> reprises, List<String> anomalies)
        implements Page {}
