package fr.convergence.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** La démonstration lancée comme une personne la lance : un programme à part, jugé à ses lignes et à son code de sortie. */
final class DemonstrationTest {

    private static final List<String> PORTS_LIBRES =
            List.of("--port=0", "--port-courriel=0", "--port-smtp=0", "--port-isc=0");
    private static final Map<String, String> BASE_ABSENTE = Map.of(
            "CONVERGENCE_DB_URL", "jdbc:postgresql://localhost:1/absente?password=secret", "CONVERGENCE_DB_USER", "x");

    @TempDir
    Path donnees;

    private final List<String> annonce = new ArrayList<>();

    /** Ce qu'un programme a dit et rendu. */
    record Fin(int code, String sortie, String erreurs) {}

    @Test
    void elle_tient_son_dossier_repart_apres_avoir_ete_tuee_et_s_arrete_proprement() throws Exception {
        var tuee = lancer(Demonstration.class.getName(), Map.of(), PORTS_LIBRES);
        var suivante = tuee;
        try {
            assertThat(statut(attendreQueCeSoitPret(tuee.getInputStream()) + "/"))
                    .isEqualTo(200);
            var seconde = finir(lancer(Demonstration.class.getName(), Map.of(), PORTS_LIBRES));
            refuse(seconde, 1, "Une autre démonstration emploie déjà le dossier " + donnees);

            tuee.destroyForcibly().waitFor();
            var orphelin = postmaster();
            assertThat(orphelin.isAlive()).isTrue();
            suivante = lancer(Demonstration.class.getName(), Map.of(), PORTS_LIBRES);
            assertThat(statut(attendreQueCeSoitPret(suivante.getInputStream()) + "/"))
                    .isEqualTo(200);
            assertThat(orphelin.isAlive()).isFalse();
        } finally {
            suivante.destroy();
        }
        assertThat(suivante.waitFor()).isEqualTo(143); // 128 + SIGTERM
        assertThat(donnees.resolve("postgresql/base/postmaster.pid")).doesNotExist();
    }

    @Test
    void un_port_pris_est_nomme_avec_l_option_qui_en_change() throws Exception {
        try (var prise = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var options =
                    List.of("--port=" + prise.getLocalPort(), "--port-courriel=0", "--port-smtp=0", "--port-isc=0");

            var fin = finir(lancer(Demonstration.class.getName(), Map.of(), options));

            refuse(fin, 1, "Le port " + prise.getLocalPort() + " est déjà pris");
        }
    }

    @Test
    void une_base_injoignable_est_dite_sans_mot_de_passe() throws Exception {
        var fin = finir(lancer(Demonstration.class.getName(), BASE_ABSENTE, PORTS_LIBRES));

        refuse(fin, 1, "La base de données jdbc:postgresql://localhost:1/absente est inaccessible");
        assertThat(fin.erreurs()).doesNotContain("secret");
    }

    @Test
    void le_portail_seul_dit_aussi_en_une_ligne_que_sa_base_est_injoignable() throws Exception {
        var fin = finir(lancer("fr.convergence.portail.Portail", BASE_ABSENTE, List.of()));

        refuse(fin, 1, "La base de données jdbc:postgresql://localhost:1/absente est inaccessible");
        assertThat(fin.sortie()).doesNotContain("Exception");
    }

    @Test
    void une_option_inconnue_rend_2() throws Exception {
        refuse(finir(lancer(Demonstration.class.getName(), Map.of(), List.of("--prot=1"))), 2, "Option inconnue");
    }

    private static void refuse(Fin fin, int code, String debut) {
        assertThat(fin.erreurs()).startsWith(debut);
        assertThat(fin.erreurs().lines()).hasSize(1);
        assertThat(fin.code()).isEqualTo(code);
    }

    private Process lancer(String classe, Map<String, String> environnement, List<String> options) throws IOException {
        var commande = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                classe));
        if (classe.equals(Demonstration.class.getName())) {
            commande.add("--donnees=" + donnees);
        }
        commande.addAll(options);
        var programme = new ProcessBuilder(commande);
        programme.environment().keySet().removeIf(nom -> nom.startsWith("CONVERGENCE_"));
        programme.environment().putAll(environnement);
        return programme.start();
    }

    private static Fin finir(Process processus) throws Exception {
        var sortie = CompletableFuture.supplyAsync(() -> toutLire(processus.getInputStream()));
        var erreurs = toutLire(processus.getErrorStream());
        return new Fin(processus.waitFor(), sortie.join(), erreurs);
    }

    private static String toutLire(InputStream flux) {
        try (flux) {
            return new String(flux.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String attendreQueCeSoitPret(InputStream sortie) {
        var lecture = new BufferedReader(new InputStreamReader(sortie, StandardCharsets.UTF_8));
        return lecture.lines()
                .peek(annonce::add)
                .filter(ligne -> ligne.startsWith("PRET "))
                .map(ligne -> ligne.substring(5))
                .findFirst()
                .orElseThrow(() -> new AssertionError(String.join("\n", annonce)));
    }

    private ProcessHandle postmaster() throws IOException {
        var lignes = Files.readAllLines(donnees.resolve("postgresql/base/postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lignes.getFirst().strip())).orElseThrow();
    }

    private static int statut(String adresse) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(adresse)).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
