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

/** Mène les épreuves l'une après l'autre, sur une base à elles, et dit ce qui a tenu. */
public final class Epreuves {

    private static final int DOSSIERS = 2_000;
    /** Quality dit 200 fois l'application, 50 fois la base, un nœud toutes les vingt secondes pendant dix minutes. */
    private static final int UN_COUP_DE_BASE_SUR = 4;

    private static final int UN_COUP_DE_NOEUD_SUR = 6;
    /** Un service muet fait attendre vingt secondes ou plus chaque tournée : le banc court s'en tient au refus. */
    private static final int COURT = 5;

    private static final List<Panne> DU_COURRIEL =
            List.of(Panne.AUCUNE, Panne.REFUSE, Panne.COUPE, Panne.LENTE, Panne.MUETTE, Panne.CHARABIA);

    private final List<String> jvm;
    private final List<String> application;
    private final int coups;
    private final List<Constat> constats = new ArrayList<>();

    /**
     * @param application « -jar chemin », ou « -cp chemin classe »
     * @param coups combien de fois tuer l'application ; les autres épreuves en prennent leur part
     */
    public Epreuves(List<String> jvm, List<String> application, int coups) {
        this.jvm = jvm;
        this.application = application;
        this.coups = coups;
    }

    public List<Constat> mener(Path travail) throws IOException, InterruptedException {
        Files.createDirectories(travail);
        vider(travail);
        try (var base = Base.ouvrir(travail, false);
                var courrier = new Courrier();
                var versCourrier = new Relais(() -> List.of(courrier.port()))) {
            exigerDesEcrituresSures(base);
            var population = Peuplement.executer(base, travail, DOSSIERS);
            var lancement = new Lancement(jvm, application, base, travail, versCourrier.port(), true);
            var terrain = new Terrain(base, lancement, population, System.nanoTime());
            mener(terrain, new PannesDuCourrier(terrain, courrier, versCourrier, constats));
        }
        vider(travail);
        constats.addAll(horsDuBanc());
        constats.sort(Comparator.comparingInt(constat -> Integer.parseInt(constat.exigence())));
        return constats;
    }

    private void mener(Terrain terrain, PannesDuCourrier courriels) throws IOException, InterruptedException {
        var serveurs = new PannesDuServeur(terrain, constats);
        courriels.oublierCeuxDAvant();
        var ecarts = new ArrayList<Ecart>();
        ecarts.add(serveurs.noeuds(Math.max(2, coups / UN_COUP_DE_NOEUD_SUR)));
        var serveur = terrain.demarrer(Serveur.portLibre());
        try {
            ecarts.add(serveurs.base(Math.max(1, coups / UN_COUP_DE_BASE_SUR), serveur));
            serveur = serveurs.application(coups, serveur, ecarts);
            constats.add(new MemeCle(terrain).eprouver(serveur.port()));
            ecarts.add(courriels.eprouver(
                    coups < COURT ? List.of(Panne.AUCUNE, Panne.REFUSE) : DU_COURRIEL, serveur.port()));
            var transmissions = ecarts.stream().mapToInt(Ecart::transmissions).sum();
            courriels.compter(transmissions + 1); // celle de la clé répétée
        } finally {
            serveur.close();
        }
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
    }

    private static List<Constat> horsDuBanc() {
        return List.of(
                Constat.ailleurs("6", "deux versions sur une base", "0 erreur, aucun verrou de plus de 0,5 s"),
                Constat.ailleurs("7", "sauvegarder, restaurer, revenir à une seconde", "un exercice mené"),
                Constat.ailleurs("10", "antivirus absent, puis de retour", "un verdict en 30 s, ou l'équipe prévenue"),
                Constat.ailleurs(
                        "11",
                        "la dernière milliseconde d'un guichet (`ArriveeATempsTest`)",
                        "la base décide, d'un côté et de l'autre"),
                Constat.ailleurs("12", "dix fois trop de demandes", "80 % du débit, 503 pour le reste"));
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
