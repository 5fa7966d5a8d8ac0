package fr.convergence.socle.journal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Vérifie le journal d'une commande, puis s'arrête : code 0 s'il est intact, 1 sinon (AUD-1). */
@Component
final class CommandeDeVerification implements ApplicationRunner {

    private final VerificationDuJournal verification;
    private final ApplicationContext application;
    private final boolean demandee;

    CommandeDeVerification(
            VerificationDuJournal verification,
            ApplicationContext application,
            @Value("${convergence.journal.verifier:false}") String demandee) {
        this.verification = verification;
        this.application = application;
        this.demandee =
                !"false".equalsIgnoreCase(demandee); // « --convergence.journal.verifier », seul, donne un texte vide
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!demandee) {
            return;
        }
        var constat = verification.executer();
        constat.anomalies().forEach(System.out::println);
        System.out.println(
                constat.anomalies().isEmpty()
                        ? "Journal intact : %d lignes relues.".formatted(constat.lignes())
                        : "Journal altéré : anomalies %d, lignes relues %d."
                                .formatted(constat.anomalies().size(), constat.lignes()));
        System.exit(
                SpringApplication.exit(application, () -> constat.anomalies().isEmpty() ? 0 : 1));
    }
}
