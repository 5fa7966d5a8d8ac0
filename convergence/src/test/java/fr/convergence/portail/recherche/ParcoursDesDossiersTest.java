package fr.convergence.portail.recherche;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.socle.tache.Tranche;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Le parcours avance d'un lot par tranche quand elle est déjà finie, et reprend où il en était. */
@TestDuPortail
@Tag("INSTR-8")
final class ParcoursDesDossiersTest {

    private static final Tranche FINIE = Tranche.de(Duration.ZERO);

    @Autowired
    UneInstruction instruction;

    @Autowired
    JdbcClient base;

    @Autowired
    DossiersARelire aRelire;

    @Autowired
    IndexDEssai index;

    @BeforeEach
    void repartir() {
        index.parcourir();
        index.relire();
    }

    @Test
    void une_tranche_finie_s_arrete_et_la_suivante_reprend_derriere_sur_un_autre_noeud() {
        var dossiers = meconnus("CH DE LA TOPAZE", "CH DE LA KUNZITE", "CH DE LA DIOPSIDE");

        var tranches = 1;
        for (; unAutreNoeud().avancer(FINIE); tranches++) {
            assertThat(marques(dossiers)).isLessThanOrEqualTo(tranches);
        }

        assertThat(marques(dossiers)).isEqualTo(3);
        assertThat(tranches).isEqualTo(tous() + 1);
    }

    @Test
    void arrive_au_bout_le_parcours_repart_du_premier() {
        while (unAutreNoeud().avancer(FINIE)) {
            // Il en reste.
        }
        var dossiers = meconnus("CH DE LA HOWLITE");

        while (unAutreNoeud().avancer(FINIE)) {
            // Il en reste.
        }

        assertThat(marques(dossiers)).isEqualTo(1);
    }

    /** Un dossier à la fois, sans autre souvenir que celui de la base. */
    private ParcoursDesDossiers unAutreNoeud() {
        return new ParcoursDesDossiers(aRelire, base, 1);
    }

    private Dossier[] meconnus(String... noms) {
        var dossiers =
                Stream.of(noms).map(nom -> instruction.transmis("84", nom)).toArray(Dossier[]::new);
        index.meconnaitre(dossiers);
        return dossiers;
    }

    private long marques(Dossier... dossiers) {
        return Stream.of(dossiers).mapToLong(index::marques).sum();
    }

    private long tous() {
        return base.sql("select count(*) from vue_recherche_dossier")
                .query(Long.class)
                .single();
    }
}
