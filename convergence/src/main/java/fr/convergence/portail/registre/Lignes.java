package fr.convergence.portail.registre;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Les lignes d'un fichier, une à la fois, chacune bornée : un fichier sans fin de ligne ne remplit pas la mémoire. Un
 * encodage qui n'est pas celui du format fait refuser le fichier, avant que des noms abîmés n'entrent au registre.
 */
final class Lignes implements Closeable {

    /** Latin-1 tel qu'il se rencontre : les octets 80 à 9F y sont ceux de Windows (œ, apostrophe courbe). */
    static final Charset LATIN_1 = Charset.forName("windows-1252");

    private static final int OCTETS_MAX = 64 * 1024;

    private final String fichier;
    private final InputStream flux;
    private final Charset encodage;
    private final byte[] tampon = new byte[64 * 1024];
    private int position;
    private int limite;
    private long numero;

    Lignes(String fichier, InputStream flux, Charset encodage) {
        this.fichier = fichier;
        this.flux = flux;
        this.encodage = encodage;
    }

    /** {@code terminee} est faux pour la dernière ligne d'un fichier qui ne finit pas par une fin de ligne. */
    record Ligne(long numero, String texte, boolean terminee) {}

    String fichier() {
        return fichier;
    }

    Optional<Ligne> suivante() throws IOException, FichierRefuse {
        var octets = new ByteArrayOutputStream(256);
        numero++;
        while (remplir()) {
            var fin = position;
            while (fin < limite && tampon[fin] != '\n') {
                fin++;
            }
            octets.write(tampon, position, fin - position);
            if (octets.size() > OCTETS_MAX) {
                throw new FichierRefuse(fichier, numero, "plus de %d octets sans fin de ligne".formatted(OCTETS_MAX));
            }
            position = fin;
            if (fin < limite) {
                position++;
                return Optional.of(ligne(octets.toByteArray(), true));
            }
        }
        return octets.size() == 0 ? Optional.empty() : Optional.of(ligne(octets.toByteArray(), false));
    }

    @Override
    public void close() throws IOException {
        flux.close();
    }

    private boolean remplir() throws IOException {
        if (position < limite) {
            return true;
        }
        position = 0;
        limite = flux.read(tampon);
        return limite > 0;
    }

    private Ligne ligne(byte[] octets, boolean terminee) throws FichierRefuse {
        var longueur = octets.length;
        if (longueur > 0 && octets[longueur - 1] == '\r') {
            longueur--;
        }
        return new Ligne(numero, texte(octets, longueur), terminee);
    }

    private String texte(byte[] octets, int longueur) throws FichierRefuse {
        if (ascii(octets, longueur)) {
            return new String(octets, 0, longueur, StandardCharsets.ISO_8859_1);
        }
        var enUtf8 = utf8(octets, longueur);
        if (encodage.equals(StandardCharsets.UTF_8)) {
            return enUtf8.orElseThrow(() -> new FichierRefuse(fichier, numero, "encodage inattendu, UTF-8 demandé"));
        }
        // Une suite d'octets accentués qui se lit en UTF-8 n'est pas du Latin-1 : le hasard n'en fait pas.
        if (enUtf8.isPresent()) {
            throw new FichierRefuse(fichier, numero, "encodage UTF-8, Latin-1 (ISO-8859-1) demandé");
        }
        return new String(octets, 0, longueur, encodage);
    }

    private static boolean ascii(byte[] octets, int longueur) {
        for (int i = 0; i < longueur; i++) {
            if (octets[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> utf8(byte[] octets, int longueur) {
        try {
            var decodeur = StandardCharsets.UTF_8.newDecoder();
            return Optional.of(
                    decodeur.decode(ByteBuffer.wrap(octets, 0, longueur)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
