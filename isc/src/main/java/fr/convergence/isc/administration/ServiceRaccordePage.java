package fr.convergence.isc.administration;

import fr.convergence.isc.cle.AlgorithmeDeCle;
import fr.convergence.isc.client.MethodeDeClient;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Un service à raccorder ou à changer.
 *
 * @param id nul quand il est nouveau
 * @param version celle que l'opérateur a lue : un autre a pu le changer depuis
 */
public record ServiceRaccordePage(@Nullable UUID id, long version, SaisieDeService saisie, Erreurs erreurs)
        implements PageDeSaisie {

    public boolean nouveau() {
        return id == null;
    }

    public String action() {
        return id == null ? ServicesRaccordesController.CHEMIN : ServicesRaccordesController.CHEMIN + "/" + id;
    }

    public List<MethodeDeClient> methodes() {
        return List.of(MethodeDeClient.values());
    }

    public List<AlgorithmeDeCle> algorithmes() {
        return List.of(AlgorithmeDeCle.values());
    }
}
