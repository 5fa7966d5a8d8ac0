package fr.convergence.socle.lecture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Cherche des mots dans un flux, sans distinguer les majuscules et sans voir les octets nuls : un texte en UTF-16 s'y lit
 * comme en UTF-8.
 */
public final class RechercheDOctets {

    /**
     * Ce par quoi commence un contenu qu'un autre format n'a pas à porter. Une archive se reconnaît à sa fin : quatre octets
     * se rencontrent par hasard dans les données d'un appareil photographique.
     */
    public static final List<String> INTRUS =
            List.of("<html", "<script", "<svg ", "<svg>", "<!doctype", "<?php", "%pdf-");

    private static final int TAMPON = 16 * 1024;

    private final byte[][] mots;
    private final boolean[] initiales = new boolean[256];
    private final int recouvrement;
    private final byte[] fenetre;
    private int pleine;

    private RechercheDOctets(List<String> mots) {
        this.mots = mots.stream().map(mot -> mot.getBytes(ISO_8859_1)).toArray(byte[][]::new);
        this.recouvrement = mots.stream().mapToInt(String::length).max().orElse(1) - 1;
        this.fenetre = new byte[TAMPON + recouvrement];
        for (var mot : this.mots) {
            initiales[mot[0] & 0xFF] = true;
        }
    }

    /**
     * Lit le flux jusqu'au bout, ou jusqu'au premier mot trouvé.
     *
     * @param mots en minuscules
     */
    public static boolean trouve(InputStream flux, List<String> mots) throws IOException {
        var recherche = new RechercheDOctets(mots);
        var tampon = new byte[TAMPON];
        for (int n; (n = flux.read(tampon)) >= 0; ) {
            if (recherche.voit(tampon, n)) {
                return true;
            }
        }
        return false;
    }

    /** Lit le flux jusqu'au bout ; dit, de chaque liste, si l'un de ses mots s'y trouve. */
    public static List<Boolean> tous(InputStream flux, List<List<String>> listes) throws IOException {
        var recherches = listes.stream().map(RechercheDOctets::new).toList();
        var vus = new Boolean[listes.size()];
        Arrays.fill(vus, false);
        var tampon = new byte[TAMPON];
        for (int n; (n = flux.read(tampon)) >= 0; ) {
            for (var i = 0; i < vus.length; i++) {
                vus[i] = vus[i] || recherches.get(i).voit(tampon, n);
            }
        }
        return List.of(vus);
    }

    public static boolean trouve(byte[] octets, List<String> mots) {
        try {
            return trouve(new ByteArrayInputStream(octets), mots);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Laisse passer un flux, et retient lesquels de ces mots y sont passés. */
    public static final class AuPassage extends FilterInputStream {

        private final RechercheDOctets recherche;
        private final Set<String> vus = new HashSet<>();

        /** @param mots en minuscules */
        public AuPassage(InputStream flux, Collection<String> mots) {
            super(flux);
            this.recherche = new RechercheDOctets(List.copyOf(mots));
        }

        /** Vrai si l'un de ces mots, parmi ceux qu'on guette, est passé. */
        public boolean vu(Collection<String> mots) {
            return !vus.isEmpty() && mots.stream().anyMatch(vus::contains);
        }

        @Override
        public int read() throws IOException {
            var octet = new byte[1];
            return read(octet, 0, 1) < 0 ? -1 : octet[0] & 0xFF;
        }

        @Override
        public int read(byte[] vers, int ou, int combien) throws IOException {
            var lus = super.read(vers, ou, Math.min(combien, TAMPON));
            if (lus > 0) {
                recherche.retenir(vers, ou, lus, vus);
            }
            return lus;
        }
    }

    private boolean voit(byte[] octets, int n) {
        remplir(octets, 0, n);
        for (var i = 0; i < pleine; i++) {
            if (initiales[fenetre[i] & 0xFF] && motA(i) >= 0) {
                return true;
            }
        }
        garderLaFin();
        return false;
    }

    private void retenir(byte[] octets, int ou, int n, Set<String> vus) {
        remplir(octets, ou, n);
        for (var i = 0; i < pleine; i++) {
            if (initiales[fenetre[i] & 0xFF]) {
                var mot = motA(i);
                if (mot >= 0) {
                    vus.add(new String(mots[mot], ISO_8859_1));
                }
            }
        }
        garderLaFin();
    }

    private void remplir(byte[] octets, int ou, int n) {
        for (var i = ou; i < ou + n; i++) {
            var octet = octets[i];
            if (octet != 0) {
                fenetre[pleine++] = octet >= 'A' && octet <= 'Z' ? (byte) (octet + 32) : octet;
            }
        }
    }

    private void garderLaFin() {
        var gardes = Math.min(pleine, recouvrement);
        System.arraycopy(fenetre, pleine - gardes, fenetre, 0, gardes);
        pleine = gardes;
    }

    /** Le rang du mot écrit là, -1 s'il n'y en a pas. */
    private int motA(int i) {
        for (var rang = 0; rang < mots.length; rang++) {
            var mot = mots[rang];
            if (mot[0] == fenetre[i]
                    && i + mot.length <= pleine
                    && mot[mot.length - 1] == fenetre[i + mot.length - 1]
                    && Arrays.equals(fenetre, i, i + mot.length, mot, 0, mot.length)) {
                return rang;
            }
        }
        return -1;
    }
}
