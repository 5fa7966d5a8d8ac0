package fr.convergence.mesures.corps;

import fr.convergence.mesures.charge.Base;
import fr.convergence.mesures.charge.Connexion;
import fr.convergence.mesures.charge.Courrier;
import fr.convergence.mesures.charge.Peuplement;
import fr.convergence.mesures.charge.ReponseDuServeur;
import fr.convergence.mesures.charge.Seance;
import fr.convergence.mesures.charge.Serveur;
import fr.convergence.mesures.charge.Serveur.Lancement;
import fr.convergence.mesures.corps.Envoyeurs.Sorte;
import fr.convergence.mesures.pannes.LigneDuBilan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** Deux cents corps à la fois, sans fin ou au goutte à goutte : ce qu'ils tiennent de mémoire, et ce qu'en sentent les autres. */
public final class EpreuveDesCorps {

    private static final int DOSSIERS = 2_000;
    private static final double TAS_MAX = 32;
    private static final double FOIS_MAX = 1.5;
    private static final int FORMULAIRES = 20;
    /** Les envoyeurs à la dernière priorité partent quand ils peuvent. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Seance PERSONNE = new Seance("", "");
    private static final Pattern JETON = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final List<String> jvm;
    private final List<String> application;
    private final int tours;
    private final Duration duree;
    private final List<LigneDuBilan> constats = new ArrayList<>();

    /**
     * @param application « -jar chemin », ou « -cp chemin classe »
     * @param tours combien de fois lire les pages seul, puis pendant l'assaut
     */
    public EpreuveDesCorps(List<String> jvm, List<String> application, int tours, Duration duree) {
        this.jvm = jvm;
        this.application = application;
        this.tours = tours;
        this.duree = duree;
    }

    /** @param travail un dossier vide */
    public List<LigneDuBilan> mener(Path travail) throws IOException, InterruptedException {
        try (var base = Base.ouvrir(travail, false);
                var courrier = new Courrier()) {
            var population = Peuplement.executer(base, travail, DOSSIERS);
            var lancement = new Lancement(jvm, application, base, travail, courrier.port(), false);
            try (var serveur = Serveur.demarrer(lancement, Serveur.portLibre())) {
                var lecteurs = new Lecteurs(serveur.port(), population.referent(0));
                lecteurs.lire(duree.multipliedBy(4)); // le temps que le code soit chaud
                eprouver("200 envois de fichiers sans fin", serveur, lecteurs, Sorte.SANS_FIN);
                eprouver("200 formulaires lents de quatre réseaux", serveur, lecteurs, Sorte.LENTS);
                try (var envoyeurs = Envoyeurs.lancer(jvm, serveur.port())) {
                    lesAutres(serveur.port(), population.referent(0), envoyeurs);
                }
            }
            sansManquerDeMemoire(travail.resolve("serveur.log"));
        }
        return constats;
    }

    private void eprouver(String quoi, Serveur serveur, Lecteurs lecteurs, Sorte sorte)
            throws IOException, InterruptedException {
        try (var envoyeurs = Envoyeurs.lancer(jvm, serveur.port())) {
            envoyeurs.passerEnDernier();
            lesPages(quoi, serveur, lecteurs, sorte, envoyeurs);
        }
        try (var envoyeurs = Envoyeurs.lancer(jvm, serveur.port())) {
            leTas(quoi, serveur, sorte, envoyeurs);
        }
    }

    private void lesPages(String quoi, Serveur serveur, Lecteurs lecteurs, Sorte sorte, Envoyeurs envoyeurs)
            throws IOException, InterruptedException {
        try (var siege = envoyeurs.assaillir(sorte)) {
            siege.partis(PATIENCE);
            lecteurs.lire(duree.multipliedBy(2)); // celui qui refuse aussi
        }
        var seules = Pages.AUCUNE;
        var pendant = Pages.AUCUNE;
        var partis = Envoyeurs.NOMBRE;
        var reponses = "";
        for (var tour = 0; tour < tours; tour++) {
            seules = seules.et(Pages.lire(lecteurs, duree, serveur, envoyeurs));
            try (var siege = envoyeurs.assaillir(sorte)) {
                partis = Math.min(partis, siege.partis(PATIENCE));
                pendant = pendant.et(Pages.lire(lecteurs, duree, serveur, envoyeurs));
                reponses = siege.etat().reponses();
            }
        }
        var fois = pendant.lente() / seules.lente();
        constats.add(LigneDuBilan.duree(
                "corps",
                quoi + " : 95 % des autres pages",
                nombre(
                        "%.1f ms seules, %.1f pendant : %.2f fois (%d et %d pages ; processeurs : serveur %.2f puis %.2f, envoyeurs"
                                + " %.2f, en dernier ; %d partis au moins, au dernier tour %s)",
                        seules.lente(),
                        pendant.lente(),
                        fois,
                        seules.temps().size(),
                        pendant.temps().size(),
                        seules.partDuServeur(),
                        pendant.partDuServeur(),
                        pendant.partDesEnvoyeurs(),
                        partis,
                        reponses),
                "1,5 fois, les 200 partis",
                fois <= FOIS_MAX && partis == Envoyeurs.NOMBRE));
    }

