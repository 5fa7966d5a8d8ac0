package fr.convergence.socle.demenagement;

import fr.convergence.socle.depot.ChoixDuDepot;
import fr.convergence.socle.depot.DepotDuSite;
import fr.convergence.socle.depot.DepotIndisponible;
import fr.convergence.socle.fichier.Fichiers;
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
            finir(oser(() -> demenager(depot, choix.autre(), basculer, System.out), System.out));
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

    /** @return le code de sortie */
    static int demenager(DepotDuSite source, DepotDuSite destination, boolean basculer, PrintStream dit)
            throws IOException, InterruptedException {
        var identifiant = source.marque();
        if (identifiant.isEmpty()) {
            dit.println(source.reglage() + " : ce dépôt ne porte pas la marque d’un site, rien n’en est copié.");
            return 1;
        }
        if (destination.marque().equals(identifiant)) {
            return finirLaBascule(source, destination, basculer, dit);
        }
        var refus = refus(identifiant, destination);
        if (!refus.isEmpty()) {
            dit.println(destination.reglage() + " : " + refus);
            return 1;
        }
        source.taireLaCopie(); // ce qu'une bascule vers elle, interrompue à la fin, en a laissé
        destination.direCopieDe(identifiant);
        if (!destination.copieDe().equals(identifiant)) {
            destination.taireLaCopie();
            dit.println(destination.reglage() + " : ce qui y est écrit n’y reste pas tel quel, rien n’y est copié.");
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
            // La destination d'abord : arrêtée entre les deux, la commande finit ce qui en manque.
            destination.marquer(identifiant);
            quitter(source, destination, dit);
        }
        return 0;
    }

    /**
     * Les deux portent la marque : celui qui est aussi dit une copie est le dernier. Le site a pu y démarrer, et y recevoir ce
     * que l'autre n'a pas : rien n'y est plus copié ni ôté.
     */
    private static int finirLaBascule(DepotDuSite source, DepotDuSite destination, boolean basculer, PrintStream dit)
            throws IOException {
        if (!destination.copieDe().equals(source.marque())) {
            dit.println(destination.reglage()
                    + " : une bascule de ce dépôt vers l’autre n’est pas finie, rien n’est copié ni ôté ;"
                    + " finissez-la d’abord, « basculer » avec convergence.depot.genre réglé sur lui.");
            return 1;
        }
        if (basculer) {
            quitter(source, destination, dit);
            return 0;
        }
        dit.println(destination.reglage()
                + " : une bascule l’a déjà marqué comme le dépôt de ce site, rien n’y est copié ni ôté ;"
                + " finissez-la avec « basculer ».");
        return 1;
    }

    /** L'ancien dépôt, qui n'est plus que la copie du nouveau : on pourra y revenir. */
    private static void quitter(DepotDuSite source, DepotDuSite destination, PrintStream dit) throws IOException {
        var identifiant = source.marque();
        source.demarquer();
        source.direCopieDe(identifiant);
        destination.taireLaCopie();
        dit.println("Le dépôt est désormais " + destination.reglage() + " : réglez-le, puis démarrez.");
    }

    /** Pourquoi rien n'y sera copié ; vide si elle est vide, ou une copie commencée de ce dépôt. */
    private static String refus(String identifiant, DepotDuSite destination) throws IOException {
        if (!destination.marque().isEmpty()) {
            return "c’est le dépôt d’un autre site, rien n’y est copié.";
        }
        var copie = destination.copieDe();
        if (copie.equals(identifiant)) {
            return "";
        }
        if (!copie.isEmpty()) {
            return "c’est la copie du dépôt d’un autre site, rien n’y est copié.";
        }
        try (var ranges = destination.ranges()) {
            return ranges.findAny().isEmpty()
                    ? ""
                    : "des objets y sont déjà, qu’aucune copie de ce dépôt n’y a mis ; rien n’y est copié ni ôté :"
                            + " choisissez un dossier, un seau ou un préfixe vide.";
        }
    }

    /** @return le code de sortie */
    static int verifier(Fichiers fichiers, PrintStream dit) throws DepotIndisponible {
        var relus = fichiers.relire(altere -> dit.println("Fichier " + altere + " : absent, altéré ou illisible."));
        dit.println("Fichiers relus : %d ; pareils à leur réception : %d.".formatted(relus.tous(), relus.pareils()));
        return relus.tous() == relus.pareils() ? 0 : 1;
    }

    private void finir(int code) {
        System.exit(SpringApplication.exit(application, () -> code));
    }
}
