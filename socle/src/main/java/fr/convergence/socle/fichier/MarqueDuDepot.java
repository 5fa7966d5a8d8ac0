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

    /** Assez pour que quelques objets perdus n'empêchent pas de démarrer. */
    private static final int OBJETS_ESSAYES = 20;

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
            exigerUnObjet(depot);
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

    /** Une base qui nomme déjà des fichiers ne se lie qu'au dépôt où ils sont : un point de montage vide n'en a aucun. */
    private void exigerUnObjet(DepotDossier depot) {
        var nommes = base.sql("select objet from fichier_segment order by fichier desc, numero limit :combien")
                .param("combien", OBJETS_ESSAYES)
                .query(String.class)
                .list();
        if (!nommes.isEmpty() && nommes.stream().noneMatch(objet -> seLit(depot, objet))) {
            throw new DemarrageImpossible(
                    "convergence.fichiers.depot : la base nomme des fichiers, et aucun de ses %d derniers objets ne se lit dans ce dossier : est-il monté ?"
                            .formatted(nommes.size()));
        }
    }

    private static boolean seLit(DepotDossier depot, String objet) {
        try (var flux = depot.lire(objet)) {
            return flux.read() >= 0;
        } catch (IOException illisible) {
            return false;
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
