package fr.convergence.mesures.pannes;

import fr.convergence.mesures.charge.Connexion;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** La même transmission, sous la même clé, partie vingt fois au même instant. */
final class MemeCle {

    private static final int FOIS = 20;
    private static final Pattern ALERTE = Pattern.compile("(?s)fr-alert--[^>]*>(.{0,400}?)</div>");

    private final Terrain terrain;

    MemeCle(Terrain terrain) {
        this.terrain = terrain;
    }

    LigneDuBilan eprouver(int port) throws InterruptedException {
        var dossier = terrain.population.dossiers().getFirst();
        var corps = "_cle=" + UUID.randomUUID();
        var depart = new CyclicBarrier(FOIS);
        Callable<String> envoi = () -> {
            try (var connexion = new Connexion(port)) {
                depart.await();
                var reponse = connexion.poster(
                        "/dossiers/" + dossier + "/candidature/transmissions", terrain.population.referent(0), corps);
                return reponse.statut() + " " + reponse.entete("location") + alerte(reponse.texte());
            }
        };
        var reponses = new HashSet<String>();
        try (var fils = Executors.newFixedThreadPool(FOIS)) {
            var envois =
                    IntStream.range(0, FOIS).mapToObj(_ -> fils.submit(envoi)).toList();
            for (var un : envois) {
                reponses.add(un.get());
            }
        } catch (ExecutionException rompue) {
            throw new IllegalStateException(rompue.getCause());
        }
        var editions = editions(dossier);
        terrain.base.remettreEnBrouillon(List.of(dossier));
        return LigneDuBilan.compte(
                "5",
                "la même transmission, la même clé, " + FOIS + " fois à la fois",
                "%d édition, %d réponse : %s".formatted(editions, reponses.size(), String.join(" ; ", reponses)),
                "un effet, des réponses égales (les autres formulaires : `FormulairesUneFoisTest`)",
                editions == 1
                        && reponses.size() == 1
                        && reponses.iterator().next().startsWith("303 "));
    }

    /** Ce que dit une page qui refuse. */
    private static String alerte(String page) {
        var trouvee = ALERTE.matcher(page);
        return trouvee.find() ? trouvee.group(1).replaceAll("<[^>]*>|\\s+", " ").strip() : "";
    }

    private int editions(String dossier) {
        return terrain.base.sql().sql("""
                        select count(*) from saisie_edition t join dossier_etape e on e.id = t.etape
                        join dossier d on d.id = e.dossier where d.reference = ?
                        """).param(dossier).query(Integer.class).single();
    }
}
