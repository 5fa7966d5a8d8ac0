package fr.convergence.portail.etape;

import fr.convergence.portail.formulaire.Preuve;
import fr.convergence.socle.page.Page;
import java.time.Instant;
import java.util.List;

/** L'accusé de dépôt d'une transmission, à l'écran et en PDF (DOS-8). */
public record AccusePage(
        Volet volet, int numero, Instant le, String empreinte, String region, List<Preuve> preuves, String pdf)
        implements Page {}
