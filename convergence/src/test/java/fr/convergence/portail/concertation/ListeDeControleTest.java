package fr.convergence.portail.concertation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.portail.question.Valeur;
import fr.convergence.socle.page.Cadre;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** La liste de contrôle du guichet : remplie par le niveau qui tient l'étape, lue des vérificateurs, jamais de l'établissement. */
@TestDuPortail
@Tag("INSTR-4")
final class ListeDeControleTest {

    private static final String SECRET = "Zinzolin au lieu du CHU";
    private static final Instant HIER = Instant.parse("2026-03-16T10:00:00Z");

    @Autowired
    UneInstruction instruction;

    @Autowired
    Requetes requetes;

    @Autowired
    GuichetsPublies guichets;

    @Autowired
    JdbcClient base;

    private Connecte claire;
    private Connecte alice;
    private Connecte bob;
    private Dossier dossier;

    @BeforeEach
    void transmettre() {
        claire = instruction.referent();
        alice = instruction.ars("75");
        bob = instruction.ars("75");
        dossier = instruction.transmis("75", "CHU DE BORDEAUX", claire, HIER);
        sceller(1);
    }

    @Test
    void elle_se_remplit_se_lit_avec_qui_et_quand_et_la_validation_dit_ce_qui_reste() {
        assertThat(dossier(alice).select("#controles-ars").text()).contains("5 points à vérifier");

        assertThat(pointer(alice, 1, Map.of("rib", "NON_CONFORME", "finess", "CONFORME"), Map.of("rib", SECRET)))
                .hasStatus(303);

        var lue = dossier(bob).select("#controles-ars");
        assertThat(lue.text()).contains("3 points à vérifier", "1 point non conforme", "Non conforme, par Alice Essai");
        assertThat(lue.select("input[name=remarque.rib]").attr("value")).isEqualTo(SECRET);
        assertThat(lire(bob, "/instruction/" + dossier.reference() + "/candidature/decisions/validation")
                        .text())
                .contains("3 points de la liste de contrôle ne sont pas vérifiés", "1 point est dit non conforme");
        assertThat(lire(bob, "/instruction/" + dossier.reference() + "/historique")
                        .text())
                .contains("Points de contrôle vérifiés", SECRET);
        var deLAns = lire(instruction.ans(), "/instruction/" + dossier.reference());
        assertThat(deLAns.select("#controles-ars").text()).contains(SECRET);
        assertThat(deLAns.select("#controles-ars form"))
                .as("chaque niveau a la sienne")
                .isEmpty();
        assertThat(corps(requetes.lire(alice, "/compte/donnees/export"))).contains("pointsDeControle", SECRET);
    }

    @Test
    void deux_qui_la_remplissent_ne_s_ecrasent_que_sciemment() {
        pointer(alice, 1, Map.of("rib", "CONFORME"), Map.of());

        var devance = envoyer(bob, 1, Map.of("rib", "NON_CONFORME", "finess", "CONFORME"), Map.of("rib", "Vu"), 0);
        assertThat(devance).hasStatus(422);
        var page = document(devance);
        assertThat(page.text()).contains("Un collègue vient d’en dire autre chose", "Conforme, par Alice Essai");
        assertThat(page.select("input[name=verdict.rib][checked]").val()).isEqualTo("NON_CONFORME");
        assertThat(page.select("input[name=remarque.rib]").val()).isEqualTo("Vu");
        assertThat(page.select("input[name=verdict.finess][checked]").val()).isEqualTo("CONFORME");
        assertThat(verdicts()).as("rien n'est enregistré").containsExactly("rib CONFORME 1");

        assertThat(envoyer(bob, 1, Map.of("rib", "NON_CONFORME"), Map.of(), 1)).hasStatus(303);
        assertThat(verdicts()).containsExactly("rib CONFORME 1", "rib NON_CONFORME 2");
    }

