package fr.convergence.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Les scripts de la racine sur une machine où il manque quelque chose : une ligne qui dit quoi installer, code 2. */
final class ScriptsTest {

    private static final Path RACINE = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> OUTILS_DU_SYSTEME = List.of(
            "bash",
            "env",
            "dirname",
            "basename",
            "readlink",
            "sed",
            "grep",
            "ls",
            "head",
            "tail",
            "find",
            "mkdir",
            "cat");

    @TempDir
    Path machine;

    private Path programmes;

    @BeforeEach
    void preparerUneMachineNue() throws IOException {
        assumeTrue(Files.exists(Path.of("/usr/bin/env")), "les scripts demandent un système POSIX");
        programmes = Files.createDirectories(machine.resolve("bin"));
        for (var outil : OUTILS_DU_SYSTEME) {
            for (var dossier : List.of("/usr/bin", "/bin")) {
                var chemin = Path.of(dossier, outil);
                if (Files.exists(chemin) && !Files.exists(programmes.resolve(outil))) {
                    Files.createSymbolicLink(programmes.resolve(outil), chemin);
                }
            }
        }
    }

    /** JUnit avertit de chaque lien qu'il effacerait lui-même. */
    @AfterEach
    void retirerLesLiens() throws IOException {
        for (var outil : OUTILS_DU_SYSTEME) {
            Files.deleteIfExists(programmes.resolve(outil));
        }
    }

    @Test
    void sans_jdk_la_ligne_dit_lequel_et_comment() throws Exception {
        for (var script : List.of("lancer", "verifier")) {
            refuse(
                    lancer(script),
                    "Convergence demande un JDK 25 ou plus récent (trouvé : aucun). Pour l'installer : ");
        }
    }

    @Test
    void un_jdk_trop_vieux_est_nomme() throws Exception {
        poserUnJdk("17.0.15");

        refuse(lancer("lancer"), "Convergence demande un JDK 25 ou plus récent (trouvé : 17).");
    }

    @Test
    void sans_maven_ou_avec_un_vieux_la_ligne_le_dit() throws Exception {
        poserUnJdk("25.0.3");
        refuse(lancer("verifier"), "Convergence se construit avec Maven 3.8 ou plus récent (trouvé : aucun).");

        poserUnProgramme("mvn", "echo 'Apache Maven 3.6.3 (abc)'");
        refuse(lancer("verifier"), "Convergence se construit avec Maven 3.8 ou plus récent (trouvé : 3.6.3).");
    }

    @Test
    void sans_node_ou_avec_un_vieux_la_ligne_le_dit() throws Exception {
        poserUnJdk("26");
        poserUnProgramme("mvn", "echo 'Apache Maven 4.0.0'");
        refuse(lancer("verifier"), "Les pages se construisent avec Node 20 ou plus récent et npm (trouvé : aucun).");

        poserUnProgramme("node", "echo v18.19.0");
        refuse(lancer("verifier"), "Les pages se construisent avec Node 20 ou plus récent et npm (trouvé : 18.19.0).");
    }

    private static void refuse(Fin fin, String debut) {
        assertThat(fin.dit()).startsWith(debut);
        assertThat(fin.dit().lines()).hasSize(1);
        assertThat(fin.code()).isEqualTo(2);
    }

    private record Fin(int code, String dit) {}

    private Fin lancer(String script) throws IOException, InterruptedException {
        var programme = new ProcessBuilder(
                "/usr/bin/env", "bash", RACINE.resolve(script).toString());
        programme.environment().clear();
        programme.environment().put("PATH", programmes.toString());
        programme.environment().put("HOME", machine.toString());
        programme.environment().put("CONVERGENCE_DOSSIERS_JDK", machine.resolve("jvm") + "/*");
        var processus = programme.redirectErrorStream(true).start();
        var dit = new String(processus.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Fin(processus.waitFor(), dit);
    }

    private void poserUnJdk(String version) throws IOException {
        var jdk = Files.createDirectories(machine.resolve("jvm/jdk-" + version));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"Essai\"\nJAVA_VERSION=\"" + version + "\"\n");
        Files.createDirectories(jdk.resolve("bin"));
        rendreExecutable(Files.writeString(jdk.resolve("bin/javac"), "#!/usr/bin/env bash\n"));
    }

    private void poserUnProgramme(String nom, String corps) throws IOException {
        rendreExecutable(Files.writeString(programmes.resolve(nom), "#!/usr/bin/env bash\n" + corps + "\n"));
    }

    private static void rendreExecutable(Path fichier) {
        assertThat(fichier.toFile().setExecutable(true)).isTrue();
    }
}
