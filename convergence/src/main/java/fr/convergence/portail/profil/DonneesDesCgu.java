package fr.convergence.portail.profil;

import fr.convergence.socle.cgu.Cgu;
import fr.convergence.socle.personne.DonneesPersonnelles;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** La version des CGU acceptée, et quand. */
@Component
final class DonneesDesCgu implements DonneesPersonnelles {

    private final Cgu cgu;

    DonneesDesCgu(Cgu cgu) {
        this.cgu = cgu;
    }

    @Override
    public String rubrique() {
        return "conditionsGenerales";
    }

    @Override
    public Object de(UUID compte) {
        return cgu.accepteesLe(compte)
                .<Object>map(le -> Map.of("version", cgu.version(), "accepteesLe", le.toString()))
                .orElseGet(Map::of);
    }
}
