package fr.convergence.portail.etape;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.saisie.CodeDeVerification;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Un accusé que l'on vous montre est-il vrai (NEW-14) ? */
@TestDuPortail
@Tag("NEW-14")
final class VerificationDeLAccuseTest {

    @Autowired
    MockMvcTester web;

    @Autowired
    UneSaisie saisie;

    @Autowired
    JdbcClient base;

    @Test
    void le_code_d_un_accuse_dit_sans_compte_ce_qu_il_atteste() {
        var code = transmise();

        var page = demander(code.valeur());

        assertThat(page).hasStatusOk();
        assertThat(page)
                .bodyText()
                .contains("est authentique", saisie.reference.valeur(), "Empreinte SHA-256", "Nombre de pièces")
                .doesNotContain(saisie.claire.getName(), "IBAN");
    }

    @Test
    void le_code_se_tape_comme_il_est_imprime_ou_a_peu_pres() {
        var code = transmise();

        for (var tape : new String[] {
            code.imprime(), code.valeur(), code.imprime().replace(' ', '-').toLowerCase(Locale.ROOT)
        }) {
            assertThat(taper(" n° " + saisie.reference.valeur().toLowerCase(Locale.ROOT), "  " + tape + "\u00a0"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("est authentique");
        }
    }

    @Test
    void un_signe_change_et_rien_ne_repond() {
        var vrai = transmise().valeur();
        var faux = (vrai.charAt(0) == 'a' ? 'b' : 'a') + vrai.substring(1);

        assertThat(demander(faux)).hasStatus(404).bodyText().contains("Aucun accusé de cette candidature", faux);
    }

    @Test
    void ce_qui_n_est_pas_un_code_se_dit_a_cote_du_champ_et_y_reste() {
        for (var tape : new String[] {"", "3FA9C", "zzzzz zzzzz zzzzz", "<script>", "' or 1=1 --"}) {
            assertThat(taper(saisie.reference.valeur(), tape))
                    .hasStatus(422)
                    .bodyText()
                    .contains("pas la bonne forme")
                    .doesNotContain("<script>\"");
        }
    }

    @Test
    void un_code_ne_repond_que_de_son_dossier() {
        var code = transmise();
        var autre = saisie.reference.valeur().startsWith("A") ? "BBBBBBBBBB" : "AAAAAAAAAA";

        assertThat(taper(autre, code.valeur())).hasStatus(404).bodyText().contains("Aucun accusé de cette candidature");
    }

    @Test
    void le_meme_contenu_transmis_de_nouveau_a_un_autre_code_et_le_premier_le_dit() {
        var code = transmise();
        base.sql("""
                insert into saisie_edition (etape, numero, contenu, empreinte, transmise_le, par)
                select etape, numero + 1, contenu, empreinte, saisie_edition.transmise_le + interval '1 day', par
                from saisie_edition join dossier_etape on dossier_etape.id = etape
                join dossier on dossier.id = dossier where reference = ?
                """).param(saisie.reference.valeur()).update();

        assertThat(demander(code.valeur())).bodyText().contains("transmise de nouveau", "<dd>1</dd>");
        assertThat(demander(code(2).valeur())).bodyText().contains("<dd>2</dd>").doesNotContain("transmise de nouveau");
    }

    @Test
    void soixante_codes_inconnus_d_une_adresse_la_font_attendre_sans_gener_les_autres() {
        var vrai = transmise();
        var ici = "203.0.113.7";
        for (var essai = 0; essai < 60; essai++) {
            // Un vrai code, entre deux, ne compte pas.
            assertThat(deLa(ici, vrai.valeur())).hasStatusOk();
            assertThat(deLa(ici, "%015x".formatted(essai))).hasStatus(404);
        }

        assertThat(deLa(ici, "0123456789abcde"))
                .hasStatus(429)
                .containsHeader("Retry-After")
                .bodyText()
                .contains("Trop de codes inconnus ont été essayés depuis cette adresse", "0123456789abcde");
        assertThat(deLa("203.0.113.8", vrai.valeur())).hasStatusOk();
    }

    private MvcTestResult deLa(String adresse, String code) {
        return web.get()
                .uri("/verification/{reference}/{code}", saisie.reference.valeur(), code)
                .with(brute -> {
                    brute.setRemoteAddr(adresse);
                    return brute;
                })
                .exchange();
    }

    private MvcTestResult taper(String reference, String code) {
        return web.get()
                .uri("/verification")
                .queryParam("reference", reference)
                .queryParam("code", code)
                .exchange();
    }

    private MvcTestResult demander(String code) {
        return web.get()
                .uri("/verification/{reference}/{code}", saisie.reference.valeur(), code)
                .exchange();
    }

    private CodeDeVerification transmise() {
        saisie.remplir();
        assertThat(saisie.transmettre(saisie.claire, UUID.randomUUID())).hasStatus(303);
        return code(1);
    }

    private CodeDeVerification code(int numero) {
        return CodeDeVerification.de(
                numero,
                base.sql("""
                        select empreinte from saisie_edition join dossier_etape on dossier_etape.id = etape
                        join dossier on dossier.id = dossier where reference = ? and numero = ?
                        """)
                        .params(saisie.reference.valeur(), numero)
                        .query(String.class)
                        .single());
    }
}
