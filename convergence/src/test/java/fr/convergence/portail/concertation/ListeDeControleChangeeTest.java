package fr.convergence.portail.concertation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.portail.question.Valeur;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Une version du guichet change la liste de contrôle pendant qu’on la remplit : rien de ce qui est tapé ne se perd. */
@TestDuPortail
@Tag("INSTR-4")
final class ListeDeControleChangeeTest {

    private static final Instant HIER = Instant.parse("2026-03-16T10:00:00Z");

    @Autowired
    UneInstruction instruction;

    @Autowired
    Requetes requetes;

    @Autowired
    GuichetsPublies guichets;

    @Autowired
    JdbcClient base;

    private Connecte alice;
    private Dossier dossier;

    @Test
    void un_point_retire_rend_ce_que_l_on_en_disait() {
        transmettre("CHANGEANT", "{id: rib, libelle: Le RIB}, {id: finess, libelle: Le FINESS}");
        publier("CHANGEANT", 2, liste("{id: rib, libelle: Le RIB}"));

        var reponse = pointer();

        assertThat(reponse).hasStatus(422);
        var page = document(reponse);
        assertThat(page.text()).contains("Rien n’est enregistré", "Un FINESS fermé", "« Le FINESS »");
        assertThat(page.select("input[name=verdict.rib][checked]").val()).isEqualTo("CONFORME");
        assertThat(page.select("[name=verdict.finess]")).isEmpty();
        assertThat(pointages()).isZero();
        assertThat(requetes.envoyer(
                        alice, adresse(), "transmission", "1", "verdict.rib", "CONFORME", "revision.rib", "0"))
                .hasStatus(303);
        assertThat(pointages()).isEqualTo(1);
    }

    @Test
    void une_liste_retiree_rend_tout_ce_que_l_on_en_disait() {
        transmettre("RETIRANT", "{id: rib, libelle: Le RIB}, {id: finess, libelle: Le FINESS}");
        publier("RETIRANT", 2, "");

        var reponse = pointer();

        assertThat(reponse).hasStatus(422);
        assertThat(document(reponse).text()).contains("Rien n’est enregistré", "Un FINESS fermé");
        assertThat(requetes.lire(alice, adresse())).hasStatus(404);
        assertThat(pointages()).isZero();
    }

    /** L’historique le dit comme il se lisait, et non par ce qui le désigne ; d’une vérification d’avant, comme à la version du dossier. */
    @Test
    void un_point_retire_garde_son_libelle_a_l_historique() {
        transmettre("LIBELLANT", "{id: rib, libelle: Le RIB}, {id: finess, libelle: Le FINESS d’alors}");
        publier("LIBELLANT", 2, liste("{id: rib, libelle: Le RIB}, {id: finess, libelle: Le FINESS du registre}"));
        assertThat(pointer()).hasStatus(303);
        publier("LIBELLANT", 3, liste("{id: rib, libelle: Le RIB}"));

        assertThat(historique()).contains("Le FINESS du registre").doesNotContain("Le FINESS d’alors");
        base.sql("update concertation_pointage set libelle = null where etape = ?")
                .param(dossier.etape("candidature").orElseThrow().id())
                .update();
        assertThat(historique()).contains("Le FINESS d’alors");
    }

    private String historique() {
        return document(requetes.lire(alice, "/instruction/" + dossier.reference() + "/historique"))
                .text();
    }

    private void transmettre(String guichet, String points) {
        alice = instruction.ars("75");
        publier(guichet, 1, liste(points));
        dossier = instruction.transmis("75", "CH DE " + guichet, instruction.referent(), HIER);
        base.sql("update dossier set guichet = ?, guichet_version = 1 where id = ?")
                .params(guichet, dossier.id())
                .update();
        base.sql("update dossier_etape set guichet = ? where dossier = ?")
                .params(guichet, dossier.id())
                .update();
        instruction.sceller(dossier, 1, HIER, Map.of("role", Valeur.simple("Directrice")), Map.of());
    }

    private static String liste(String points) {
        return "liste_de_controle: [{niveau: ARS, points: [" + points + "]}]";
    }

    private void publier(String guichet, int version, String liste) {
        guichets.publierGuichet("changeant.yaml", """
                guichet: %s@%d
                titre: Guichet qui change
                programme: CaRE
                public: etablissements
                eligibles: [GHT, EJ_PRIVEE]
                etapes:
                  - code: candidature
                    titre: Formulaire de candidature
                    fenetre: {candidature: 2026-03-01T09:00/2026-03-31T23:59:59, premier_depot_avant: 2026-04-15T12:00}
                    circuit: [ARS]
                    %s
                  - code: declaration
                    titre: Déclaration d'atteinte des objectifs
                    fenetre: {du: 2026-05-01T09:00}
                    circuit: [ARS, ANS]
                """.formatted(guichet, version, liste));
    }

    private MvcTestResult pointer() {
        return requetes.envoyer(
                alice,
                adresse(),
                Map.of(
                        "transmission",
                        "1",
                        "verdict.rib",
                        "CONFORME",
                        "revision.rib",
                        "0",
                        "verdict.finess",
                        "NON_CONFORME",
                        "revision.finess",
                        "0",
                        "remarque.finess",
                        "Un FINESS fermé"));
    }

    private long pointages() {
        return base.sql("select count(*) from concertation_pointage where etape = ?")
                .param(dossier.etape("candidature").orElseThrow().id())
                .query(Long.class)
                .single();
    }

    private String adresse() {
        return "/instruction/" + dossier.reference() + "/candidature/controles";
    }

    private static Document document(MvcTestResult reponse) {
        return Jsoup.parse(new String(reponse.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
