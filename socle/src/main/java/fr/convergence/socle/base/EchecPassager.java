package fr.convergence.socle.base;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** La base ne répond pas, ou plus, ou deux actes s'y gênent : la même demande passera plus tard. */
public final class EchecPassager {

    private EchecPassager() {}

    public static boolean est(Throwable erreur) {
        return erreur instanceof DataAccessResourceFailureException
                || erreur instanceof TransientDataAccessException
                || erreur instanceof CannotCreateTransactionException
                // La connexion perdue en route : ce qui l'annonçait cède la place à l'annulation manquée.
                || erreur instanceof TransactionSystemException;
    }
}
