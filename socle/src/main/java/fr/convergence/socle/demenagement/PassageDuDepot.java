package fr.convergence.socle.demenagement;

import fr.convergence.socle.depot.DepotDuSite;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Set;

/**
 * D'un dépôt à l'autre. Basculer ferme d'abord celui que l'on quitte : un nœud resté en marche n'y fait plus rien acquitter, et ce
 * qui y fut acquitté y est déjà. Un dernier passage le copie donc en entier ; il ne relit que ce qui a pu changer depuis le premier.
 */
final class PassageDuDepot {

    private static final String PAS_FINIE =
            "une bascule de ce dépôt vers l’autre n’est pas finie, rien n’est copié ni ôté ;"
                    + " finissez-la d’abord, « basculer » avec convergence.depot.genre réglé sur lui.";

    private final DepotDuSite source;
    private final DepotDuSite destination;
    private final Set<String> encoreChangeants;
    private final Set<String> changeants;
    private final PrintStream dit;

    /**
     * @param encoreChangeants les objets qui, depuis cet instant, peuvent être récrits sous le même nom ; le site fermé, eux
     *     seuls se comparent encore
     * @param changeants ceux qui l'ont pu un jour, eux compris
     */
    PassageDuDepot(
            DepotDuSite source,
            DepotDuSite destination,
            Set<String> encoreChangeants,
            Set<String> changeants,
            PrintStream dit) {
        this.source = source;
        this.destination = destination;
        this.encoreChangeants = encoreChangeants;
        this.changeants = changeants;
        this.dit = dit;
    }

    /** @return le code de sortie */
    int faire(boolean basculer) throws IOException, InterruptedException {
        var quitte = source.quittePar();
        var identifiant = quitte.isEmpty() ? source.marque() : quitte;
        if (identifiant.isEmpty()) {
            return refuser(source, "ce dépôt ne porte pas la marque d’un site, rien n’en est copié.");
        }
        if (destination.marque().equals(identifiant)) {
            return quitte.isEmpty() && !destination.copieDe().equals(identifiant)
                    ? refuser(destination, PAS_FINIE)
                    : finir(identifiant, basculer);
        }
        var refus = refus(identifiant);
        if (!refus.isEmpty()) {
            return refuser(destination, refus);
        }
        source.taireLaCopie(); // ce qu'une bascule vers elle, interrompue à la fin, en a laissé
        destination.direCopieDe(identifiant);
        if (!destination.copieDe().equals(identifiant)) {
            destination.taireLaCopie();
            return refuser(destination, "ce qui y est écrit n’y reste pas tel quel, rien n’y est copié.");
        }
        if (!quitte.isEmpty() && !basculer) {
            source.rouvrir(identifiant);
        }
        return copier(changeants) ? basculer ? basculer(identifiant) : 0 : 1;
    }

    private int basculer(String identifiant) throws IOException, InterruptedException {
        source.fermer(identifiant);
        var copie = false;
        try {
            copie = copier(encoreChangeants);
        } finally {
            if (!copie) {
                source.rouvrir(identifiant);
            }
        }
        if (!copie) {
            return 1;
        }
        if (!destination.marquer(identifiant).equals(identifiant)) {
            source.rouvrir(identifiant);
            return refuser(destination, "un autre site vient d’y mettre sa marque, rien n’a basculé.");
        }
        quitter(identifiant);
        return 0;
    }

    private boolean copier(Set<String> changeants) throws IOException, InterruptedException {
        var bilan = new Demenagement(source, destination, changeants, dit::println).copier();
        bilan.echecs().forEach(dit::println);
        dit.println("Objets copiés et relus pareils : %d (%d octets) ; déjà là : %d ; ôtés : %d ; échecs : %d."
                .formatted(
                        bilan.copies(),
                        bilan.octets(),
                        bilan.deja(),
                        bilan.otes(),
                        bilan.echecs().size()));
        return bilan.echecs().isEmpty();
    }

    /** La destination a déjà la marque : le site a pu y démarrer, et y recevoir ce que l'autre n'a pas. */
    private int finir(String identifiant, boolean basculer) throws IOException {
        if (!basculer) {
            return refuser(
                    destination,
                    "une bascule l’a déjà marqué comme le dépôt de ce site, rien n’y est copié ni ôté ;"
                            + " finissez-la avec « basculer ».");
        }
        quitter(identifiant);
        return 0;
    }

    /** L'ancien dépôt n'est plus que la copie du nouveau : on pourra y revenir. */
    private void quitter(String identifiant) throws IOException {
        source.laisser(identifiant);
        destination.taireLaCopie();
        dit.println("Le dépôt est désormais " + destination.reglage() + " : réglez-le, puis démarrez.");
    }

    /** Pourquoi rien n'y sera copié ; vide si elle est vide, ou une copie commencée de ce dépôt. */
    private String refus(String identifiant) throws IOException {
        if (destination.quittePar().equals(identifiant)) {
            return PAS_FINIE;
        }
        if (!destination.marque().isEmpty() || !destination.quittePar().isEmpty()) {
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

    private int refuser(DepotDuSite depot, String raison) {
        dit.println(depot.reglage() + " : " + raison);
        return 1;
    }
}
