package fr.convergence.socle.lecture;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.IntStream;

/** Les secteurs d'un fichier composé et la table qui les enchaîne ([MS-CFB] §2.3 à §2.5). */
final class SecteursCfb {

    static final int LIBRE = -1;

    private static final int DANS_L_ENTETE = 109;

    private final Octets octets;
    private final int puissance;
    private final int[] secteursDeLaTable;

    /** Le dernier secteur de table lu, un suivi de chaîne y revenant sans cesse. */
    private long positionLue = -1;

    private ByteBuffer secteurLu = ByteBuffer.allocate(0);

    SecteursCfb(Octets octets, int puissance, ByteBuffer entete) throws IOException {
        this.octets = octets;
        this.puissance = puissance;
        this.secteursDeLaTable = table(entete);
    }

    /** Vrai si cette position tombe dans ce que le fichier composé s'est attribué, faux au-delà. */
    boolean couvre(long position) throws IOException {
        var dernier = (long) secteursDeLaTable.length * parSecteur() - 1;
        dernier = Math.min(dernier, (octets.taille() >> puissance) - 1);
        while (dernier >= 0 && suivant((int) dernier) == LIBRE) {
            dernier--;
        }
        return (position >> puissance) - 1 <= dernier;
    }

    int parSecteur() {
        return 1 << (puissance - 2);
    }

    long position(int secteur) {
        return (secteur + 1L) << puissance;
    }

    boolean existe(int secteur) {
        return secteur >= 0 && position(secteur) < octets.taille();
    }

    /** Les secteurs de la table d'allocation : ceux de l'en-tête, puis ceux de sa suite. */
    private int[] table(ByteBuffer entete) throws IOException {
        var annonces = entete.getInt(44);
        if (annonces <= 0 || annonces > (octets.taille() >> puissance)) {
            throw new EOFException("Rangement qui ne se suit pas");
        }
        var secteurs = new int[annonces];
        var n = 0;
        for (var i = 0; i < DANS_L_ENTETE && n < annonces; i++) {
            secteurs[n++] = entete.getInt(76 + 4 * i);
        }
        var suite = entete.getInt(68);
        for (var tours = 0; n < annonces && existe(suite) && tours < annonces; tours++) {
            var secteur = secteur(suite);
            for (var i = 0; i < parSecteur() - 1 && n < annonces; i++) {
                secteurs[n++] = secteur.getInt(4 * i);
            }
            suite = secteur.getInt(4 * (parSecteur() - 1));
        }
        if (!existe(secteurs[0])) {
            throw new EOFException("Rangement qui ne se suit pas");
        }
        return secteurs;
    }

    /** Un secteur entier, complété de zéros si le fichier s'arrête avant. */
    ByteBuffer secteur(int secteur) throws IOException {
        var position = position(secteur);
        if (position != positionLue) {
            var la = (int) Math.min(1 << puissance, octets.taille() - position);
            var complet = ByteBuffer.allocate(1 << puissance).order(ByteOrder.LITTLE_ENDIAN);
            complet.put(octets.lire(position, la)).clear();
            secteurLu = complet;
            positionLue = position;
        }
        return secteurLu;
    }

    int suivant(int secteur) throws IOException {
        var rang = secteur / parSecteur();
        if (secteur < 0 || rang >= secteursDeLaTable.length || !existe(secteursDeLaTable[rang])) {
            return LIBRE;
        }
        return secteur(secteursDeLaTable[rang]).getInt(4 * (secteur % parSecteur()));
    }

    int[] chaine(int premier) throws IOException {
        var max = (octets.taille() >> puissance) + 1;
        var secteurs = IntStream.builder();
        var secteur = premier;
        for (var n = 0L; n < max && existe(secteur); n++) {
            secteurs.add(secteur);
            secteur = suivant(secteur);
        }
        return secteurs.build().toArray();
    }
}
