package fr.convergence.socle.cledacces;

import fr.convergence.socle.personne.DonneesPersonnelles;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Les clés d'accès du compte, leurs dates. */
@Component
final class DonneesDesCles implements DonneesPersonnelles {

    private final ClesDAcces cles;

    DonneesDesCles(ClesDAcces cles) {
        this.cles = cles;
    }

    @Override
    public String rubrique() {
        return "clesDAcces";
    }

    @Override
    public Object de(UUID compte) {
        return cles.duCompte(compte).stream()
                .map(cle -> Map.of(
                        "nom", cle.nom(),
                        "creeeLe", cle.creeeLe().toString(),
                        "employeeLe", cle.employeeLe().map(Instant::toString).orElse("")))
                .toList();
    }
}