    /** Le champ de l'autre, que l'on n'a pas touché, n'a pas à être défendu. */
    @Test
    void chacun_le_sien_en_meme_temps_tous_deux_restent() {
        pointer(alice, 1, Map.of("rib", "CONFORME"), Map.of());

        assertThat(envoyer(bob, 1, Map.of("rib", "A_VERIFIER", "finess", "CONFORME"), Map.of(), 0))
                .hasStatus(303);

        assertThat(verdicts()).containsExactly("finess CONFORME 1", "rib CONFORME 1");
    }

    @Test
    void une_autre_transmission_montre_ce_qui_en_etait_dit_et_demande_de_reverifier() {
        pointer(alice, 1, Map.of("rib", "NON_CONFORME"), Map.of("rib", SECRET));
        sceller(2);

        assertThat(dossier(alice).select("#controles-ars").text())
                .contains("5 points à vérifier", "À la transmission n° 1 : Non conforme, par Alice Essai", SECRET);
        var perimee = envoyer(alice, 1, Map.of("finess", "CONFORME"), Map.of(), 0);
        assertThat(perimee).hasStatus(422).bodyText().contains("transmis de nouveau");
        assertThat(document(perimee)
                        .select("input[name=verdict.finess][checked]")
                        .val())
                .isEqualTo("CONFORME");
        assertThat(pointer(alice, 2, Map.of("rib", "CONFORME"), Map.of())).hasStatus(303);
        assertThat(verdicts()).hasSize(2);
    }

    @Test
    void decidee_elle_ne_se_remplit_plus_et_rend_la_remarque_tapee() {
        requetes.envoyer(
                alice,
                "/instruction/" + dossier.reference() + "/candidature/decisions/refus",
                "version",
                "1",
                "motif",
                "Hors champ");

        var tard = pointer(bob, 1, Map.of("rib", "NON_CONFORME"), Map.of("rib", "Trop tard"));
        assertThat(tard).hasStatus(422);
        assertThat(document(tard).text()).contains("n’est plus, à vérifier", "Trop tard");
        assertThat(pointer(instruction.ans(), 1, Map.of("rib", "CONFORME"), Map.of()))
                .hasStatus(404);
        assertThat(verdicts()).isEmpty();
    }

    @Test
    void un_double_clic_un_mot_inconnu_une_remarque_trop_longue() {
        var cle = UUID.randomUUID().toString();
        for (var clic = 0; clic < 2; clic++) {
            assertThat(requetes.envoyer(
                            alice,
                            adresse(),
                            "transmission",
                            "1",
                            "verdict.rib",
                            "CONFORME",
                            "revision.rib",
                            "0",
                            Cadre.CLE_D_ENVOI,
                            cle))
                    .hasStatus(303);
        }
        assertThat(verdicts()).hasSize(1);
        assertThat(pointer(alice, 1, Map.of("finess", "PEUT_ETRE"), Map.of())).hasStatus(422);
        var longue = pointer(alice, 1, Map.of("finess", "CONFORME"), Map.of("finess", "é".repeat(501)));
        assertThat(longue).hasStatus(422);
        assertThat(document(longue).select("input[name=remarque.finess]").val()).hasSize(501);
        assertThat(pointer(alice, 1, Map.of("inconnu", "CONFORME"), Map.of())).hasStatus(422);
        assertThat(verdicts()).hasSize(1);
    }

    @Test
    void hors_du_perimetre_elle_n_existe_pas_et_l_etablissement_n_en_lit_rien() {
        pointer(alice, 1, Map.of("rib", "NON_CONFORME"), Map.of("rib", SECRET));

        var ailleurs = instruction.ars("11");
        assertThat(requetes.lire(ailleurs, adresse())).hasStatus(404);
        assertThat(pointer(ailleurs, 1, Map.of("rib", "CONFORME"), Map.of())).hasStatus(404);
        assertThat(requetes.lire(claire, adresse())).hasStatus(403);
        var chez = "/dossiers/" + dossier.reference();
        for (var page : List.of("/tableau-de-bord", chez, chez + "/historique", chez + "/candidature/recapitulatif")) {
            assertThat(corps(requetes.lire(claire, page))).as(page).doesNotContain("Zinzolin", "contrôle vérifié");
        }
    }

