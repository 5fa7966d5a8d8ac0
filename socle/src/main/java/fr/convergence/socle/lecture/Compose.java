package fr.convergence.socle.lecture;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Un fichier composé ([MS-CFB]) suivi comme le font les logiciels : table d'allocation, rubriques, mini-flux.
 *
 * <p>Seules comptent les rubriques que la racine atteint. Une chaîne qui tourne en rond ou sort du fichier s'arrête là.
 */
public final class Compose {

    private static final int ENTETE = 512;
    private static final int RUBRIQUE = 128;
    private static final int MINI = 64;
    private static final int RUBRIQUES_MAX = 50_000;

    /** Des dossiers dans des dossiers : chaque rubrique retient son chemin entier. */
    private static final int CHEMIN_MAX = 2048;

    private static final int DOSSIER = 1;
    private static final int FLUX = 2;
    private static final int RACINE = 5;

    /**
     * Une rubrique que la racine atteint.
     *
     * @param chemin en minuscules, sous la racine : « objectpool/_1/contents »
     */
    public record Rubrique(String chemin, boolean dossier, int debut, long taille) {

        public String nom() {
            return chemin.substring(chemin.lastIndexOf('/') + 1);
        }
    }

    private record Brute(String nom, int sorte, int gauche, int droite, int enfant, int debut, long taille) {}

    private final Octets octets;
    private final SecteursCfb secteurs;
    private final int puissance;
    private final int seuil;
    private final int[] secteursDesMinis;
    private final List<Rubrique> rubriques = new ArrayList<>();
    private int[] miniFlux = new int[0];

    private Compose(Octets octets) throws IOException {
        this.octets = octets;
        var entete = octets.lire(0, ENTETE);
        this.puissance = entete.getShort(30);
        if (puissance != 9 && puissance != 12) {
            throw new EOFException("Rangement qui ne se suit pas");
        }
        var annonce = entete.getInt(56);
        this.seuil = annonce > 0 && annonce <= 1 << 20 ? annonce : 4096;
        this.secteurs = new SecteursCfb(octets, puissance, entete);
        this.secteursDesMinis = secteurs.chaine(entete.getInt(60));
        ranger(brutes(entete.getInt(48)));
    }

