package fr.convergence.portail.etape;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.SautsDeTest;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.instruction.UneInstruction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** De la demande à la base, on ne traverse que ce qui fait quelque chose : quatre classes au plus sur les cinq grands chemins. */
@TestDuPortail
final class SautsTest {

    private static final int AU_PLUS = 4;

    @Autowired
    UneSaisie saisie;

    @Autowired
    UneInstruction instruction;

    @Autowired
    Requetes requetes;

    @Test
    void les_cinq_grands_chemins_ne_traversent_que_quatre_classes() {
        var chemins = new LinkedHashMap<String, List<List<String>>>();
        chemins.put(
                "ouvrir une section",
                SautsDeTest.de(() -> assertThat(saisie.page("/engagement")).hasStatusOk()));
        chemins.put("enregistrer une réponse", SautsDeTest.de(saisie::remplir));
        chemins.put(
                "transmettre",
                SautsDeTest.de(() -> assertThat(saisie.transmettre(saisie.claire, UUID.randomUUID()))
                        .hasStatus(303)));
        instruction.transmis("93", "POLYCLINIQUE DES SAUTS");
        var ailleurs = instruction.ars("93");
        chemins.put("lire la liste de travail", SautsDeTest.de(() -> {
            for (var recherche : List.of("", "?q=340780477", "?q=policlinique")) {
                assertThat(requetes.lire(ailleurs, "/instruction" + recherche)).hasStatusOk();
            }
        }));
        var alice = instruction.ars("76");
        chemins.put(
                "décider",
                SautsDeTest.de(() -> assertThat(requetes.envoyer(
                                alice,
                                "/instruction/" + saisie.reference + "/candidature/decisions/validation",
                                "version",
                                "1"))
                        .hasStatus(303)));

        assertThat(chemins)
                .allSatisfy((nom, chemin) -> assertThat(chemin)
                        .as(nom)
                        .isNotEmpty()
                        .allSatisfy(classes -> assertThat(classes).hasSizeLessThanOrEqualTo(AU_PLUS)));
    }
}
