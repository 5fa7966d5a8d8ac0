package fr.convergence.socle.base;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;

/** La base ne répond pas, ou plus, ou deux actes s'y gênent : la même demande passera plus tard. */
public final class EchecPassager {

    /** Une cause peut se désigner elle-même, par d'autres. */
    private static final int PROFONDEUR = 30;

    private EchecPassager() {}

    /** Quoi qui l'enveloppe : le rendu d'une page, la lecture d'un flux, un autre fil… */
    public static boolean est(Throwable erreur) {
        return causes(erreur).anyMatch(EchecPassager::passager);
    }

    /** L'erreur, sa cause, la cause de celle-ci… */
    public static Stream<Throwable> causes(Throwable erreur) {
        return Stream.iterate(erreur, Objects::nonNull, Throwable::getCause).limit(PROFONDEUR);
    }

    private static boolean passager(Throwable erreur) {
        return switch (erreur) {
            case DataAccessResourceFailureException _,
                    TransientDataAccessException _,
                    RecoverableDataAccessException _,
                    CannotCreateTransactionException _,
                    // La connexion perdue en route : ce qui l'annonçait cède la place à l'annulation manquée.
                    TransactionSystemException _,
                    TransactionTimedOutException _,
                    SQLTransientException _,
                    SQLRecoverableException _ -> true;
            case SQLException refus -> refus.getSQLState() != null && passager(refus.getSQLState());
            default -> false;
        };
    }

    /** Codes de PostgreSQL, annexe A de son manuel. */
    private static boolean passager(String code) {
        return code.startsWith("08") // connexion
                || code.startsWith("40") // deux transactions se gênent
                || code.startsWith("53") // plus de place, plus de connexion
                || code.startsWith("57") // arrêt, démarrage, ordre interrompu
                || code.startsWith("58") // disque
                || code.equals("25006") // une base de secours, en lecture seule le temps qu'elle prenne la place
                // Verrou refusé ; ordre ou lignes refermés pendant qu'on les lisait, avec leur connexion.
                || code.startsWith("55");
    }
}
