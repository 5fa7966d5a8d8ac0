package fr.convergence.socle.fichier;

import fr.convergence.socle.chiffrement.CleDeFlux;
import fr.convergence.socle.depot.DepotObjets;
import java.io.IOException;
import java.io.OutputStream;

/** Un segment qu'on écrit ; le fermer sans l'avoir scellé en abandonne les octets. */
final class SegmentEnCours implements AutoCloseable {

    private final int numero;
    private final String objet;
    private final DepotObjets.Ecriture ecriture;
    private final OutputStream chiffre;
    private long taille;

    SegmentEnCours(int numero, String objet, DepotObjets.Ecriture ecriture, CleDeFlux cle, String contexte)
            throws IOException {
        this.numero = numero;
        this.objet = objet;
        this.ecriture = ecriture;
        this.chiffre = cle.chiffrer(ecriture.flux(), contexte);
    }

    void ecrire(byte[] octets, int debut, int combien) throws IOException {
        chiffre.write(octets, debut, combien);
        taille += combien;
    }

    long taille() {
        return taille;
    }

    /** Rend le segment durable ; il reste à l'adopter dans la base. */
    Segment sceller() throws IOException {
        chiffre.close();
        ecriture.publier();
        return new Segment(numero, objet, taille);
    }

    @Override
    public void close() throws IOException {
        ecriture.close();
    }
}
