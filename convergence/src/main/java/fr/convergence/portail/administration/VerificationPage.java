package fr.convergence.portail.administration;

import fr.convergence.socle.page.Page;
import java.time.Instant;
import java.util.List;

/** Le constat d'une vérification du journal. */
public record VerificationPage(Instant le, long lignes, List<String> anomalies) implements Page {}
