package fr.convergence.portail.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.question.Valeur;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** La dernière transmission se compare à n'importe laquelle des précédentes (INSTR-2). */
@TestDuPortail
@Tag("INSTR-2")
final class ComparaisonTest {

    private static final List<Instant> TRANSMISES = List.of(
            Instant.parse("2026-03-03T13:03:00Z"),
            Instant.parse("2026-03-10T09:30:00Z"),
            Instant.parse("2026-03-12T09:30:00Z"));

    @Autowired
    UneInstruction instruction;

    @Test
    void on_choisit_la_transmission_a_laquelle_comparer() throws UnsupportedEncodingException {
        var alice = instruction.ars("52");
        var dossier = dossier("Directeur", "Adjoint", "Directrice");

        assertThat(page(alice, dossier, "").select("#q-role del").text()).isEqualTo("Adjoint");
        var premiere = page(alice, dossier, "&depuis=1");
        assertThat(premiere.select("#q-role del").text()).isEqualTo("Directeur");
        assertThat(premiere.text()).contains("Ce qui a changé depuis la transmission du 3 mars 2026, 14:03");
        assertThat(premiere.select("#depuis option").eachText())
                .containsExactly("n° 2 du 10 mars 2026", "n° 1 du 3 mars 2026");
        assertThat(premiere.select("#depuis option[selected]").val()).isEqualTo("1");
    }

    @Test
    void un_numero_qui_n_est_pas_d_une_precedente_compare_a_la_derniere_d_entre_elles()
            throws UnsupportedEncodingException {
        var alice = instruction.ars("52");
        var dossier = dossier("Directeur", "Adjoint", "Directrice");

        for (var numero : List.of("3", "9", "-1", "rien", "")) {
            assertThat(page(alice, dossier, "&depuis=" + numero)
                            .select("#q-role del")
                            .text())
                    .isEqualTo("Adjoint");
        }
    }

    @Test
    void sans_choix_rien_n_est_propose() throws UnsupportedEncodingException {
        var alice = instruction.ars("52");

        assertThat(page(alice, dossier("Directeur", "Adjoint"), "").select("#depuis"))
                .isEmpty();
        assertThat(page(alice, dossier("Directeur"), "").select("#depuis")).isEmpty();
    }

    private Dossier dossier(String... roles) {
        var dossier = instruction.transmis("52", "CH DE MAINE");
        for (var rang = 0; rang < roles.length; rang++) {
            instruction.sceller(
                    dossier, rang + 1, TRANSMISES.get(rang), Map.of("role", Valeur.simple(roles[rang])), Map.of());
        }
        return dossier;
    }

    private Document page(Connecte qui, Dossier dossier, String suite) throws UnsupportedEncodingException {
        var adresse = "/instruction/" + dossier.reference() + "?etape=candidature" + suite;
        return Jsoup.parse(instruction.lire(qui, adresse).getResponse().getContentAsString());
    }
}
