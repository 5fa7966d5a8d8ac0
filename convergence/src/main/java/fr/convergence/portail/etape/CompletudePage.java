package fr.convergence.portail.etape;

import fr.convergence.socle.page.Page;

/** La carte de complétude seule, redemandée quand une pièce arrive ou part. */
public record CompletudePage(Volet volet) implements Page {}
