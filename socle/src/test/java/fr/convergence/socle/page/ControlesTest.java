package fr.convergence.socle.page;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.page.Etiquette.Ton;
import fr.convergence.socle.site.Site;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** Les contrôles communs, rendus dans des pages comme les leurs ; target/galerie garde ces pages pour être regardées. */
final class ControlesTest {

    private static final List<Etiquette> ETATS = List.of(
            new Etiquette("A compléter", Ton.NEUTRE),
            new Etiquette("Transmis à l’ARS", Ton.INFORMATION),
            new Etiquette("Demande de modification", Ton.ATTENTION),
            new Etiquette("Accepté", Ton.SUCCES),
            new Etiquette("Refusé", Ton.ERREUR));

    @Test
    void chaque_controle_a_un_libelle_qui_lui_est_rattache() throws IOException {
        var page = formulaire(Erreurs.aucune());

        for (var controle : page.select("form input:not([type=hidden]), form select, form textarea")) {
            var libelles = page.select("label[for=" + controle.id() + "]");
            assertThat(libelles).as(controle.outerHtml()).hasSize(1);
            assertThat(libelles.text()).isNotBlank();
        }
        assertThat(page.select("fieldset > legend")).hasSameSizeAs(page.select("fieldset"));
    }

    @Test
    void une_erreur_se_lit_sous_son_champ_et_dans_le_resume_qui_y_mene() throws IOException {
        var page = formulaire(erreurs());

        assertThat(page.title()).startsWith("Erreur – ");
        for (var lien : page.select("[data-erreurs] a")) {
            var champ = page.getElementById(lien.attr("href").substring(1));
            assertThat(champ).as(lien.outerHtml()).isNotNull();
            assertThat(messages(page, champ)).contains(lien.text());
        }
        assertThat(page.select("[data-erreurs] a")).hasSize(6);
    }

    @Test
    void sans_erreur_ni_resume_ni_champ_en_erreur() throws IOException {
        var page = formulaire(Erreurs.aucune());

        assertThat(page.select("[data-erreurs], [aria-invalid], .fr-message--error"))
                .isEmpty();
        assertThat(page.title()).isEqualTo("Inscription – Convergence");
    }

    @Test
    void aucun_script_ni_style_dans_la_page_et_aucun_identifiant_double() throws IOException {
        for (var page : List.of(formulaire(erreurs()), liste(), dossier())) {
            assertThat(page.select("style, [style], script:not([src]), [onclick], [onchange]"))
                    .isEmpty();
            assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
            assertThat(page.text()).doesNotContain("⟦");
        }
    }

    @Test
    void une_question_ne_s_enregistre_seule_que_si_on_le_demande() throws IOException {
        assertThat(dossier().select("[hx-post]").eachAttr("id")).containsExactly("iban", "role");
        assertThat(formulaire(Erreurs.aucune()).select("[hx-post], [hx-target], [hx-trigger]"))
                .isEmpty();
    }

    @Test
    void un_etat_se_dit_par_un_mot_et_une_icone() throws IOException {
        for (var etat : liste().select(".cv-etat")) {
            assertThat(etat.text()).isNotBlank();
            assertThat(etat.className()).contains("fr-icon-");
        }
    }

    @Test
    void le_tri_en_cours_est_dit_et_son_bouton_propose_l_inverse() throws IOException {
        var colonnes = liste().select("th[scope=col]");

        assertThat(colonnes.get(0).attr("aria-sort")).isEqualTo("descending");
        assertThat(colonnes.get(0).select("button").val()).isEqualTo("reference");
        assertThat(colonnes.get(1).hasAttr("aria-sort")).isFalse();
    }

    @Test
    void la_marque_de_l_etat_n_apparait_que_chez_qui_l_allume() throws IOException {
        var page = new ErreurPage(HttpStatus.NOT_FOUND, "7F3A-9921");
        var neutre = Atelier.rendre("erreur", "erreur", Atelier.cadre(null, null), Map.of("page", page));
        var etat = Atelier.rendre("erreur", "erreur-etat", Atelier.cadre(null, null, true), Map.of("page", page));

        assertThat(neutre.html()).doesNotContain("République", "fr-logo", "marque-etat");
        assertThat(neutre.text()).contains("Page introuvable", "7F3A-9921");
        assertThat(etat.select(".fr-logo").text()).contains("République Française");
        assertThat(etat.select("link[href*=marque-etat]")).hasSize(1);
    }

    @Test
    void chaque_statut_d_erreur_a_ses_mots() {
        var textes = new Textes(new Site("essai", ""));
        for (var statut : HttpStatus.values()) {
            if (statut.isError()) {
                var cle = new ErreurPage(statut, null).cle();
                assertThat(textes.connait(cle) && textes.connait(cle + ".quoi"))
                        .as(cle)
                        .isTrue();
            }
        }
        var tropLong = ErreurPage.formulaireTropLong().cle();
        assertThat(textes.de(tropLong)).isEqualTo("Formulaire trop long").isNotEqualTo(textes.de("page.erreur.413"));
        assertThat(textes.connait(tropLong + ".quoi")).isTrue();
    }

    private static String messages(Document page, Element champ) {
        var groupe = page.getElementById(champ.id() + "-messages");
        assertThat(champ.attr("aria-describedby") + champ.attr("aria-labelledby"))
                .contains(champ.id() + "-messages");
        return groupe == null ? "" : groupe.text();
    }

    @Test
    void une_case_nommee_par_une_phrase_ne_double_pas_la_ponctuation_du_resume() {
        var cadre = Atelier.cadre(null, null);
        cadre.nommer("cgu", "Je les accepte.");
        cadre.nommer("groupe", "Faites-vous partie d’un groupe ?");

        assertThat(cadre.nommees(new Erreurs.Erreur("cgu", Message.brut("Cochez la case."))))
                .containsExactly("Je les accepte\u00a0: Cochez la case.");
        assertThat(cadre.nommees(new Erreurs.Erreur("groupe", Message.brut("Répondez."))))
                .containsExactly("Faites-vous partie d’un groupe ? Répondez.");
    }

    private static Erreurs erreurs() {
        return Erreurs.aucune()
                .ajouter("adresse", Message.brut("L’adresse e-mail n’a pas de domaine : ajoutez ce qui suit le @."))
                .ajouter("motDePasse", Message.brut("Le mot de passe est trop court : 12 caractères au moins."))
                .ajouter("region", Message.brut("Choisissez une région."))
                .ajouter("themes", Message.brut("Cochez au moins un thème."))
                .ajouter("cgu", Message.brut("Acceptez les conditions pour continuer."))
                .ajouter("captcha", Message.brut("Les caractères recopiés ne sont pas ceux de l’image."));
    }

    private static Document formulaire(Erreurs erreurs) throws IOException {
        return Atelier.galerie(
                "formulaire", erreurs.vides() ? "formulaire" : "formulaire-refuse", Map.of("erreurs", erreurs));
    }

    private static Document liste() throws IOException {
        return Atelier.galerie("liste", "liste", Map.of("etats", ETATS));
    }

    private static Document dossier() throws IOException {
        return Atelier.galerie("dossier", "dossier", Map.of("etats", ETATS));
    }
}
