package fr.convergence.portail.piece;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Le dépôt se démonte en marche : rien de ce qui est envoyé n'est dit reçu, et tout se reprend à son retour. */
@TestDuPortail
@Tag("PCE-1")
final class DepotDemonteTest extends EssaisDeDepot {

    private static final Path MARQUE = TestDuPortail.RANGEMENT.resolve("fichiers/.depot-convergence");
    private static final Path AILLEURS = TestDuPortail.RANGEMENT.resolve("marque-demontee");

    @Test
    void un_fichier_envoye_a_un_depot_demonte_n_est_pas_dit_recu_puis_se_reprend() throws Exception {
        var envoi = Depots.adresse(depots.creer(claire, dossier, "preuves", "note.pdf", PDF.length));

        Files.move(MARQUE, AILLEURS);
        try {
            var refus = depots.envoyer(claire, envoi, 0, PDF);
            assertThat(refus.getStatus()).isEqualTo(503);
            assertThat(refus.getHeader("Retry-After")).isEqualTo("30");
        } finally {
            Files.move(AILLEURS, MARQUE);
        }

        assertThat(depots.envoyer(claire, envoi, 0, PDF).getStatus()).isEqualTo(204);
    }
}
