package fr.convergence.socle.fichier;

import fr.convergence.socle.base.BaseDeTest;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Chaque essai part d'une base et d'un dossier sans fichier. */
@ExtendWith(BaseDeTest.class)
abstract class EssaisDesFichiers {

    @TempDir
    Path dossier;

    JdbcClient base;
    TransactionTemplate transaction;
    FichiersDeTest service;

    @BeforeEach
    void preparer(JdbcClient base, TransactionTemplate transaction) {
        this.base = base;
        this.transaction = transaction;
        service = FichiersDeTest.surBaseVide(base, transaction, dossier);
    }
}
