package fr.convergence.socle.tache;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Ce qui se fait dès que la transaction en cours est validée, ou tout de suite s'il n'y en a pas. */
final class ApresTransaction {

    private ApresTransaction() {}

    static void faire(Runnable suite) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            suite.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                suite.run();
            }
        });
    }
}
