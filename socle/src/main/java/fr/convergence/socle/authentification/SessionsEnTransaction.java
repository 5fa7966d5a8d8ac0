package fr.convergence.socle.authentification;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Terminer une session fait partie de l'acte qui l'exige : un mot de passe changé n'en laisse aucune derrière lui. */
@Configuration(proxyBeanMethods = false)
class SessionsEnTransaction {

    /** Spring Session ouvrirait sinon, à côté de celle de l'acte, une transaction et une connexion de plus. */
    @Bean("springSessionTransactionOperations")
    TransactionOperations transactionsDesSessions(TransactionTemplate transactions) {
        return new EcrituresSeules(transactions);
    }

    /** Celui de tout le monde : Spring Boot n'en fait pas quand un autre bean, ci-dessus, mène des transactions. */
    @Bean
    TransactionTemplate transactions(PlatformTransactionManager gestion) {
        return new TransactionTemplate(gestion);
    }

    /**
     * Spring Session lit par {@code execute}, d'un seul ordre, et écrit par {@code executeWithoutResult} : une lecture n'a pas
     * besoin de la transaction dont la fin coûterait, à chaque page, un aller-retour de plus. Elle voit celle de l'acte en
     * cours, s'il y en a une. La purge des sessions expirées passe aussi par {@code execute} : un seul ordre, entier ou sans
     * effet, qui s'en passe de même.
     */
    private record EcrituresSeules(TransactionOperations transactions) implements TransactionOperations {

        @Override
        public <T extends @Nullable Object> T execute(TransactionCallback<T> lecture) {
            return TransactionOperations.withoutTransaction().execute(lecture);
        }

        @Override
        public void executeWithoutResult(Consumer<TransactionStatus> ecriture) {
            transactions.executeWithoutResult(ecriture);
        }
    }
}
