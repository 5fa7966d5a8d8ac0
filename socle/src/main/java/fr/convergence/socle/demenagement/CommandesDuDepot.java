package fr.convergence.socle.demenagement;

import fr.convergence.socle.depot.ChoixDuDepot;
import fr.convergence.socle.depot.DepotDuSite;
import fr.convergence.socle.fichier.Fichiers;
import java.io.IOException;
import java.io.PrintStream;
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
    private final ApplicationContext application;
    private final boolean copier;
    private final boolean basculer;
    private final boolean verifier;

    CommandesDuDepot(
            ChoixDuDepot choix,
            DepotDuSite depot,
            Fichiers fichiers,
            ApplicationContext application,
            @Value("${convergence.depot.commande:}") String commande) {
        this.choix = choix;
        this.depot = depot;
        this.fichiers = fichiers;
        this.application = application;
        this.copier = commande.equals("copier");
        this.basculer = commande.equals("basculer");
        this.verifier = commande.equals("verifier");
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException, InterruptedException {
        if (copier || basculer) {
            finir(demenager(depot, choix.autre(), basculer, System.out));
        } else if (verifier) {
            finir(verifier(fichiers, System.out));
        }
    }

    /** @return le code de sortie */
    static int demenager(DepotDuSite source, DepotDuSite destination, boolean basculer, PrintStream dit)
            throws IOException, InterruptedException {
        var identifiant = source.marque();
        var marque = destination.marque();
        if (!marque.isEmpty() && !marque.equals(identifiant)) {
            dit.println(destination.reglage() + " : c’est le dépôt d’un autre site, rien n’y est copié.");
            return 1;
        }
        var bilan = new Demenagement(source, destination, dit::println).copier();
        bilan.echecs().forEach(dit::println);
        dit.println("Objets copiés et relus pareils : %d (%d octets) ; déjà là : %d ; ôtés : %d ; échecs : %d."
                .formatted(
                        bilan.copies(),
                        bilan.octets(),
                        bilan.deja(),
                        bilan.otes(),
                        bilan.echecs().size()));
        if (!bilan.echecs().isEmpty()) {
            return 1;
        }
        if (basculer) {
            // La destination d'abord : arrêtée entre les deux, la commande se refait.
            destination.marquer(identifiant);
            source.demarquer();
            dit.println("Le dépôt est désormais " + destination.reglage() + " : réglez-le, puis démarrez.");
        }
        return 0;
    }

    /** @return le code de sortie */
    static int verifier(Fichiers fichiers, PrintStream dit) {
        var relus = fichiers.relire(altere -> dit.println("Fichier " + altere + " : absent, altéré ou illisible."));
        dit.println("Fichiers relus : %d ; pareils à leur réception : %d.".formatted(relus.tous(), relus.pareils()));
        return relus.tous() == relus.pareils() ? 0 : 1;
    }

    private void finir(int code) {
        System.exit(SpringApplication.exit(application, () -> code));
    }
}
