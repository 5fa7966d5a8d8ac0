package fr.convergence.socle.depot;

import java.io.IOException;
import java.nio.file.Path;

/** Ouvre l'un ou l'autre dépôt, d'après les réglages. */
public final class ChoixDuDepot {

    private final GenreDeDepot genre;
    private final Path dossier;
    private final ReglagesS3 s3;

    public ChoixDuDepot(GenreDeDepot genre, Path dossier, ReglagesS3 s3) {
        this.genre = genre;
        this.dossier = dossier;
        this.s3 = s3;
    }

    /** Celui dont le site se sert. */
    public DepotDuSite ouvrir() throws IOException {
        return ouvrir(genre);
    }

    /** Celui dont le site ne se sert pas, ou plus. */
    public DepotDuSite autre() throws IOException {
        return ouvrir(genre.autre());
    }

    private DepotDuSite ouvrir(GenreDeDepot voulu) throws IOException {
        return switch (voulu) {
            case DOSSIER -> new DepotDossier(dossier);
            case S3 -> new DepotS3(s3.complets());
        };
    }
}
