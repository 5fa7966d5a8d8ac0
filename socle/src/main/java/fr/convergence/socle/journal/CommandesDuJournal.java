package fr.convergence.socle.journal;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Une commande sur le journal, puis l'arrêt : le vérifier (code 0 s'il est intact, 1 sinon, AUD-1), en ancrer les têtes et les
 * imprimer, ou repartir d'une restauration.
 */
@Component
final class CommandesDuJournal implements ApplicationRunner {

    private final VerificationDuJournal verification;
    private final Ancrage ancrage;
    private final ApplicationContext application;
    private final boolean verifier;
    private final String temoin;
    private final boolean ancrer;
    private final boolean reprendre;

    CommandesDuJournal(
            VerificationDuJournal verification,
            Ancrage ancrage,
            ApplicationContext application,
            @Value("${convergence.journal.verifier:false}") String verifier,
            @Value("${convergence.journal.temoin:}") String temoin,
            @Value("${convergence.journal.ancrer:false}") String ancrer,
            @Value("${convergence.journal.reprendre:false}") String reprendre) {
        this.verification = verification;
        this.ancrage = ancrage;
        this.application = application;
        this.verifier = demandee(verifier);
        this.temoin = temoin;
        this.ancrer = demandee(ancrer);
        this.reprendre = demandee(reprendre);
    }

    /** « --convergence.journal.verifier », seul, donne un texte vide. */
    private static boolean demandee(String reglage) {
        return !"false".equalsIgnoreCase(reglage);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (reprendre) {
            imprimer(ancrage.reprendre());
            finir(0);
        } else if (ancrer) {
            imprimer(ancrage.ancrer());
            finir(0);
        } else if (verifier) {
            finir(verifier());
        }
    }

    private static void imprimer(List<String> ancres) {
        ancres.forEach(System.out::print);
        System.out.println("Ancres posées : " + ancres.size() + ".");
    }

    private int verifier() {
        var constat = verification.executer(temoin);
        constat.anomalies().forEach(System.out::println);
        constat.reprises()
                .forEach(le -> System.out.println("Le journal est reparti d’une restauration le " + le + "."));
        System.out.println(
                constat.anomalies().isEmpty()
                        ? "Journal intact : %d lignes relues, %d ancres.".formatted(constat.lignes(), constat.ancres())
                        : "Journal altéré : anomalies %d, lignes relues %d, ancres %d."
                                .formatted(constat.anomalies().size(), constat.lignes(), constat.ancres()));
        return constat.anomalies().isEmpty() ? 0 : 1;
    }

    private void finir(int code) {
        System.exit(SpringApplication.exit(application, () -> code));
    }
}