    /** Vide si son rangement ne se suit pas. */
    public static Optional<Compose> lire(Octets octets) throws IOException {
        try {
            return Optional.of(new Compose(octets));
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    public List<Rubrique> rubriques() {
        return rubriques;
    }

    public Optional<Rubrique> aLaRacine(String nom) {
        return rubriques.stream()
                .filter(rubrique -> rubrique.chemin().equals(nom) && !rubrique.dossier())
                .findFirst();
    }

    public InputStream flux(Rubrique rubrique) {
        return new Chaine(rubrique.debut(), rubrique.taille(), rubrique.taille() < seuil);
    }

    /** Au plus {@code n} octets du début d'un flux. */
    public byte[] debut(Rubrique rubrique, int n) throws IOException {
        return flux(rubrique).readNBytes(n);
    }

    /** Vrai si cette position tombe dans ce que le fichier composé s'est attribué, faux au-delà. */
    public boolean couvre(long position) throws IOException {
        return secteurs.couvre(position);
    }

    private int suivantMini(int mini) throws IOException {
        var rang = mini / secteurs.parSecteur();
        if (mini < 0 || rang >= secteursDesMinis.length) {
            return SecteursCfb.LIBRE;
        }
        return secteurs.secteur(secteursDesMinis[rang]).getInt(4 * (mini % secteurs.parSecteur()));
    }

    private List<Brute> brutes(int premier) throws IOException {
        var brutes = new ArrayList<Brute>();
        for (var secteur : secteurs.chaine(premier)) {
            for (var i = 0; i < 1 << puissance; i += RUBRIQUE) {
                brutes.add(brute(secteurs.secteur(secteur).slice(i, RUBRIQUE).order(ByteOrder.LITTLE_ENDIAN)));
            }
            if (brutes.size() > RUBRIQUES_MAX) {
                throw new EOFException("Rangement qui ne se suit pas");
            }
        }
        if (brutes.isEmpty() || brutes.getFirst().sorte() != RACINE) {
            throw new EOFException("Rangement qui ne se suit pas");
        }
        return brutes;
    }

    private Brute brute(ByteBuffer rubrique) {
        var longueur = Math.clamp(rubrique.getShort(64) - 2, 0, 62) & ~1;
        var nom = new byte[longueur];
        rubrique.get(0, nom);
        // Avec des secteurs de 512 octets, le haut de la taille n'est pas toujours remis à zéro.
        var taille = puissance == 9 ? Integer.toUnsignedLong(rubrique.getInt(120)) : rubrique.getLong(120);
        return new Brute(
                new String(nom, UTF_16LE).toLowerCase(Locale.ROOT),
                rubrique.get(66),
                rubrique.getInt(68),
                rubrique.getInt(72),
                rubrique.getInt(76),
                rubrique.getInt(116),
                taille);
    }

    /** Descend de la racine, chaque rubrique une seule fois. */
    private void ranger(List<Brute> brutes) throws IOException {
        record Visite(int rang, String sous) {}
        miniFlux = secteurs.chaine(brutes.getFirst().debut());
        var vues = new BitSet();
        vues.set(0);
        var aVoir = new ArrayDeque<Visite>();
        aVoir.add(new Visite(brutes.getFirst().enfant(), ""));
        while (!aVoir.isEmpty()) {
            var visite = aVoir.removeLast();
            if (visite.rang() < 0 || visite.rang() >= brutes.size() || vues.get(visite.rang())) {
                continue;
            }
            vues.set(visite.rang());
            var brute = brutes.get(visite.rang());
            aVoir.add(new Visite(brute.gauche(), visite.sous()));
            aVoir.add(new Visite(brute.droite(), visite.sous()));
            if (brute.sorte() == DOSSIER || brute.sorte() == FLUX) {
                var chemin = visite.sous() + brute.nom();
                if (chemin.length() > CHEMIN_MAX) {
                    throw new EOFException("Rangement qui ne se suit pas");
                }
                rubriques.add(new Rubrique(chemin, brute.sorte() == DOSSIER, brute.debut(), brute.taille()));
                aVoir.add(new Visite(brute.sorte() == DOSSIER ? brute.enfant() : -1, chemin + "/"));
            }
        }
    }

    private final class Chaine extends InputStream {

        private final boolean mini;
        private int secteur;
        private long reste;
        private long tours;
        private ByteBuffer morceau = ByteBuffer.allocate(0);

        Chaine(int premier, long taille, boolean mini) {
            this.secteur = premier;
            this.reste = Math.min(taille, octets.taille());
            this.mini = mini;
        }

        @Override
        public int read() throws IOException {
            return remplir() ? morceau.get() & 0xFF : -1;
        }

        @Override
        public int read(byte[] vers, int ou, int combien) throws IOException {
            if (combien == 0) {
                return 0;
            }
            if (!remplir()) {
                return -1;
            }
            var n = Math.min(combien, morceau.remaining());
            morceau.get(vers, ou, n);
            return n;
        }

        private boolean remplir() throws IOException {
            if (morceau.hasRemaining()) {
                return true;
            }
            var unite = mini ? MINI : 1 << puissance;
            var position = mini ? positionMini() : secteurs.existe(secteur) ? secteurs.position(secteur) : -1;
            var la = (int) Math.min(Math.min(unite, reste), octets.taille() - position);
            if (reste <= 0 || position < 0 || la <= 0 || tours++ > octets.taille() / unite) {
                return false;
            }
            morceau = octets.lire(position, la);
            reste -= la;
            secteur = mini ? suivantMini(secteur) : secteurs.suivant(secteur);
            return true;
        }

        /** Les mini-secteurs sont rangés dans le flux de la racine. */
        private long positionMini() {
            var ou = secteur * (long) MINI;
            var rang = ou >> puissance;
            return secteur < 0 || rang >= miniFlux.length
                    ? -1
                    : secteurs.position(miniFlux[(int) rang]) + (ou & ((1L << puissance) - 1));
        }
    }
}
