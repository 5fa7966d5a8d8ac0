package fr.convergence.portail.piece;

import static java.util.Objects.requireNonNull;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** La file des pièces à copier d'un dossier à l'autre. Une copie faite n'y est plus. */
@Component
final class PiecesACopier {

    /** Qui tient une copie l'écrit sous le bail de son envoi : un autre qui s'y mettrait ne la gâterait pas. */
    private static final Duration BAIL = Duration.ofSeconds(20);

    /** L'attente doublant, une restauration a plus d'une heure pour rendre des octets perdus. */
    private static final int ESSAIS = 9;

    /** Une copie que ce nœud vient de prendre. */
    record AFaire(UUID fichier, UUID source, String proprietaire, int essais) {

        boolean derniere() {
            return essais >= ESSAIS;
        }
    }

    private final JdbcClient base;
    private final Clock horloge;

    PiecesACopier(JdbcClient base, Clock horloge) {
        this.base = base;
        this.horloge = horloge;
    }

    void demander(UUID fichier, PieceDeposee source, String proprietaire) {
        base.sql("insert into piece_copie (fichier, source, proprietaire, sha256, a_faire_le) values (?, ?, ?, ?, ?)")
                .params(fichier, source.fichier(), proprietaire, requireNonNull(source.sha256()), dans(Duration.ZERO))
                .update();
    }

    /** Prend la plus ancienne ; qui meurt en la faisant la laisse à qui passe après son bail. */
    Optional<AFaire> prendre() {
        return base.sql("""
                update piece_copie set essais = essais + 1, a_faire_le = :bail
                where fichier = (
                    select fichier from piece_copie where a_faire_le <= :maintenant
                    order by a_faire_le, fichier limit 1 for update skip locked)
                returning fichier, source, proprietaire, essais
                """)
                .param("bail", dans(BAIL))
                .param("maintenant", dans(Duration.ZERO))
                .query(AFaire.class)
                .optional();
    }

    /** Elle se refera à la fin de ce bail, comme si on ne l'avait pas prise : le dépôt est absent, et cela ne dit rien d'elle. */
    void rendre(AFaire copie) {
        base.sql("update piece_copie set essais = essais - 1 where fichier = ?")
                .param(copie.fichier())
                .update();
    }

    /** Elle se refera plus tard, et de plus en plus tard. */
    void reporter(AFaire copie) {
        base.sql("update piece_copie set a_faire_le = ? where fichier = ? and a_faire_le is not null")
                .params(dans(Duration.ofSeconds(10L << copie.essais())), copie.fichier())
                .update();
    }

    /** Faux si la pièce a été retirée entre-temps : il n'y a rien à en dire. */
    boolean manquer(UUID fichier, Copie.Cause cause) {
        return base.sql("update piece_copie set a_faire_le = null, manque = ? where fichier = ?")
                        .params(cause.name(), fichier)
                        .update()
                == 1;
    }

    void oublier(UUID fichier) {
        base.sql("delete from piece_copie where fichier = ?").param(fichier).update();
    }

    private Timestamp dans(Duration duree) {
        return Timestamp.from(horloge.instant().plus(duree));
    }
}
