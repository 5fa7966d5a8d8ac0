package fr.convergence.portail.convention;

import fr.convergence.portail.acte.ActeDuDossier.ConventionEnvoyee;
import fr.convergence.portail.convention.EtatDeConvention.AEnvoyer;
import fr.convergence.socle.base.EchecPassager;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.tache.Tranche;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Imprime les conventions établies, les range et les soumet à leur signataire, chacune d'un bloc. */
@Component
final class EnvoyerConvention {

    /** Le temps de réunir qui doit se prononcer dans un établissement avant que le directeur signe. */
    static final Duration VALIDITE = Duration.ofDays(30);

    private static final Logger TRACES = LoggerFactory.getLogger(EnvoyerConvention.class);
    private static final int LOT = 20;
    private static final UUID DEBUT = new UUID(0, 0);

    private final Conventions conventions;
    private final PassagesDeConvention passages;
    private final LettresDeConvention lettres;
    private final DocumentsDeConvention documents;
    private final Confiees confiees;
    private final TransactionTemplate transactions;
    private final Clock horloge;

    EnvoyerConvention(
            Conventions conventions,
            PassagesDeConvention passages,
            LettresDeConvention lettres,
            DocumentsDeConvention documents,
            Confiees confiees,
            TransactionTemplate transactions,
            Clock horloge) {
        this.conventions = conventions;
        this.passages = passages;
        this.lettres = lettres;
        this.documents = documents;
        this.confiees = confiees;
        this.transactions = transactions;
        this.horloge = horloge;
    }

    /** @return vrai s'il en reste peut-être */
    boolean parcourir(Tranche tranche) {
        var apres = DEBUT;
        for (List<UUID> lot = conventions.aEnvoyer(apres, LOT);
                !lot.isEmpty();
                lot = conventions.aEnvoyer(apres, LOT)) {
            for (var id : lot) {
                if (tranche.finie()) {
                    return true;
                }
                essayer(id);
                apres = id;
            }
        }
        return false;
    }

    /** Une convention qui ne s'imprime pas n'arrête pas les suivantes ; une base qui ne répond plus, si. */
    private void essayer(UUID id) {
        try {
            transactions.executeWithoutResult(_ -> conventions
                    .celle(id)
                    .flatMap(passages::tenir)
                    .filter(convention -> convention.etat() instanceof AEnvoyer)
                    .ifPresent(this::envoyer));
        } catch (RuntimeException echec) {
            if (EchecPassager.est(echec)) {
                throw echec;
            }
            TRACES.error("Convention {} non envoyée, reprise au prochain passage", id, echec);
        }
    }

    private void envoyer(Convention convention) {
        var le = horloge.instant();
        var document = documents.soumettre(convention);
        var envoyee = convention.envoyer(le, le.plus(VALIDITE), document.fichier());
        passages.passer(envoyee, Journal.SYSTEME, new ConventionEnvoyee(convention.numero(), document.sha256()));
        if (confiees.prend(convention.id())) {
            lettres.envoyee(envoyee);
        } else {
            lettres.aSigner(envoyee);
            conventions.rappeler(convention.id(), le.plus(SuivreConventions.ENTRE_DEUX_RAPPELS));
        }
    }
}
