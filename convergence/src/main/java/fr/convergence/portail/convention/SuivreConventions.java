package fr.convergence.portail.convention;

import fr.convergence.portail.acte.ActeDuDossier.ConventionExpiree;
import fr.convergence.portail.acte.ActeDuDossier.ConventionRelancee;
import fr.convergence.portail.convention.EtatDeConvention.Envoyee;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.tache.Tranche;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Dit expirées les conventions que l'on ne peut plus signer, et relance qui n'a pas signé (CONV-2). */
@Component
final class SuivreConventions {

    static final Duration ENTRE_DEUX_RAPPELS = Duration.ofDays(7);
    private static final int LOT = 20;

    private final Conventions conventions;
    private final PassagesDeConvention passages;
    private final LettresDeConvention lettres;
    private final TransactionTemplate transactions;
    private final Clock horloge;

    SuivreConventions(
            Conventions conventions,
            PassagesDeConvention passages,
            LettresDeConvention lettres,
            TransactionTemplate transactions,
            Clock horloge) {
        this.conventions = conventions;
        this.passages = passages;
        this.lettres = lettres;
        this.transactions = transactions;
        this.horloge = horloge;
    }

    /** @return vrai s'il en reste peut-être */
    boolean passer(Tranche tranche) {
        var maintenant = horloge.instant();
        var echues = conventions.echues(maintenant, LOT);
        var aRappeler = conventions.aRappeler(maintenant, LOT);
        for (var id : echues) {
            tenue(id, this::expirer);
        }
        for (var id : aRappeler) {
            tenue(id, convention -> rappeler(convention, maintenant));
        }
        return !tranche.finie() && (echues.size() == LOT || aRappeler.size() == LOT);
    }

    private void tenue(UUID id, Consumer<Convention> acte) {
        transactions.executeWithoutResult(_ -> conventions
                .celle(id)
                .flatMap(passages::tenir)
                .filter(convention -> convention.etat() instanceof Envoyee)
                .ifPresent(acte));
    }

    private void expirer(Convention convention) {
        var le = horloge.instant();
        if (!convention.signable(le)) {
            var expiree = convention.expirer(le);
            lettres.expiree(expiree);
            passages.passer(expiree, Journal.SYSTEME, new ConventionExpiree(convention.numero()));
        }
    }

    private void rappeler(Convention convention, Instant maintenant) {
        if (convention.signable(maintenant)) {
            lettres.rappel(convention);
            passages.relater(convention, Journal.SYSTEME, new ConventionRelancee(convention.numero()));
            conventions.rappeler(convention.id(), maintenant.plus(ENTRE_DEUX_RAPPELS));
        }
    }
}
