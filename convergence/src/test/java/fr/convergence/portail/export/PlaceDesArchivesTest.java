package fr.convergence.portail.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.socle.contenu.Format;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Les archives, longues à faire et lourdes à garder, ne gênent ni les listes ni le dépôt (INSTR-7). */
@TestDuPortail
@Tag("INSTR-7")
final class PlaceDesArchivesTest {

    private static final String REGION = "06";

    @Autowired
    UneInstruction instruction;

    @Autowired
    LesExports lesExports;

    @Autowired
    Requetes requetes;

    @Autowired
    FaireExport faire;

    @Autowired
    Exports exports;

    @AfterEach
    void toutFaire() {
        while (faire.pieces() || faire.liste()) {}
    }

    @Test
    void une_liste_n_attend_pas_derriere_une_archive() {
        var alice = instruction.ars(REGION);
        lesExports.demander(alice, "ZIP");
        lesExports.demander(alice, "CSV", "REFERENCE");

        assertThat(faire.liste()).isTrue();

        assertThat(exports.de(alice))
                .extracting(
                        suivi -> suivi.demande().forme(), suivi -> suivi.rendu().isPresent())
                .containsExactlyInAnyOrder(tuple(Format.CSV, true), tuple(Format.ZIP, false));
        assertThat(faire.liste()).as("les archives ne sont pas à elle").isFalse();
        assertThat(faire.pieces()).isTrue();
    }

    @Test
    void un_compte_ne_garde_que_deux_archives_et_demande_encore_des_listes() throws IOException {
        var alice = instruction.ars(REGION);
        for (var etat : new String[] {"transmis_ars", "tous"}) {
            assertThat(demanderLesPieces(alice, etat)).hasStatus(303);
        }

        var refus = demanderLesPieces(alice, "refuse");

        assertThat(refus).hasStatus(422);
        assertThat(LesExports.lue(refus).select("main").text()).contains("Vous avez déjà 2 archives de pièces");
        assertThat(exports.de(alice)).hasSize(2);
        assertThat(demanderLesPieces(alice, "tous")).as("déjà demandée").hasStatus(303);
        assertThat(lesExports.demander(alice, "CSV", "REFERENCE")).hasStatus(303);
    }

    private MvcTestResult demanderLesPieces(Connecte qui, String etat) {
        return requetes.envoyer(qui, LesExports.ADRESSE, "etat", etat, "forme", "ZIP");
    }
}
