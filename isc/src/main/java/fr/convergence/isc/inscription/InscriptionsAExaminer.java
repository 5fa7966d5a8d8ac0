package fr.convergence.isc.inscription;

import fr.convergence.isc.inscription.Demarches.Etat;
import fr.convergence.isc.inscription.Demarches.Tenue;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** La file des inscriptions de mandataires, promises en vingt-quatre heures : la plus ancienne d’abord (ISC-6). */
@Component
public final class InscriptionsAExaminer {

    private final Demarches demarches;

    InscriptionsAExaminer(Demarches demarches) {
        this.demarches = demarches;
    }

    /** @param apres la dernière de la page d’avant, nulle pour la première page */
    public List<DossierDInscription> file(@Nullable DossierDInscription apres, int limite) {
        return demarches
                .aExaminer(
                        apres == null ? Instant.EPOCH : apres.transmiseLe(),
                        apres == null ? new UUID(0, 0) : apres.id(),
                        limite)
                .stream()
                .map(InscriptionsAExaminer::dossier)
                .toList();
    }

    /** Vide d’une inscription qui n’attend pas, ou plus, de décision. */
    public Optional<DossierDInscription> une(UUID inscription) {
        return demarches
                .une(inscription)
                .filter(tenue -> tenue.etat() == Etat.A_EXAMINER)
                .map(InscriptionsAExaminer::dossier);
    }

    static DossierDInscription dossier(Tenue tenue) {
        var demarche = tenue.demarche();
        return new DossierDInscription(
                tenue.id(),
                Objects.requireNonNull(demarche.declarant()),
                Objects.requireNonNull(demarche.document()),
                Objects.requireNonNull(tenue.transmiseLe()),
                demarche.langue());
    }
}
