package fr.convergence.socle.fichier;

import fr.convergence.socle.base.DemarrageImpossible;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.depot.DepotDossier;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Le dépôt et la base se reconnaissent : l'un porte dans un fichier l'identifiant que garde l'autre. Un point de montage resté
 * vide recevrait sinon des fichiers que personne ne relirait.
 */
final class MarqueDuDepot {

    private final JdbcClient base;
    private final Clock horloge;

    MarqueDuDepot(JdbcClient base, Clock horloge) {
        this.base = base;
        this.horloge = horloge;
    }

    /**
     * Marque un dépôt neuf, ou contrôle celui qui l'est.
     *
     * @throws DemarrageImpossible si ce dossier n'est pas le dépôt de cette base
     */
    void exiger(DepotDossier depot) throws IOException {
        var connue = connue();
        if (connue.isEmpty()) {
            var marque = depot.marque();
            connue = retenir(nonVide(marque.isEmpty() ? depot.marquer(Uuid.v7().toString()) : marque));
        }
        depot.exiger(connue);
        try {
            depot.essayer();
        } catch (IOException refus) {
            throw new DemarrageImpossible("convergence.fichiers.depot : " + refus.getMessage());
        }
    }

    /** Vide, elle n'exigerait plus jamais rien : son écriture a été interrompue, ou un autre nœud la finit. */
    private static String nonVide(String marque) {
        if (marque.isEmpty()) {
            throw new DemarrageImpossible(
                    "convergence.fichiers.depot : le fichier %s est vide, son écriture a été interrompue ; effacez-le et redémarrez."
                            .formatted(DepotDossier.MARQUE));
        }
        return marque;
    }

    private String connue() {
        return base.sql("select identifiant from fichier_depot")
                .query(String.class)
                .optional()
                .orElse("");
    }

    private String retenir(String identifiant) {
        base.sql("insert into fichier_depot (identifiant, marque_le) values (?, ?) on conflict (seul) do nothing")
                .params(identifiant, Timestamp.from(horloge.instant()))
                .update();
        return connue();
    }
}
