package fr.convergence.socle.captcha;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/**
 * Dit les caractères du contrôle, chacun par une voix tirée au sort, un peu plus vite ou plus lentement, sur un fond des
 * mêmes voix passées à l'envers : ce fond a leur timbre, aucun filtre ne l'en sépare.
 */
final class Dictee {

    private static final int PAR_SECONDE = (int) Voix.FORMAT.getSampleRate();
    private static final double FORCE_DU_FOND = 0.12;
    private static final double FORCE_DU_SOUFFLE = 0.012;

    private final RandomGenerator hasard;

    private Dictee(RandomGenerator hasard) {
        this.hasard = hasard;
    }

    /** @param graine la même donne le même son */
    static byte[] wav(String texte, long graine) {
        return new Dictee(new SplittableRandom(graine)).dicter(texte);
    }

    private byte[] dicter(String texte) {
        var duree = PAR_SECONDE / 2;
        var paroles = new double[texte.length()][];
        var debuts = new int[texte.length()];
        for (var i = 0; i < texte.length(); i++) {
            paroles[i] = parole(texte.charAt(i));
            debuts[i] = duree;
            // De quoi noter le caractère avant le suivant.
            duree += paroles[i].length + (int) (PAR_SECONDE * hasard.nextDouble(0.7, 1.1));
        }
        var piste = new double[duree];
        murmurer(piste);
        for (var i = 0; i < paroles.length; i++) {
            poser(piste, paroles[i], debuts[i], hasard.nextDouble(0.8, 1.0));
        }
        return enWav(piste);
    }

    private double[] parole(char caractere) {
        return etirer(Voix.dire(caractere, hasard.nextInt(1, Voix.NOMBRE + 1)), hasard.nextDouble(0.9, 1.1));
    }

    private void murmurer(double[] piste) {
        for (var i = 0; i < piste.length; i++) {
            piste[i] += hasard.nextGaussian() * FORCE_DU_SOUFFLE * Short.MAX_VALUE;
        }
        var debut = 0;
        while (debut < piste.length) {
            var tire = Alphabet.CARACTERES.charAt(hasard.nextInt(Alphabet.CARACTERES.length()));
            poser(piste, inverser(parole(tire)), debut, FORCE_DU_FOND);
            debut += hasard.nextInt(PAR_SECONDE / 8, PAR_SECONDE / 3);
        }
    }

    private static void poser(double[] piste, double[] son, int debut, double force) {
        for (var i = 0; i < son.length && debut + i < piste.length; i++) {
            piste[debut + i] += son[i] * force;
        }
    }

    private static double[] etirer(short[] son, double facteur) {
        var etire = new double[(int) (son.length * facteur) - 1];
        for (var i = 0; i < etire.length; i++) {
            var place = Math.min(i / facteur, son.length - 2.0);
            var avant = (int) place;
            etire[i] = son[avant] + (place - avant) * (son[avant + 1] - son[avant]);
        }
        return etire;
    }

    private static double[] inverser(double[] son) {
        var envers = new double[son.length];
        for (var i = 0; i < son.length; i++) {
            envers[i] = son[son.length - 1 - i];
        }
        return envers;
    }

    private static byte[] enWav(double[] piste) {
        var octets = ByteBuffer.allocate(piste.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (var valeur : piste) {
            octets.putShort((short) Math.clamp(valeur, Short.MIN_VALUE, Short.MAX_VALUE));
        }
        var wav = new ByteArrayOutputStream();
        try (var son = new AudioInputStream(new ByteArrayInputStream(octets.array()), Voix.FORMAT, piste.length)) {
            AudioSystem.write(son, AudioFileFormat.Type.WAVE, wav);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return wav.toByteArray();
    }
}