    private void leTas(String quoi, Serveur serveur, Sorte sorte, Envoyeurs envoyeurs)
            throws IOException, InterruptedException {
        var repos = serveur.tas();
        var plein = 0.0;
        String reponses;
        try (var siege = envoyeurs.assaillir(sorte).complet()) {
            for (var fois = 0; fois < 3; fois++) {
                plein = Math.max(plein, serveur.tas());
            }
            var etat = siege.etat();
            reponses = etat.enRoute() + " en route ; " + etat.reponses();
        }
        constats.add(LigneDuBilan.compte(
                "corps",
                quoi + " : tas vivant",
                nombre("%.1f Mo seul, %.1f pendant : %+.1f (%s)", repos, plein, plein - repos, reponses),
                "32 Mo de plus",
                plein - repos <= TAS_MAX));
    }

    /** Pendant les formulaires lents, ceux des autres, qui n'arrivent pas non plus d'un coup. */
    private void lesAutres(int port, Seance connu, Envoyeurs envoyeurs) throws IOException {
        try (var _ = envoyeurs.assaillir(Sorte.LENTS).complet();
                var muette = new Ligne("127.0.9.2", port)) {
            muette.poster("/connexion", Ligne.FORMULAIRE, 1_000, PERSONNE);
            var debut = System.nanoTime();
            passe(
                    "d'une personne connectée",
                    () -> poster(port, "127.0.1.1", "/session/prolongations", connu, ""),
                    204);
            var page = lire(port);
            var inconnu = inconnu(page);
            passe(
                    "d'un inconnu d'un cinquième réseau",
                    () -> poster(port, "127.0.9.1", "/connexion", inconnu, "&identifiant=&motDePasse="),
                    422);
            var statut = muette.statut();
            var secondes = (System.nanoTime() - debut) / 1e9;
            constats.add(LigneDuBilan.duree(
                    "corps",
                    "un corps dont rien ne vient",
                    nombre("coupé après %.0f s (%d)", secondes, statut),
                    "20 s",
                    statut == 408 && secondes < 25));
        }
    }

    private void passe(String qui, Formulaire formulaire, int attendu) throws IOException {
        var temps = new ArrayList<Double>();
        var passes = 0;
        for (var i = 0; i < FORMULAIRES; i++) {
            var debut = System.nanoTime();
            passes += formulaire.envoyer() == attendu ? 1 : 0;
            temps.add((System.nanoTime() - debut) / 1e6);
        }
        constats.add(LigneDuBilan.compte(
                "corps",
                "pendant les formulaires lents, celui " + qui,
                nombre("%d sur %d servis, 95 %% en %.0f ms", passes, FORMULAIRES, Lecteurs.lente(temps)),
                "tous",
                passes == FORMULAIRES));
    }

    private void sansManquerDeMemoire(Path traces) throws IOException {
        var manques = Files.readAllLines(traces).stream()
                .filter(ligne -> ligne.contains("OutOfMemoryError"))
                .count();
        constats.add(LigneDuBilan.compte(
                "corps", "mémoire épuisée, tas de " + String.join(" ", jvm), manques + " fois", "0", manques == 0));
    }

    private int poster(int port, String depuis, String chemin, Seance qui, String champs) throws IOException {
        var corps = "_csrf=" + qui.jeton() + champs;
        try (var ligne = new Ligne(depuis, port)) {
            ligne.poster(chemin, Ligne.FORMULAIRE, corps.length(), qui);
            lire(port); // le corps ne part que quand l'entête est arrivée depuis longtemps
            ligne.emettre(corps);
            return ligne.statut();
        }
    }

    private static ReponseDuServeur lire(int port) throws IOException {
        try (var connexion = new Connexion(port)) {
            return connexion.lire("/connexion", PERSONNE).attendue(200, "page de connexion");
        }
    }

    private static Seance inconnu(ReponseDuServeur page) {
        var jeton = JETON.matcher(page.texte());
        if (!jeton.find()) {
            throw page.inattendue("jeton anti-rejeu");
        }
        var temoin = page.entete("set-cookie");
        return new Seance(
                temoin.substring(temoin.indexOf('=') + 1, temoin.indexOf(';')), Objects.requireNonNull(jeton.group(1)));
    }

    private static String nombre(String forme, Object... valeurs) {
        return String.format(Locale.FRANCE, forme, valeurs);
    }

    @FunctionalInterface
    private interface Formulaire {
        int envoyer() throws IOException;
    }
}
