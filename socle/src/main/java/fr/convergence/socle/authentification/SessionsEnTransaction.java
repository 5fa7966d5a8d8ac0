package fr.convergence.socle.authentification;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Terminer une session fait partie de l'acte qui l'exige : un mot de passe changé n'en laisse aucune derrière lui. */
@Configuration(proxyBeanMethods = false)
class SessionsEnTransaction {

    /** Spring Session ouvrirait sinon, à côté de celle de l'acte, une transaction et une connexion de plus. */
    @Bean("springSessionTransactionOperations")
    TransactionOperations transactionsDesSessions(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }
}
