package fr.convergence.portail.rib;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Un RIB attend d’être lu : ni une panne du dépôt, ni des octets perdus, ni son âge ne l’oublient (NEW-5). */
@TestDuPortail
@Tag("NEW-5")
final class RibEnAttenteTest extends EssaisDeRib {

    private static final Path MARQUE = TestDuPortail.RANGEMENT.resolve("fichiers/.depot-convergence");
    private static final Path AILLEURS = TestDuPortail.RANGEMENT.resolve("marque-du-depot-absent");

    @Test
    void une_panne_du_depot_de_trois_jours_ne_dit_rien_du_document() throws Exception {
        saisir(IBAN);
        envoyer(nom, IBAN);
        var fichier = fichier();
        analyse.analyserLot();
        var objet = base.sql("select objet from fichier_segment where fichier = ?")
                .param(fichier)
                .query(String.class)
                .single();
        ranger(fichier, UUID.randomUUID().toString().replace("-", ""));
        Files.move(MARQUE, AILLEURS);
        try {
            for (var essai = 0; essai < 12; essai++) {
                assertThat(lire.lireUn()).as("les autres attendent aussi").isFalse();
                horloge.avancer(Duration.ofHours(6));
            }
        } finally {
            Files.move(AILLEURS, MARQUE);
        }
        assertThat(etats(fichier)).containsExactly("A_LIRE");

        ranger(fichier, objet);
        toutLire();
        assertThat(etats(fichier)).containsExactly("LU");
        assertThat(section().select("#question-iban").text()).contains("L’IBAN saisi est celui du RIB");
    }

    @Test
    void des_octets_perdus_finissent_illisibles_sans_empecher() throws Exception {
        saisir(IBAN);
        envoyer(nom, IBAN);
        var fichier = fichier();
        analyse.analyserLot();
        ranger(fichier, UUID.randomUUID().toString().replace("-", ""));
        for (var essai = 0; essai < 6; essai++) {
            toutLire();
            assertThat(etats(fichier)).containsExactly("A_LIRE");
            horloge.avancer(Duration.ofHours(6));
        }

        toutLire();

        assertThat(etats(fichier)).containsExactly("ILLISIBLE");
        assertThat(section().select("#question-rib").text()).contains("n’a pas pu être lu");
        assertThat(requetes.envoyer(referente.connectee(), "/dossiers/" + reference + "/candidature/transmissions"))
                .hasStatus(303);
    }

    @Test
    void un_rib_depose_avant_qu_on_ne_les_lise_se_lit() throws Exception {
        saisir(IBAN);
        deposer(nom, IBAN);
        var ancien = fichier();
        base.sql("delete from rib_lecture where fichier = ?").param(ancien).update();
        envoyer(nom, AUTRE);
        var enAnalyse = fichier();

        assertThat(section().select("#question-rib").text()).contains("en cours de lecture");
        toutLire();

        assertThat(etats(ancien)).containsExactly("LU");
        assertThat(etats(enAnalyse)).as("il se lira quand il sera jugé").isEmpty();
        assertThat(section().select("#question-iban").text()).contains("L’IBAN saisi est celui du RIB");
    }

    @Test
    void le_plus_recent_se_lit_d_abord() throws Exception {
        envoyer(nom, IBAN);
        var ancien = fichier();
        envoyer(nom, AUTRE);
        var recent = fichier();
        analyse.analyserLot();

        assertThat(lire.lireUn()).isTrue();

        assertThat(etats(recent)).containsExactly("LU");
        assertThat(etats(ancien)).containsExactly("A_LIRE");
    }
}
