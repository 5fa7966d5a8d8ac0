package fr.convergence.socle.depot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Un objet S3 lu de n'importe où : une demande par saut, et, d'une réponse coupée, la suite. */
final class CanalS3 implements SeekableByteChannel {

    /** Autant de coupures par lecture ; au-delà, le magasin ne répond pas. */
    private static final int REPRISES = 2;

    private final S3Client client;
    private final String seau;
    private final String cle;
    private final long taille;
    private long position;
    private boolean ouvert = true;
    private long positionDuFlux;
    private @Nullable ResponseInputStream<GetObjectResponse> flux;
    private @Nullable ReadableByteChannel source;

    CanalS3(S3Client client, String seau, String cle, long taille) {
        this.client = client;
        this.seau = seau;
        this.cle = cle;
        this.taille = taille;
    }

    @Override
    public int read(ByteBuffer vers) throws IOException {
        exigerOuvert();
        if (position >= taille) {
            return -1;
        }
        if (!vers.hasRemaining()) {
            return 0;
        }
        var debut = vers.position();
        for (var reprise = 0; ; reprise++) {
            try {
                var lus = source().read(vers);
                if (lus > 0) {
                    position += lus;
                    positionDuFlux = position;
                    return lus;
                }
                throw new IOException("Le dépôt S3 a rendu moins que l’objet : " + position + " sur " + taille);
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

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long voulue) {
        position = voulue;
        return this;
    }

    @Override
    public long size() {
        return taille;
    }

    @Override
    public boolean isOpen() {
        return ouvert;
    }

    @Override
    public void close() {
        ouvert = false;
        lacher();
    }

    @Override
    public int write(ByteBuffer de) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long autre) {
        throw new NonWritableChannelException();
    }

    private ReadableByteChannel source() throws IOException {
        if (source == null || positionDuFlux != position) {
            lacher();
            var depuis = position;
            flux = ClientS3.demander(
                    cle, () -> client.getObject(lu -> lu.bucket(seau).key(cle).range("bytes=" + depuis + "-")));
            source = Channels.newChannel(flux);
            positionDuFlux = position;
        }
        return source;
    }

    /** Fermer lirait ce qui reste ; abandonner ne lit rien. */
    private void lacher() {
        if (flux != null) {
            flux.abort();
            flux = null;
            source = null;
        }
    }

    private void exigerOuvert() throws ClosedChannelException {
        if (!ouvert) {
            throw new ClosedChannelException();
        }
    }
}
