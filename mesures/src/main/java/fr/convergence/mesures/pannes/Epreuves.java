package fr.convergence.mesures.pannes;

import fr.convergence.mesures.charge.Base;
import fr.convergence.mesures.charge.Courrier;
import fr.convergence.mesures.charge.Peuplement;
import fr.convergence.mesures.charge.Serveur;
import fr.convergence.mesures.charge.Serveur.Lancement;
import fr.convergence.mesures.pannes.Comparaison.Ecart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Mène les épreuves l'une après l'autre, sur une base à elles, et dit ce qui a tenu. */
public final class Epreuves {

    private static final int DOSSIERS = 900;
    /** Assez pour que huit rédacteurs ne se gênent pas, et que la population se fasse vite. */
    private static final int PERSONNES = 15;
    /** Quality dit 200 fois l'application, 50 fois la base, un nœud toutes les vingt secondes pendant dix minutes. */
    private static final int UN_COUP_DE_BASE_SUR = 4;

    private static final int UN_COUP_DE_NOEUD_SUR = 6;
    /** En dessous, chaque partenaire ne tombe que d'une façon : une sonde, une reprise prennent dix secondes et plus. */
    private static final int COURT = 5;

    private static final int PAGES = 100;
    private static final int PAGES_EN_COURT = 20;

    private static final List<Panne> DU_COURRIEL = List.of(
            Panne.AUCUNE,
            Panne.REFUSE,
            Panne.COUPE,
            Panne.LENTE,
            Panne.MUETTE,
            Panne.CHARABIA,
            Panne.PLUS_TARD,
            Panne.SANS_ACCUSE,
            Panne.ACCUSE_ALTERE);
    private static final List<Panne> DU_COURRIEL_EN_COURT = List.of(Panne.AUCUNE, Panne.COUPE, Panne.SANS_ACCUSE);
    private static final List<Panne> DE_L_ANTIVIRUS =
            List.of(Panne.REFUSE, Panne.COUPE, Panne.LENTE, Panne.MUETTE, Panne.CHARABIA, Panne.MENTEUSE);
    private static final List<Panne> DE_L_ANTIVIRUS_EN_COURT = List.of(Panne.COUPE);

    private final List<String> jvm;
    private final List<String> application;
    private final int coups;
    private final Predicate<String> voulue;
    private final List<LigneDuBilan> constats = new ArrayList<>();
    private final long debut = System.nanoTime();

    /**
     * @param application « -jar chemin », ou « -cp chemin classe »
     * @param coups combien de fois tuer l'application ; les autres épreuves en prennent leur part
     * @param voulue vrai du nom des épreuves à mener
     */
    public Epreuves(List<String> jvm, List<String> application, int coups, Predicate<String> voulue) {
        this.jvm = jvm;
        this.application = application;
        this.coups = coups;
        this.voulue = voulue;
    }

    public List<LigneDuBilan> mener(Path travail) throws IOException, InterruptedException {
        Files.createDirectories(travail);
        vider(travail);
        try (var base = Base.ouvrir(travail, false);
                var courrier = new Courrier();
                var antivirus = new Antivirus();
                var versCourrier = new RelaisEnPanne(courrier.port(), "");
                var versAntivirus = new RelaisEnPanne(antivirus.port(), Antivirus.SAIN)) {
            exigerDesEcrituresSures(base);
            var population = Peuplement.executer(base, travail, DOSSIERS, PERSONNES);
            dire("population");
            var lancement = new Lancement(jvm, application, base, travail, versCourrier.port(), true)
                    .avecAntivirus("tcp://127.0.0.1:" + versAntivirus.port());
            try (var terrain =
                    new Terrain(base, lancement, population, System.nanoTime(), court() ? PAGES_EN_COURT : PAGES)) {
                mener(
                        terrain,
                        new PannesDuCourrier(terrain, courrier, versCourrier, constats),
                        new PannesDeLAntivirus(terrain, versAntivirus, constats));
            }
        }
        vider(travail);
        constats.addAll(horsDuBanc());
        constats.sort(Comparator.comparingInt(constat -> Integer.parseInt(constat.exigence())));
        return constats;
    }

