package fr.convergence.mesures.pannes;

import fr.convergence.mesures.charge.Connexion;
import fr.convergence.mesures.charge.Courrier;
import fr.convergence.mesures.pannes.Comparaison.Ecart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Le serveur de courriel se dérobe : les pages servent, les actes se font, et les courriels partent quand il revient. */
final class PannesDuCourrier {

    private static final int PAGES = 100;
    private static final double RALENTI = 1.5;
    private static final int UN_SUR = 1_000;
    private static final Pattern IDENTIFIANT = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");
    private static final String ACCUSES =
            "select count(*) from courriel where modele in ('notification/transmission', 'notification/retransmission')";

    private final Terrain terrain;
    private final Courrier courrier;
    private final Relais relais;
    private final List<Constat> constats;

    PannesDuCourrier(Terrain terrain, Courrier courrier, Relais relais, List<Constat> constats) {
        this.terrain = terrain;
        this.courrier = courrier;
        this.relais = relais;
        this.constats = constats;
    }

    /** Ceux du peuplement, qui n'avait pas de serveur de courriel. */
    void oublierCeuxDAvant() {
        terrain.base.sql().sql("delete from courriel_lettre").update();
        terrain.base.sql().sql("delete from courriel").update();
    }

    Ecart eprouver(List<Panne> pannes, int port) throws IOException, InterruptedException {
        var ecart = Ecart.AUCUN;
        var temoin = 0.0;
        for (var panne : pannes) {
            var releve = new Releve();
            var lente = new double[1];
            relais.tomber(panne);
            var tour = terrain.tour(port, releve, () -> lente[0] = pages(port));
            relais.tomber(Panne.AUCUNE);
            ecart = ecart.et(tour);
            if (panne == Panne.AUCUNE) {
                temoin = lente[0];
                continue;
            }
            constats.add(Constat.compte(
                    "9",
                    "serveur de courriel " + panne.nom() + ", pendant " + PAGES + " pages",
                    "%d transmissions acquittées, %d perdues, %d doublées, %d refus"
                            .formatted(
                                    tour.transmissions(),
                                    tour.perdues().size(),
                                    tour.doublees().size(),
                                    releve.refus.size()),
                    "tout le reste sert",
                    tour.perdues().isEmpty() && tour.doublees().isEmpty() && releve.refus.isEmpty()));
            constats.add(Constat.duree(
                    "9",
                    "95 % des pages, serveur de courriel " + panne.nom(),
                    nombre("%.0f ms, %.0f sans panne", lente[0], temoin),
                    "1,5 fois",
                    lente[0] <= RALENTI * temoin));
        }
        return ecart;
    }

    /** Une fois la file vide : chaque transmission a son accusé, chaque courriel parti est arrivé. */
    void compter(int transmissions) {
        Terrain.attendre(() -> terrain.base.courrielsAEnvoyer() == 0);
        var arrives = new HashSet<String>();
        courrier.identifiants()
                .forEach(recu -> IDENTIFIANT.matcher(recu).results().forEach(un -> arrives.add(un.group())));
        var perdus = terrain.base.sql().sql("select id::text from courriel").query(String.class).list().stream()
                .filter(ecrit -> !arrives.contains(ecrit))
                .count();
        var accuses = terrain.base.sql().sql(ACCUSES).query(Integer.class).single();
        var doubles = courrier.doubles();
        constats.add(Constat.compte(
                "2",
                "courriels, serveur de courriel en panne et application tuée",
                "%d reçus, %d perdus ; %d accusés de dépôt pour %d transmissions"
                        .formatted(arrives.size(), perdus, accuses, transmissions),
                "0 perdu, un accusé par transmission",
                perdus == 0 && accuses == transmissions && transmissions > 0));
        constats.add(Constat.duree(
                "2",
                "courriels en double (même Message-ID)",
                doubles + " sur " + arrives.size(),
                "1 sur 1 000",
                doubles * UN_SUR <= arrives.size()));
    }

    /** En ms, 95 % de pages qui n'emploient pas le courriel ; toutes doivent servir. */
    private double pages(int port) throws IOException {
        var temps = new ArrayList<Long>();
        try (var connexion = new Connexion(port)) {
            for (var fois = 0; fois < PAGES; fois++) {
                var adresse = fois % 2 == 0
                        ? "/tableau-de-bord"
                        : "/dossiers/" + terrain.population.dossiers().getFirst() + "/candidature/ensemble";
                var debut = System.nanoTime();
                connexion.lire(adresse, terrain.population.referent(0)).attendue(200, adresse);
                temps.add(System.nanoTime() - debut);
            }
        }
        temps.sort(null);
        return temps.get(PAGES * 95 / 100) / 1e6;
    }

    private static String nombre(String forme, Object... valeurs) {
        return String.format(Locale.FRANCE, forme, valeurs);
    }
}
