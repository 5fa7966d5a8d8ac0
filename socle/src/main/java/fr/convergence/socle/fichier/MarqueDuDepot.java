package fr.convergence.socle.fichier;

import fr.convergence.socle.base.DemarrageImpossible;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.depot.DepotDossier;
import fr.convergence.socle.depot.DepotDuSite;
import fr.convergence.socle.depot.DepotIndisponible;
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
     * @throws DemarrageImpossible si ce n'est pas le dépôt de cette base
     */
    void exiger(DepotDuSite depot) {
        try {
            depot.exiger(reconnaitre(depot));
            depot.essayer();
        } catch (IOException refus) {
            throw new DemarrageImpossible(depot.reglage() + " : " + refus.getMessage());
        }
    }

    /**
     * Pour la commande qui finit une bascule interrompue : ce dépôt, que le site quitte, n'a plus sa marque. Rien ne s'y écrira.
     *
     * @return faux si ce n'est pas lui
     */
    boolean reconnaitreQuitte(DepotDuSite depot) throws IOException {
        var connue = connue();
        var quitte = !connue.isEmpty() && connue.equals(depot.quittePar());
        if (quitte) {
            depot.exiger(connue);
        }
        return quitte;
    }

    private String reconnaitre(DepotDuSite depot) throws IOException {
        var connue = connue();
        if (!connue.isEmpty()) {
            return connue;
        }
        exigerUnObjet(depot);
        var marque = depot.marque();
        return retenir(nonVide(depot, marque.isEmpty() ? depot.marquer(Uuid.v7().toString()) : marque));
    }

    /** Une base qui nomme déjà des fichiers ne se lie qu'au dépôt où ils sont : un point de montage vide n'en a aucun. */
    private void exigerUnObjet(DepotDuSite depot) throws DepotIndisponible {
        var nommes = base.sql("select objet from fichier_segment order by fichier desc, numero limit :combien")
                .param("combien", OBJETS_ESSAYES)
                .query(String.class)
                .list();
        var lu = nommes.isEmpty();
        for (var objet : nommes) {
            lu = lu || seLit(depot, objet);
        }
        if (!lu) {
            throw new DemarrageImpossible(
                    "%s : la base nomme des fichiers, et aucun de ses %d derniers objets ne s’y lit : %s"
                            .formatted(depot.reglage(), nommes.size(), depot.doute()));
        }
    }

    private static boolean seLit(DepotDuSite depot, String objet) throws DepotIndisponible {
        try (var flux = depot.lire(objet)) {
            return flux.read() >= 0;
        } catch (DepotIndisponible panne) {
            throw panne;
        } catch (IOException illisible) {
            return false;
        }
    }

    /** Vide, elle n'exigerait plus jamais rien : son écriture a été interrompue, ou un autre nœud la finit. */
    private static String nonVide(DepotDuSite depot, String marque) {
        if (marque.isEmpty()) {
            throw new DemarrageImpossible(
                    "%s : le fichier %s est vide, son écriture a été interrompue ; effacez-le et redémarrez."
                            .formatted(depot.reglage(), DepotDossier.MARQUE));
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
