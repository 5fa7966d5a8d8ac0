package fr.convergence.socle.captcha;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Les enregistrements du dossier {@code voix}, lus une fois : chaque caractère dit par chaque voix. */
final class Voix {

    static final int NOMBRE = 4;
    static final AudioFormat FORMAT = new AudioFormat(16_000, 16, 1, true, false);

    private static final Map<String, short[]> ENREGISTREMENTS = new HashMap<>();

    static {
        Alphabet.CARACTERES.chars().forEach(caractere -> {
            for (var voix = 1; voix <= NOMBRE; voix++) {
                var nom = (char) caractere + String.valueOf(voix);
                ENREGISTREMENTS.put(nom, lire("voix/" + nom + ".wav"));
            }
        });
    }

    private Voix() {}

    /** @param voix de 1 à {@link #NOMBRE} */
    static short[] dire(char caractere, int voix) {
        return requireNonNull(ENREGISTREMENTS.get(caractere + String.valueOf(voix)));
    }

    private static short[] lire(String nom) {
        try (var fichier =
                AudioSystem.getAudioInputStream(new BufferedInputStream(Voix.class.getResourceAsStream(nom)))) {
            if (!fichier.getFormat().matches(FORMAT)) {
                throw new IllegalStateException("Enregistrement d’un autre format : " + nom);
            }
            var octets = fichier.readAllBytes();
            var sons = new short[octets.length / 2];
            ByteBuffer.wrap(octets)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer()
                    .get(sons);
            return sons;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnsupportedAudioFileException e) {
            throw new IllegalStateException("Enregistrement illisible : " + nom, e);
        }
    }
}