    private void mener(Terrain terrain, PannesDuCourrier courriels, PannesDeLAntivirus antivirus)
            throws IOException, InterruptedException {
        var serveurs = new PannesDuServeur(terrain, constats);
        var ecarts = new ArrayList<Ecart>();
        courriels.oublierCeuxDAvant();
        antivirus.oublierCeuxDAvant();
        var serveur = voulue.test("noeuds")
                ? serveurs.noeuds(court() ? 1 : Math.max(2, coups / UN_COUP_DE_NOEUD_SUR), ecarts)
                : terrain.demarrer(Serveur.portLibre());
        dire("nœuds");
        if (voulue.test("base")) {
            ecarts.add(serveurs.base(Math.max(1, coups / UN_COUP_DE_BASE_SUR), serveur));
            dire("base");
        }
        if (voulue.test("application")) {
            serveur = serveurs.application(coups, serveur, ecarts);
            dire("application");
        }
        partenaires(terrain, courriels, antivirus, serveur.port(), ecarts);
    }

    private void partenaires(
            Terrain terrain, PannesDuCourrier courriels, PannesDeLAntivirus antivirus, int port, List<Ecart> ecarts)
            throws IOException, InterruptedException {
        if (voulue.test("courriel")) {
            ecarts.add(courriels.eprouver(court() ? DU_COURRIEL_EN_COURT : DU_COURRIEL, port));
            dire("courriel");
        }
        if (voulue.test("antivirus")) {
            antivirus.eprouver(court() ? DE_L_ANTIVIRUS_EN_COURT : DE_L_ANTIVIRUS, port);
            dire("antivirus");
        }
        if (voulue.test("depot") && !court()) {
            ecarts.add(new PannesDuDepot(terrain, constats).eprouver(port));
            dire("dépôt");
        }
        constats.add(new MemeCle(terrain).eprouver(port));
        courriels.compter(1 + ecarts.stream().mapToInt(Ecart::transmissions).sum());
        antivirus.compter();
        dire("comptes");
    }

    private boolean court() {
        return coups < COURT;
    }

    private void dire(String quoi) {
        System.err.printf("%.0f s : %s%n", (System.nanoTime() - debut) / 1e9, quoi);
    }

    /** Un banc qui laisserait PostgreSQL répondre avant d'écrire ne prouverait rien. */
    private static void exigerDesEcrituresSures(Base base) {
        for (var reglage : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            var valeur = base.sql()
                    .sql("select current_setting(?)")
                    .param(reglage)
                    .query(String.class)
                    .single();
            if (!valeur.equals("on")) {
                throw new IllegalStateException(reglage + " = " + valeur);
            }
        }
        var propres = base.sql()
                .sql("select setconfig::text from pg_db_role_setting")
                .query(String.class)
                .list();
        if (!propres.isEmpty()) {
            throw new IllegalStateException("Un rôle a ses propres réglages : " + propres);
        }
    }

    private static List<LigneDuBilan> horsDuBanc() {
        return List.of(
                LigneDuBilan.ailleurs("6", "deux versions sur une base", "0 erreur, aucun verrou de plus de 0,5 s"),
                LigneDuBilan.ailleurs("7", "sauvegarder, restaurer, revenir à une seconde", "un exercice mené"),
                LigneDuBilan.ailleurs(
                        "11",
                        "la dernière milliseconde d'un guichet (`ArriveeATempsTest`)",
                        "la base décide, d'un côté et de l'autre"),
                LigneDuBilan.ailleurs("12", "dix fois trop de demandes", "80 % du débit, 503 pour le reste"));
    }

    private static void vider(Path dossier) throws IOException {
        try (var tout = Files.walk(dossier)) {
            for (var chemin : tout.sorted(Comparator.reverseOrder()).toList()) {
                if (!chemin.equals(dossier)) {
                    Files.delete(chemin);
                }
            }
        }
    }
}
