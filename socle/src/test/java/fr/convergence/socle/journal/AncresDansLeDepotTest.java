package fr.convergence.socle.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.convergence.doublures.MagasinS3;
import fr.convergence.doublures.MagasinS3.Humeur;
import fr.convergence.socle.depot.DepotDossier;
import fr.convergence.socle.depot.DepotIndisponible;
import fr.convergence.socle.depot.DepotObjets;
import fr.convergence.socle.depot.MagasinDeTest;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Une ancre se range, se remplace et se relit dans l'un et l'autre dépôt ; une panne ne passe pas pour une ancre ôtée. */
final class AncresDansLeDepotTest {

    @TempDir
    Path dossier;

    @Test
    void dans_un_dossier() throws IOException {
        eprouver(new DepotDossier(dossier));
    }

    @Test
    void sur_s3() throws IOException {
        try (var magasin = new MagasinS3()) {
            var depot = MagasinDeTest.depot(magasin, dossier);
            eprouver(depot);

            magasin.humeur(Humeur.INDISPONIBLE);
            assertThatThrownBy(() -> new DepotDesAncres(depot).lire(2)).hasCauseInstanceOf(DepotIndisponible.class);
        }
    }

    private static void eprouver(DepotObjets depot) {
        var ancres = new DepotDesAncres(depot);
        assertThat(ancres.lire(1)).isEmpty();
        ancres.ranger(1, "commencée");
        ancres.ranger(1, "première ancre");
        ancres.ranger(2, "a".repeat(3_000_000));

        assertThat(ancres.lire(1)).contains("première ancre");
        assertThat(ancres.lire(2)).contains("a".repeat(3_000_000));
        assertThat(ancres.lire(3)).isEmpty();
    }
}
