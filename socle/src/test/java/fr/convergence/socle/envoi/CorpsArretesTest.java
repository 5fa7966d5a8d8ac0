package fr.convergence.socle.envoi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.fail;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** Un corps que l'on arrête : ce qu'il en reste à rendre, et quand il est coupé. */
final class CorpsArretesTest extends EssaisDeCorps {

    @Test
    void un_envoi_refuse_rend_ses_champs_et_le_nom_de_ses_fichiers_sans_en_rien_garder() throws Exception {
        var corps = formulaire(GROS, "reste", "Après le fichier");

        lecture.doFilter(requete("multipart/form-data; boundary=limite", corps), reponse, (vue, _) -> {
            var arrete = lecture.arrete((HttpServletRequest) vue);
            assertThat(arrete.champs().toSingleValueMap())
                    .containsEntry("role", "Directrice générale")
                    .containsEntry("reste", "Après le fichier");
            assertThat(arrete.fichiers()).containsExactly(entry("preuve", List.of("été.pdf")));
            assertThat(arrete.entier()).isTrue();
            assertThat(enAttente()).isEmpty();
            assertThat(reserve.enCours()).isLessThan(64 * 1024);
        });
        assertThat(reserve.enCours()).isZero();
    }

    @Test
    void ferme_a_qui_l_envoie_un_envoi_n_est_rendu_que_s_il_part_d_une_de_nos_pages() throws Exception {
        routes.ouverte = false;
        for (var site : List.of("same-origin", "cross-site")) {
            var requete = requete("multipart/form-data; boundary=limite", formulaire(GROS));
            requete.addHeader("Sec-Fetch-Site", site);

            lecture.doFilter(
                    requete,
                    reponse,
                    (vue, retour) -> lecture.new Suite().doFilter(vue, retour, (jugee, _) -> {
                        assertThat(jugee.getParameter("role")).isNull();
                        var role = lecture.arrete((HttpServletRequest) jugee)
                                .champs()
                                .getFirst("role");
                        assertThat(role).isEqualTo(site.equals("same-origin") ? "Directrice générale" : null);
                    }));
        }
    }

    @Test
    void d_un_envoi_refuse_on_ne_lit_pas_plus_de_texte_que_d_un_inconnu() throws Exception {
        var corps = formulaire(SECRET.getBytes(UTF_8), "long", "a".repeat(64 * 1024));

        lecture.doFilter(requete("multipart/form-data; boundary=limite", corps), reponse, (vue, _) -> {
            var arrete = lecture.arrete((HttpServletRequest) vue);
            assertThat(arrete.champs()).containsOnlyKeys("_csrf", "role");
            assertThat(arrete.entier()).isFalse();
        });
        assertThat(reserve.enCours()).isZero();
    }

    @Test
    void un_envoi_trop_lourd_ou_dont_un_fichier_l_est_rend_ses_champs_et_ses_noms() throws Exception {
        for (var taille : List.of(1_100_000, 2_500_000)) {
            var refusee =
                    lire(formulaire(new byte[taille], "reste", "Après le fichier"), (_, _) -> fail("rien ne passe"));

            assertThat(reponse.getStatus()).isEqualTo(413);
            var rendu = lecture.arrete(refusee);
            assertThat(rendu.champs().toSingleValueMap())
                    .containsEntry("role", "Directrice générale")
                    .containsEntry("reste", "Après le fichier");
            assertThat(rendu.fichiers()).containsExactly(entry("preuve", List.of("été.pdf")));
            assertThat(rendu.entier()).isTrue();
            assertThat(enAttente()).isEmpty();
            assertThat(reserve.enCours()).isZero();
        }
    }

    @Test
    void un_formulaire_trop_long_d_une_de_nos_pages_rend_ses_champs_entiers_et_dit_que_sa_fin_manque()
            throws Exception {
        for (var site : List.of("same-origin", "cross-site")) {
            var requete = requete(ENCODE, ("nom=Faure&texte=" + "b".repeat(70_000)).getBytes(UTF_8));
            requete.addHeader("Sec-Fetch-Site", site);

            lecture.doFilter(requete, reponse, (_, _) -> fail("rien ne passe"));

            assertThat(reponse.getStatus()).isEqualTo(413);
            var rendu = lecture.arrete(requete);
            assertThat(rendu.champs().keySet()).isEqualTo(site.equals("same-origin") ? Set.of("nom") : Set.of());
            assertThat(reserve.enCours()).isZero();
        }
    }

    @Test
    void faute_de_base_un_corps_que_rien_n_a_lu_se_lit_pour_etre_rendu() throws Exception {
        var encode = lecture.enPanne(requete(ENCODE, "nom=Faure&prenom=Zo%C3%A9".getBytes(UTF_8)));
        assertThat(encode.champs().toSingleValueMap()).containsExactly(entry("nom", "Faure"), entry("prenom", "Zoé"));
        assertThat(encode.entier()).isTrue();

        var envoi = lecture.enPanne(requete("multipart/form-data; boundary=limite", formulaire(GROS)));
        assertThat(envoi.champs().getFirst("role")).isEqualTo("Directrice générale");
        assertThat(envoi.fichiers()).containsExactly(entry("preuve", List.of("été.pdf")));
        assertThat(enAttente()).isEmpty();

        var trop = lecture.enPanne(requete(ENCODE, ("a=" + "b".repeat(2_200_000)).getBytes(UTF_8)));
        assertThat(trop.entier()).isFalse();
        assertThat(reserve.enCours()).isZero();
    }

    @Test
    void un_corps_presse_finit_meme_s_il_arrive_vite() throws Exception {
        var part = reserve.ouvrir(new Reserve.Envoyeur.Personne(CLAIRE), GROS.length);
        var corps =
                new CorpsBorne(new ByteArrayInputStream(GROS), GROS.length, part, GROS.length, Duration.ofSeconds(10));
        assertThat(corps.read()).isPositive();

        corps.presser(Duration.ofSeconds(-1));

        assertThatThrownBy(corps::read).isInstanceOf(CorpsRefuse.class);
    }

    @Test
    void un_corps_trop_lent_est_coupe() {
        var part = reserve.ouvrir(new Reserve.Envoyeur.Personne(CLAIRE), GROS.length);
        var goutte =
                new CorpsBorne(new ByteArrayInputStream(GROS), GROS.length, part, GROS.length, Duration.ofSeconds(-1));

        assertThatThrownBy(() -> goutte.read(new byte[1]))
                .isInstanceOfSatisfying(
                        CorpsRefuse.class, refus -> assertThat(refus.statut()).isEqualTo(HttpStatus.REQUEST_TIMEOUT));
    }
}