    @Test
    void un_guichet_qui_l_exige_ne_laisse_pas_valider_avant() {
        exigeant();
        dossier = instruction.transmis("75", "CH DE PAU", claire, HIER);
        base.sql("update dossier set guichet = 'EXIGEANT', guichet_version = 1 where id = ?")
                .param(dossier.id())
                .update();
        base.sql("update dossier_etape set guichet = 'EXIGEANT' where dossier = ?")
                .param(dossier.id())
                .update();
        sceller(1);
        var validation = "/instruction/" + dossier.reference() + "/candidature/decisions/validation";

        assertThat(requetes.lire(alice, validation)).hasStatus(409).bodyText().contains("1 point reste à vérifier");
        assertThat(requetes.envoyer(alice, validation, "version", "1")).hasStatus(409);
        assertThat(pointer(alice, 1, Map.of("rib", "SANS_OBJET"), Map.of())).hasStatus(303);
        assertThat(requetes.envoyer(alice, validation, "version", "1")).hasStatus(303);
    }

    private void exigeant() {
        guichets.publierGuichet("exigeant.yaml", """
                guichet: EXIGEANT
                titre: Guichet exigeant
                programme: CaRE
                public: etablissements
                eligibles: [GHT, EJ_PRIVEE]
                etapes:
                  - code: candidature
                    titre: Formulaire de candidature
                    fenetre: {candidature: 2026-03-01T09:00/2026-03-31T23:59:59, premier_depot_avant: 2026-04-15T12:00}
                    circuit: [ARS]
                    liste_de_controle:
                      - {niveau: ARS, exigee: true, points: [{id: rib, libelle: Le RIB}]}
                  - code: declaration
                    titre: Déclaration d'atteinte des objectifs
                    fenetre: {du: 2026-05-01T09:00}
                    circuit: [ARS, ANS]
                """);
    }

    private void sceller(int numero) {
        instruction.sceller(dossier, numero, HIER, Map.of("role", Valeur.simple("Directrice")), Map.of());
    }

    private List<String> verdicts() {
        return base.sql("""
                select point || ' ' || verdict || ' ' || revision from concertation_pointage
                where etape = ? order by point, transmission, revision
                """)
                .param(dossier.etape("candidature").orElseThrow().id())
                .query(String.class)
                .list();
    }

    private MvcTestResult pointer(
            Connecte qui, int transmission, Map<String, String> verdicts, Map<String, String> remarques) {
        return envoyer(qui, transmission, verdicts, remarques, 0);
    }

    private MvcTestResult envoyer(
            Connecte qui, int transmission, Map<String, String> verdicts, Map<String, String> remarques, int revision) {
        var champs = new HashMap<String, String>();
        champs.put("transmission", String.valueOf(transmission));
        verdicts.forEach((point, verdict) -> {
            champs.put("verdict." + point, verdict);
            champs.put("revision." + point, String.valueOf(revision));
            champs.put("remarque." + point, remarques.getOrDefault(point, ""));
        });
        return requetes.envoyer(qui, adresse(), champs);
    }

    private String adresse() {
        return "/instruction/" + dossier.reference() + "/candidature/controles";
    }

    private Document dossier(Connecte qui) {
        return lire(qui, "/instruction/" + dossier.reference());
    }

    private Document lire(Connecte qui, String adresse) {
        return Jsoup.parse(corps(requetes.lire(qui, adresse)));
    }

    private static Document document(MvcTestResult reponse) {
        return Jsoup.parse(new String(reponse.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private static String corps(MvcTestResult reponse) {
        assertThat(reponse).hasStatus2xxSuccessful();
        return new String(reponse.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
