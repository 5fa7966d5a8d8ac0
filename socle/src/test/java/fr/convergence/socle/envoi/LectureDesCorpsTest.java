package fr.convergence.socle.envoi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.multipart.MultipartHttpServletRequest;

final class LectureDesCorpsTest extends EssaisDeCorps {

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
        var envoi = lire(formulaire(new byte[1_100_000]), (_, _) -> {
            throw new AssertionError("Rien ne doit passer");
        });

        assertThat(reponse.getStatus()).isEqualTo(413);
        assertThat(envoi.getAttribute(CorpsDesRequetes.FORMULAIRE_TROP_LONG)).isNull();
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

    @Test
    void sans_le_jeton_rien_n_est_lu_apres_la_premiere_partie() throws Exception {
        var vues = new ArrayList<String>();
        var requete = requete("multipart/form-data; boundary=limite", formulaire(GROS));

        lecture.doFilter(requete, reponse, (vue, _) -> {
            vues.add(String.valueOf(vue.getParameter("_csrf")));
            vues.add(String.valueOf(vue.getParameter("role")));
        });

        assertThat(vues).containsExactly("jeton", "null");
        assertThat(requete.getInputStream().available()).isGreaterThan(GROS.length - 16 * 1024);
        assertThat(reserve.enCours()).isZero();
    }

    @Test
    void une_route_sans_fichier_refuse_un_envoi_sans_le_lire() throws Exception {
        routes.existe = false;

        lire(formulaire(GROS), (_, _) -> fail("rien ne passe"));

        assertThat(reponse.getStatus()).isEqualTo(415);
    }

    @Test
    void trop_de_parties_sont_refusees() throws Exception {
        routes.connecte = Optional.of(CLAIRE);
        var partie = "--limite\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n";

        var envoi = lire((partie.repeat(2_001) + "--limite--\r\n").getBytes(UTF_8), (_, _) -> fail("rien ne passe"));

        assertThat(reponse.getStatus()).isEqualTo(413);
        assertThat(envoi.getAttribute(CorpsDesRequetes.FORMULAIRE_TROP_LONG))
                .as("ce ne sont pas les fichiers")
                .isNotNull();
    }

    @Test
    void un_formulaire_se_lit_avec_ce_que_dit_l_adresse() throws Exception {
        var requete = requete(ENCODE, "a=1&a=%C3%A9+t&vide=&seul&=x&b=2".getBytes(UTF_8));
        requete.setParameter("b", "adresse");

        lecture.doFilter(requete, reponse, (vue, _) -> {
            assertThat(vue.getParameterValues("a")).containsExactly("1", "é t");
            assertThat(vue.getParameter("vide")).isEmpty();
            assertThat(vue.getParameter("seul")).isEmpty();
            assertThat(vue.getParameter("b")).isEqualTo("adresse");
            assertThat(vue.getParameterValues("b")).containsExactly("adresse", "2");
            assertThat(vue.getParameterMap()).containsOnlyKeys("a", "vide", "seul", "b");
        });

        assertThat(reponse.getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"70000, false, 413", "70000, true, 200", "2200000, true, 413"})
    void un_inconnu_envoie_moins_qu_une_personne_connectee(int taille, boolean connecte, int statut) throws Exception {
        routes.connecte = connecte ? Optional.of(CLAIRE) : Optional.empty();

        lecture.doFilter(requete(ENCODE, ("a=" + "b".repeat(taille)).getBytes(UTF_8)), reponse, (_, _) -> {});

        assertThat(reponse.getStatus()).isEqualTo(statut);
        assertThat(reserve.enCours()).isZero();
    }

    @Test
    void de_gros_formulaires_ne_prennent_pas_la_place_des_ordinaires() throws Exception {
        routes.connecte = Optional.of(CLAIRE);
        var corps = ("a=" + "b".repeat(1_500_000)).getBytes(UTF_8);
        var ordinaire = new MockHttpServletResponse();

        lecture.doFilter(requete(ENCODE, corps), new MockHttpServletResponse(), (_, _) -> {
            assertThat(reserve.enCours()).isGreaterThan(4_000_000);
            lecture.doFilter(requete(ENCODE, corps), reponse, (_, _) -> fail("il n'y a plus de place"));
            lecture.doFilter(requete(ENCODE, "a=b".getBytes(UTF_8)), ordinaire, (_, _) -> {});
        });

        assertThat(reponse.getStatus()).isEqualTo(503);
        assertThat(ordinaire.getStatus()).isEqualTo(200);
        assertThat(reserve.enCours()).isZero();
    }
}
