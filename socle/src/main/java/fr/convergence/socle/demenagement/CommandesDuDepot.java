package fr.convergence.socle.demenagement;

import fr.convergence.socle.depot.ChoixDuDepot;
import fr.convergence.socle.depot.DepotDuSite;
import fr.convergence.socle.depot.DepotIndisponible;
import fr.convergence.socle.fichier.Fichiers;
import fr.convergence.socle.journal.ObjetsDesAncres;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Une commande sur le dépôt, puis l'arrêt : le copier dans l'autre, y basculer, ou relire tous les fichiers (code 0 si tout est
 * pareil, 1 sinon).
 */
@Component
final class CommandesDuDepot implements ApplicationRunner {

    private final ChoixDuDepot choix;
    private final DepotDuSite depot;
    private final Fichiers fichiers;
    private final ObjetsDesAncres ancres;
    private final ApplicationContext application;
    private final boolean copier;
    private final boolean basculer;
    private final boolean verifier;

    CommandesDuDepot(
            ChoixDuDepot choix,
            DepotDuSite depot,
            Fichiers fichiers,
            ObjetsDesAncres ancres,
            ApplicationContext application,
            @Value("${convergence.depot.commande:}") String commande) {
        this.choix = choix;
        this.depot = depot;
        this.fichiers = fichiers;
        this.ancres = ancres;
        this.application = application;
        this.copier = commande.equals("copier");
        this.basculer = commande.equals("basculer");
        this.verifier = commande.equals("verifier");
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException, InterruptedException {
        if (copier || basculer) {
            finir(oser(
                    () -> new PassageDuDepot(depot, choix.autre(), ancres.nonInscrites(), ancres.noms(), System.out)
                            .faire(basculer),
                    System.out));
        } else if (verifier) {
            finir(oser(() -> verifier(fichiers, System.out), System.out));
        }
    }

    /** Une commande, et son code de sortie. */
    @FunctionalInterface
    interface Commande {
        int faire() throws IOException, InterruptedException;
    }

    /** Un dépôt qui ne répond pas arrête la commande, en une ligne : il ne dit rien de ce qu'il garde. */
    static int oser(Commande commande, PrintStream dit) throws IOException, InterruptedException {
        try {
            return commande.faire();
        } catch (DepotIndisponible panne) {
            return arreter(panne, dit);
        } catch (UncheckedIOException echec) {
            if (echec.getCause() instanceof DepotIndisponible panne) {
                return arreter(panne, dit);
            }
            throw echec;
        }
    }

    private static int arreter(DepotIndisponible panne, PrintStream dit) {
        dit.println(panne.getMessage() + ". La commande s’arrête là ; refaites-la quand il répondra.");
        return 1;
    }

    private void finir(int code) {
        System.exit(SpringApplication.exit(application, () -> code));
    }

    /** @return le code de sortie */
    static int verifier(Fichiers fichiers, PrintStream dit) throws DepotIndisponible {
        var relus = fichiers.relire(altere -> dit.println("Fichier " + altere + " : absent, altéré ou illisible."));
        dit.println("Fichiers relus : %d ; pareils à leur réception : %d.".formatted(relus.tous(), relus.pareils()));
        return relus.tous() == relus.pareils() ? 0 : 1;
    }
}
