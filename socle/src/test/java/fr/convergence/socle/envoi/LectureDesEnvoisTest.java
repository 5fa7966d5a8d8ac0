package fr.convergence.socle.envoi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import fr.convergence.socle.chiffrement.ClesDeTest;
import jakarta.servlet.FilterChain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartHttpServletRequest;

final class LectureDesEnvoisTest {

    private static final String SECRET = "ligne confidentielle ";
    private static final byte[] GROS = SECRET.repeat(20_000).getBytes(UTF_8);

    @TempDir
    Path dossier;

    private final MockHttpServletResponse reponse = new MockHttpServletResponse();

    @Test
    void champs_et_fichiers_se_relisent() throws Exception {
        lire(formulaire(GROS), (requete, _) -> {
            var envoi = (MultipartHttpServletRequest) requete;
            assertThat(envoi.getParameter("role")).isEqualTo("Directrice générale");
            assertThat(envoi.getFile("preuve").getOriginalFilename()).isEqualTo("été.pdf");
            assertThat(envoi.getFile("preuve").getSize()).isEqualTo(GROS.length);
            assertThat(envoi.getFile("preuve").getBytes()).isEqualTo(GROS);
        });
        assertThat(reponse.getStatus()).isEqualTo(200);
    }

    @Test
    void rien_n_est_en_clair_sur_le_disque_et_rien_n_y_reste() throws Exception {
        var vus = new ArrayList<Path>();

        lire(formulaire(GROS), (_, _) -> {
            vus.addAll(enAttente());
            for (var fichier : vus) {
                assertThat(new String(Files.readAllBytes(fichier), UTF_8)).doesNotContain(SECRET);
            }
        });

        assertThat(vus).isNotEmpty();
        assertThat(enAttente()).isEmpty();
    }

    @Test
    void un_petit_fichier_ne_touche_pas_le_disque() throws Exception {
        lire(formulaire(SECRET.getBytes(UTF_8)), (requete, _) -> {
            assertThat(enAttente()).isEmpty();
            assertThat(((MultipartHttpServletRequest) requete).getFile("preuve").getBytes())
                    .asString(UTF_8)
                    .isEqualTo(SECRET);
        });
    }

    @Test
    void un_nom_de_fichier_qui_cache_un_caractere_nul_est_refuse_avant_la_page() throws Exception {
        var corps = new String(formulaire(SECRET.getBytes(UTF_8)), UTF_8).replace("été.pdf", "e\0te.pdf");

        lire(corps.getBytes(UTF_8), (_, _) -> fail("la page n'a pas à le voir"));

        assertThat(reponse.getStatus()).isEqualTo(400);
    }

    @Test
    void un_fichier_trop_gros_est_refuse_et_efface() throws Exception {
        lire(formulaire(new byte[1_100_000]), (_, _) -> {
            throw new AssertionError("Rien ne doit passer");
        });

        assertThat(reponse.getStatus()).isEqualTo(413);
        assertThat(enAttente()).isEmpty();
    }

    @Test
    void un_envoi_coupe_est_refuse_et_efface() throws Exception {
        var entier = formulaire(GROS);

        lire(java.util.Arrays.copyOf(entier, entier.length - 5_000), (_, _) -> {
            throw new AssertionError("Rien ne doit passer");
        });

        assertThat(reponse.getStatus()).isEqualTo(400);
        assertThat(enAttente()).isEmpty();
    }

    private void lire(byte[] corps, FilterChain suite) throws Exception {
        var requete = new MockHttpServletRequest("POST", "/essai");
        requete.setContentType("multipart/form-data; boundary=limite");
        requete.setContent(corps);
        new LectureDesEnvois(ClesDeTest.coffre(), dossier, DataSize.ofMegabytes(1), DataSize.ofMegabytes(2))
                .doFilter(requete, reponse, suite);
    }

    private static byte[] formulaire(byte[] fichier) {
        var corps = new ByteArrayOutputStream();
        corps.writeBytes("""
                --limite\r
                Content-Disposition: form-data; name="role"\r
                \r
                Directrice générale\r
                --limite\r
                Content-Disposition: form-data; name="preuve"; filename="été.pdf"\r
                Content-Type: application/pdf\r
                \r
                """.getBytes(UTF_8));
        corps.writeBytes(fichier);
        corps.writeBytes("\r\n--limite--\r\n".getBytes(UTF_8));
        return corps.toByteArray();
    }

    private List<Path> enAttente() throws IOException {
        try (var fichiers = Files.list(dossier)) {
            return fichiers.toList();
        }
    }
}
