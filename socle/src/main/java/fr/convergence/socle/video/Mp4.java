package fr.convergence.socle.video;

import fr.convergence.socle.lecture.Octets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Un MP4 (ISO/CEI 14496-12), d'un bloc ou en fragments, ou un de ses proches : MOV, 3GP. */
final class Mp4 {

    static final int FTYP = nom("ftyp");

    /** On y entre. */
    private static final Set<Integer> ENVELOPPES =
            Set.of(nom("moov"), nom("trak"), nom("mdia"), nom("mvex"), nom("moof"), nom("traf"));

    /** Ce qu'un appareil met au premier rang d'un fichier. */
    private static final Set<Integer> PREMIER_RANG = Set.of(
            FTYP,
            nom("moov"),
            nom("mdat"),
            nom("moof"),
            nom("free"),
            nom("skip"),
            nom("wide"),
            nom("sidx"),
            nom("styp"),
            nom("mfra"),
            nom("meta"),
            nom("udta"),
            nom("uuid"),
            nom("prft"));

    private static final int RANG_MAX = 8;
    private static final int BOITES_MAX = 200_000;
    private static final int TABLE_MAX = 8 << 20;
    private static final int DUREE_PAR_DEFAUT = 0x8;
    private static final int DECALAGE_DES_DONNEES = 0x1;
    private static final int PREMIER_DRAPEAU = 0x4;
    private static final int DUREES = 0x100;
    private static final int CHAMPS_PAR_ECHANTILLON = 0xF00;

    /** Une piste, ce que l'on en sait. */
    private static final class Piste {
        boolean image;
        long unites = 1;
        long duree;
        long parDefaut;
        long fragments;
    }

    private final Octets octets;
    private final Map<Long, Piste> pistes = new HashMap<>();
    private Piste courante = new Piste();
    private int boites;

    Mp4(Octets octets) {
        this.octets = octets;
    }

    Duration duree() throws IOException {
        parcourir(0, octets.taille(), 0);
        var images = pistes.values().stream().filter(piste -> piste.image).toList();
        if (images.isEmpty()) {
            throw new VideoIllisible("Sans image");
        }
        return images.stream()
                .map(piste -> Duration.ofMillis(
                        Math.multiplyExact(Math.max(piste.duree, piste.fragments), 1000L) / piste.unites))
                .max(Duration::compareTo)
                .orElseThrow();
    }

    private void parcourir(long debut, long fin, int rang) throws IOException {
        for (var position = debut; position < fin; ) {
            if (boites++ > BOITES_MAX) {
                throw new VideoIllisible("Trop de parties");
            }
            var entete = lire(position, 8);
            var taille = Integer.toUnsignedLong(entete.getInt());
            var sorte = entete.getInt();
            var contenu = position + 8;
            if (taille == 1) {
                taille = lire(contenu, 8).getLong();
                contenu += 8;
            } else if (taille == 0) {
                taille = fin - position; // la dernière, jusqu'au bout
            }
            if (taille < contenu - position || taille > fin - position) {
                throw new VideoIllisible("Partie plus longue que ce qui la porte");
            }
            if (rang == 0 && !PREMIER_RANG.contains(sorte) || rang > RANG_MAX) {
                throw new VideoIllisible("Partie inconnue : " + Integer.toHexString(sorte));
            }
            if (ENVELOPPES.contains(sorte)) {
                parcourir(contenu, position + taille, rang + 1);
            } else {
                lire(sorte, contenu, position + taille);
            }
            position += taille;
        }
    }

    private void lire(int sorte, long debut, long fin) throws IOException {
        if (sorte == nom("tkhd")) {
            var version = version(debut);
            courante = piste(nombre(debut + (version == 1 ? 20 : 12)));
        } else if (sorte == nom("mdhd")) {
            var large = version(debut) == 1;
            courante.unites = Math.max(1, nombre(debut + (large ? 20 : 12)));
            courante.duree = large ? lire(debut + 24, 8).getLong() : nombre(debut + 16);
            if (courante.duree < 0 || !large && courante.duree == 0xFFFFFFFFL) {
                courante.duree = 0; // « inconnue »
            }
        } else if (sorte == nom("hdlr")) {
            courante.image |= lire(debut + 8, 4).getInt() == nom("vide");
        } else if (sorte == nom("trex")) {
            piste(nombre(debut + 4)).parDefaut = nombre(debut + 12);
        } else if (sorte == nom("tfhd")) {
            entreDansUnFragment(debut);
        } else if (sorte == nom("trun")) {
            fragment(debut, fin);
        }
    }

    private void entreDansUnFragment(long debut) throws IOException {
        var drapeaux = drapeaux(debut);
        courante = piste(nombre(debut + 4));
        if ((drapeaux & DUREE_PAR_DEFAUT) != 0) {
            var avant = ((drapeaux & 0x1) != 0 ? 8 : 0) + ((drapeaux & 0x2) != 0 ? 4 : 0);
            courante.parDefaut = nombre(debut + 8 + avant);
        }
    }

    private void fragment(long debut, long fin) throws IOException {
        var drapeaux = drapeaux(debut);
        var combien = nombre(debut + 4);
        if ((drapeaux & DUREES) == 0) {
            courante.fragments += Math.multiplyExact(combien, courante.parDefaut);
            return;
        }
        var table = debut
                + 8
                + ((drapeaux & DECALAGE_DES_DONNEES) != 0 ? 4 : 0)
                + ((drapeaux & PREMIER_DRAPEAU) != 0 ? 4 : 0);
        var pas = 4 * Integer.bitCount(drapeaux & CHAMPS_PAR_ECHANTILLON);
        if (combien > TABLE_MAX / 16 || combien * pas > fin - table) {
            throw new VideoIllisible("Table plus longue que ce qui la porte");
        }
        var durees = lire(table, (int) combien * pas);
        for (var i = 0; i < combien; i++) {
            courante.fragments += Integer.toUnsignedLong(durees.getInt(i * pas));
        }
    }

    private Piste piste(long numero) throws VideoIllisible {
        if (pistes.size() > 16) {
            throw new VideoIllisible("Trop de pistes");
        }
        return pistes.computeIfAbsent(numero, _ -> new Piste());
    }

    private int version(long debut) throws IOException {
        return lire(debut, 1).get();
    }

    private int drapeaux(long debut) throws IOException {
        return lire(debut, 4).getInt() & 0xFFFFFF;
    }

    private long nombre(long ou) throws IOException {
        return Integer.toUnsignedLong(lire(ou, 4).getInt());
    }

    private ByteBuffer lire(long ou, int combien) throws IOException {
        return octets.lire(ou, combien).order(ByteOrder.BIG_ENDIAN);
    }

    private static int nom(String quatre) {
        return quatre.charAt(0) << 24 | quatre.charAt(1) << 16 | quatre.charAt(2) << 8 | quatre.charAt(3);
    }
}
