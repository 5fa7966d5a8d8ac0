package fr.convergence.portail.rib;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.rib.LecturesDeRib.Etat;
import fr.convergence.portail.rib.LecturesDeRib.Lecture;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Le RIB déposé se lit en fond et se compare à l'IBAN saisi et à l'établissement : on avertit, sans rien empêcher (NEW-5). */
@TestDuPortail
@Tag("NEW-5")
final class RibTest extends EssaisDeRib {

    @Test
    void le_bon_iban_et_le_bon_titulaire_se_disent_sans_reserve() throws Exception {
        saisir(IBAN);
        deposer("RIB", nom, "IBAN : FR76 3000 6000 0112", "3456 7890 189");

        var page = section();
        assertThat(page.select("#question-iban").text()).contains("L’IBAN saisi est celui du RIB");
        assertThat(page.select("#question-rib .fr-message--warning")).isEmpty();
    }

    @Test
    void un_autre_iban_ou_un_autre_titulaire_avertissent_le_referent_et_le_verificateur_sans_empecher()
            throws Exception {
        saisir(IBAN);
        deposer("RIB", "Quelqu'un d'autre", "IBAN " + AUTRE);

        var page = section();
        assertThat(page.select("#question-iban .fr-message--warning").text())
                .contains("n’est pas celui que l’on lit sur le RIB", "FR14 … 2606");
        assertThat(page.select("#question-rib .fr-message--warning").text()).contains("n’a pas été reconnu");

        assertThat(requetes.envoyer(referente.connectee(), "/dossiers/" + reference + "/candidature/transmissions"))
                .hasStatus(303);
        var vue = page(comptes.connecte(comptes.membre(Role.ANS)), "/instruction/" + reference);
        assertThat(vue.select("main").text())
                .contains("n’est pas celui que l’on lit sur le RIB", "n’a pas été reconnu");
    }

    /** L'IBAN est le bon : sans cela, « celui du RIB » ferait croire que tout y est comparé. */
    @Test
    void un_autre_bic_que_celui_du_rib_avertit_sans_empecher() throws Exception {
        saisir(IBAN);
        saisir("bic", "BNPAFRPPXXX");
        deposer(nom, "RELEVE D'IDENTITE BANCAIRE – SOUFFRIR", "IBAN " + IBAN, "Code BIC : AGRIFRPP882");

        assertThat(section().select("#question-iban").text()).contains("L’IBAN saisi est celui du RIB");
        assertThat(section().select("#question-bic .fr-message--warning").text())
                .contains("Le BIC saisi n’est pas celui que l’on lit sur le RIB (", "AGRIFRPP882")
                .doesNotContain("SOUFFRIR");

        saisir("bic", "AGRIFRPP");
        assertThat(section().select("#question-bic").text()).contains("Le BIC saisi est celui du RIB");
    }

    @Test
    void changer_l_iban_ou_le_document_refait_la_comparaison() throws Exception {
        saisir(IBAN);
        deposer(nom, AUTRE);
        assertThat(section().select("#question-iban").text()).contains("n’est pas celui");

        saisir(AUTRE);
        assertThat(section().select("#question-iban").text()).contains("L’IBAN saisi est celui du RIB");

        saisir(IBAN);
        assertThat(section().select("#question-iban").text()).contains("n’est pas celui");
        deposer(nom, IBAN);
        assertThat(section().select("#question-iban").text()).contains("L’IBAN saisi est celui du RIB");
    }

    @Test
    void ce_qui_ne_se_lit_pas_n_accuse_personne() throws Exception {
        saisir(IBAN);
        deposer("Un document sans numéro");

        var page = section();
        assertThat(page.select("#question-rib").text()).contains("n’a pas pu être lu");
        assertThat(page.select(".fr-message--warning")).isEmpty();
        assertThat(page.select("#question-iban").text()).doesNotContain("n’est pas celui");
    }

    @Test
    void rien_de_ce_qui_est_lu_ne_reste_en_clair() throws Exception {
        deposer(nom, "IBAN " + AUTRE);

        assertThat(base.sql("select rib_lecture::text from rib_lecture")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(ligne -> Stream.of(AUTRE.substring(4, 20), nom)
                        .anyMatch(lu -> ligne.contains(lu) || ligne.contains(hexa(lu))));
    }

    /** PostgreSQL montre ainsi les octets. */
    private static String hexa(String lu) {
        return HexFormat.of().formatHex(lu.getBytes(StandardCharsets.UTF_8));
    }

    /** Ce que fait la migration qui les met en attente. */
    @Test
    void ce_qui_a_ete_lu_s_efface_avec_le_document() throws Exception {
        deposer(nom, IBAN);
        var fichier = fichier();
        assertThat(etats(fichier)).containsExactly("LU");

        assertThat(requetes.envoyer(
                        referente.connectee(),
                        "/dossiers/" + reference + "/candidature/pieces/rib/" + fichier + "/retrait"))
                .hasStatusOk();
        assertThat(etats(fichier)).isEmpty();

        lectures.conclure(new Lecture(fichier, Etat.LU, List.of(), List.of("FR76 … 0189"), List.of(), true));
        assertThat(etats(fichier)).isEmpty();
    }
}
