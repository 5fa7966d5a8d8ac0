package fr.convergence.socle.sonde;

import static java.util.Objects.requireNonNull;

import fr.convergence.socle.page.Message;
import fr.convergence.socle.sonde.Veille.Constat;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Toutes les {@link Veille}s. Celle qui échoue n'empêche pas les autres : que son contrôle manque est un constat. */
@Component
public final class Veilles {

    private static final Logger JOURNAL = LoggerFactory.getLogger(Veilles.class);

    private final Map<String, Veille> parNom;
    private final TransactionTemplate aPart;

    public Veilles(Map<String, Veille> parNom, PlatformTransactionManager transactions) {
        this.parNom = parNom;
        this.aPart = new TransactionTemplate(transactions);
        this.aPart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** @param console où mène le constat d'un contrôle qui n'a pas pu se faire */
    public List<Constat> constats(String console) {
        return parNom.entrySet().stream()
                .flatMap(veille -> constats(veille.getKey(), veille.getValue(), console).stream())
                .toList();
    }

    /** Une lecture refusée par la base n'interrompt pas la transaction de qui les lit toutes. */
    private List<Constat> constats(String nom, Veille veille, String console) {
        try {
            return requireNonNull(aPart.execute(_ -> veille.constats().get()));
        } catch (RuntimeException panne) {
            JOURNAL.error("La veille « {} » n’a pas pu se faire", nom, panne);
            return List.of(new Constat(new Message("sonde.veille"), new Message("sonde.veille.manque", nom), console));
        }
    }
}
