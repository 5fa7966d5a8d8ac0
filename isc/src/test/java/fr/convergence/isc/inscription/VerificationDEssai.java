package fr.convergence.isc.inscription;

import fr.convergence.isc.acces.Membre;
import fr.convergence.isc.declarant.Declarant;
import fr.convergence.socle.site.Langue;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Une vérification qui retient ce qu’on lui demande. */
@Component
@Primary
class VerificationDEssai implements VerificationDIdentite {

    private final List<String> demandes = new CopyOnWriteArrayList<>();

    @Override
    public String commencer(UUID inscription, Declarant declarant, Langue langue) {
        demandes.add("commencer " + inscription);
        return "/verification-identite/" + inscription;
    }

    @Override
    public void accepter(UUID inscription, Membre operateur) {
        demandes.add("accepter " + inscription);
    }

    @Override
    public void refuser(UUID inscription, Membre operateur, String motif) {
        demandes.add("refuser " + inscription);
    }

    @Override
    public void redemander(UUID inscription, Membre operateur, String motif) {
        demandes.add("redemander " + inscription);
    }

    List<String> de(UUID inscription) {
        return demandes.stream()
                .filter(dite -> dite.endsWith(inscription.toString()))
                .toList();
    }
}
