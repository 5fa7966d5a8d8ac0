package fr.convergence.isc.administration;

import fr.convergence.isc.cle.AlgorithmeDeCle;
import fr.convergence.isc.cle.CleDuSite;
import fr.convergence.socle.page.Page;
import java.util.List;

/** Les clés de signature. */
public record ClesDeSignaturePage(List<CleDuSite> cles) implements Page {

    public List<AlgorithmeDeCle> algorithmes() {
        return List.of(AlgorithmeDeCle.values());
    }
}
