package fr.convergence.socle.depot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Un objet S3 lu de n'importe où : une demande par saut, et, d'une réponse coupée, la suite. */
final class CanalS3 extends CanalEnLecture {

    /** Autant de coupures par lecture ; au-delà, le magasin ne répond pas. */
    private static final int REPRISES = 2;

    private final S3Client client;
    private final String seau;
    private final String cle;
    private long positionDuFlux;
    private @Nullable ResponseInputStream<GetObjectResponse> flux;
    private @Nullable ReadableByteChannel source;

    CanalS3(S3Client client, String seau, String cle, long taille) {
        super(taille);
        this.client = client;
        this.seau = seau;
        this.cle = cle;
    }

    /** Tout ce qui est demandé, comme d'un fichier : le déchiffrement prend une lecture plus courte pour la fin de l'objet. */
    @Override
    protected int lire(ByteBuffer vers, long position) throws IOException {
        var lus = 0;
        while (vers.hasRemaining() && position + lus < size()) {
            lus += suite(vers, position + lus);
        }
        return lus;
    }

    private int suite(ByteBuffer vers, long position) throws IOException {
        var debut = vers.position();
        for (var reprise = 0; ; reprise++) {
            try {
                var lus = source(position).read(vers);
                if (lus > 0) {
                    positionDuFlux = position + lus;
                    return lus;
                }
                throw new IOException("Le dépôt S3 a rendu moins que l’objet : " + position + " sur " + size());
            } catch (DepotIndisponible panne) {
                throw panne;
            } catch (IOException coupure) {
                // Ce qui en était déjà posé se relira : la position de l’objet n’a pas bougé.
                vers.position(debut);
                lacher();
                if (reprise == REPRISES) {
                    throw new DepotIndisponible("Le dépôt S3 coupe ses réponses : " + coupure.getMessage(), coupure);
                }
            }
        }
    }

    private ReadableByteChannel source(long position) throws IOException {
        if (source == null || positionDuFlux != position) {
            lacher();
            flux = ClientS3.demander(
                    cle, () -> client.getObject(lu -> lu.bucket(seau).key(cle).range("bytes=" + position + "-")));
            source = Channels.newChannel(flux);
            positionDuFlux = position;
        }
        return source;
    }

    /** Fermer lirait ce qui reste ; abandonner ne lit rien. */
    @Override
    protected void lacher() {
        if (flux != null) {
            flux.abort();
            flux = null;
            source = null;
        }
    }
}
