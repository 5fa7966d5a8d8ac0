package fr.convergence.socle.fichier;

import fr.convergence.socle.base.Sha256;
import fr.convergence.socle.chiffrement.CleDeFlux;
import fr.convergence.socle.contenu.Format;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Un document que la plateforme écrit au fil de l'eau, par segments chiffrés : la mémoire n'en tient rien. Fermé sans avoir
 * été rangé, ou laissé par un nœud mort, il n'existe pour personne et le balayage en efface les segments.
 */
public final class DocumentEnCours implements AutoCloseable {

    /** Ce qu'il faut pour ranger un document fini. */
    record Ecrit(byte[] cle, byte[] sha256, long taille, List<Segment> segments) {}

    private final Magasin magasin;
    private final UUID fichier;
    private final byte[] scellee;
    private final CleDeFlux cle;
    private final MessageDigest empreinte = Sha256.calcul();
    private final List<Segment> ecrits = new ArrayList<>();
    private @Nullable SegmentEnCours courant;
    private long taille;

    DocumentEnCours(Magasin magasin, UUID fichier) {
        this.magasin = magasin;
        this.fichier = fichier;
        this.scellee = magasin.nouvelleCle(fichier);
        this.cle = magasin.cle(fichier, scellee);
    }

    /** Où l'écrire ; fermer ce flux ne finit rien. */
    public OutputStream flux() {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                write(new byte[] {(byte) octet}, 0, 1);
            }

            @Override
            public void write(byte[] octets, int debut, int combien) throws IOException {
                ecrire(octets, debut, combien);
            }
        };
    }

    /** Ce qui en est écrit, en octets. */
    public long taille() {
        return taille;
    }

    /**
     * Range le document fini, dans la transaction de l'appelant : défaite, elle n'en laisse rien.
     *
     * @param proprietaire qui l'a fait faire
     */
    public UUID ranger(String proprietaire, String nom, Format format) throws IOException {
        sceller();
        magasin.ranger(fichier, proprietaire, nom, format, new Ecrit(scellee, empreinte.digest(), taille, ecrits));
        return fichier;
    }

    @Override
    public void close() throws IOException {
        if (courant != null) {
            courant.close();
            courant = null;
        }
    }

    private void ecrire(byte[] octets, int debut, int combien) throws IOException {
        empreinte.update(octets, debut, combien);
        taille += combien;
        for (var ecrit = 0; ecrit < combien; ) {
            var segment = courant();
            var place = (int) Math.min(combien - ecrit, Transfert.SEGMENT_MAX - segment.taille());
            segment.ecrire(octets, debut + ecrit, place);
            ecrit += place;
            if (segment.taille() == Transfert.SEGMENT_MAX) {
                sceller();
            }
        }
    }

    private SegmentEnCours courant() throws IOException {
        if (courant == null) {
            courant = magasin.segments.commencerAPart(fichier, ecrits.size(), cle);
        }
        return courant;
    }

    private void sceller() throws IOException {
        if (courant != null) {
            ecrits.add(courant.sceller());
            close();
            magasin.segments.retenir(ecrits);
        }
    }
}
