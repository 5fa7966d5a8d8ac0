package fr.convergence.socle.contenu;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Ce qu'une archive, avec celles qu'elle contient, peut coûter à décompresser.
 *
 * <p>Compte ce qui sort vraiment, non ce que l'archive annonce.
 */
final class BudgetArchive {

    /** De quoi répondre en quelques secondes (qualité 16). */
    private static final long TOTAL_MAX = 512L * 1024 * 1024;

    private static final long RAPPORT_MAX = 200;

    /** En dessous, le rapport ne dit rien : un petit tableau vide se compresse mille fois. */
    private static final long FRANCHISE = 10 * 1024 * 1024;

    private long octets;
    private int entrees = RepertoireZip.ENTREES_MAX;

    BudgetArchive(long tailleArchive) {
        octets = Math.min(TOTAL_MAX, FRANCHISE + RAPPORT_MAX * tailleArchive);
    }

    void entree() throws ContenuRefuse {
        if (--entrees < 0) {
            throw new ContenuRefuse(Raison.ARCHIVE_DEMESUREE);
        }
    }

    /** Le même flux, dont chaque octet lu est décompté. */
    InputStream compte(InputStream flux) {
        return new FilterInputStream(flux) {
            @Override
            public int read() throws IOException {
                var octet = super.read();
                depenser(octet < 0 ? 0 : 1);
                return octet;
            }

            @Override
            public int read(byte[] vers, int ou, int combien) throws IOException {
                var n = super.read(vers, ou, combien);
                depenser(n);
                return n;
            }

            @Override
            public long skip(long combien) throws IOException {
                return readNBytes((int) Math.min(combien, 8192)).length;
            }
        };
    }

    private void depenser(int n) throws ContenuRefuse {
        octets -= Math.max(n, 0);
        if (octets < 0) {
            throw new ContenuRefuse(Raison.ARCHIVE_DEMESUREE);
        }
    }
}
