package fr.convergence.socle.depot;

import fr.convergence.doublures.MagasinS3;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Le même contrat contre un magasin qui n'est pas le nôtre : {@code -Dconvergence.essai.s3=http://hôte:port}, où est un seau
 * « essai » que la clé et le secret de {@link MagasinS3} ouvrent.
 */
@EnabledIfSystemProperty(named = "convergence.essai.s3", matches = "http.+")
final class AutreMagasinS3Test extends ContratDuDepot {

    @TempDir
    Path attente;

    @Override
    DepotDuSite neuf() throws IOException {
        var adresse = URI.create(System.getProperty("convergence.essai.s3"));
        return new DepotS3(MagasinDeTest.reglages(
                adresse, MagasinS3.SEAU, MagasinS3.CLE, attente, nom() + "/", Duration.ofSeconds(30)));
    }
}
