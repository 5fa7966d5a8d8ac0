package fr.convergence.socle.tache;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReschedule;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;

/** Une tâche dont le reste, s'il y en a, se range derrière celles qui attendent déjà leur tour. */
final class ParTranches extends RecurringTask<Void> {

    private final TachePeriodique tache;
    private final Duration tranche;

    ParTranches(TachePeriodique tache, Duration tranche) {
        super(tache.nom(), FixedDelay.of(tache.toutesLes()), Void.class);
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
}
