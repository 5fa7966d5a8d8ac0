package fr.convergence.socle.tache;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReschedule;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;

/**
 * Une tâche dont le reste, s'il y en a, se range derrière celles qui attendent déjà leur tour. Qui échoue se refait bientôt, puis
 * de moins en moins souvent, jusqu'à son heure ordinaire : une panne passe d'ordinaire en quelques secondes.
 */
final class ParTranches extends RecurringTask<Void> {

    private static final Duration APRES_UN_ECHEC = Duration.ofSeconds(5);
    private static final int DOUBLEMENTS = 12;

    private final TachePeriodique tache;
    private final Duration tranche;

    ParTranches(TachePeriodique tache, Duration tranche) {
        super(
                tache.nom(),
                FixedDelay.of(tache.toutesLes()),
                Void.class,
                (echec, suite) -> suite.reschedule(
                        echec, echec.getTimeDone().plus(attente(tache, echec.getExecution().consecutiveFailures))));
        this.tache = tache;
        this.tranche = tranche;
    }

    @Override
    public CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext contexte) {
        var reste = tache.travail().test(Tranche.de(tranche));
        return reste
                ? (fin, suite) -> suite.reschedule(fin, fin.getTimeDone())
                : new OnCompleteReschedule<>(FixedDelay.of(tache.toutesLes()));
    }

    @Override
    public void executeRecurringly(TaskInstance<Void> instance, ExecutionContext contexte) {
        execute(instance, contexte);
    }

    private static Duration attente(TachePeriodique tache, int echecsAvant) {
        var attente = APRES_UN_ECHEC.multipliedBy(1L << Math.min(echecsAvant, DOUBLEMENTS));
        return attente.compareTo(tache.toutesLes()) < 0 ? attente : tache.toutesLes();
    }
}
