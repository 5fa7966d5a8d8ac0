package fr.convergence.socle.depot;

import fr.convergence.doublures.MagasinS3;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Un dépôt S3 sur la doublure. */
public final class MagasinDeTest {

    private MagasinDeTest() {}

    public static DepotS3 depot(MagasinS3 magasin, Path attente) {
        return new DepotS3(reglages(
                magasin.adresse(), MagasinS3.SEAU, MagasinS3.CLE, attente, "convergence/", Duration.ofSeconds(10)));
    }

    static ReglagesS3 reglages(URI adresse, String seau, String cle, Path attente, String prefixe, Duration delai) {
        return new ReglagesS3(adresse, "eu-west-3", seau, prefixe, true, cle, MagasinS3.SECRET, delai, attente);
    }
}
