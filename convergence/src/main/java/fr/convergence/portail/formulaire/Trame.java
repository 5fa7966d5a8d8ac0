package fr.convergence.portail.formulaire;

import fr.convergence.socle.base.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Un document à télécharger, à remplir et à déposer, livré à côté des définitions (FRM-2, « Télécharger la trame »).
 *
 * @param fichier son nom et son extension : une question le désigne sans elle
 */
public record Trame(String fichier, byte[] octets) {

    private static final String LIVREES = "classpath*:fr/convergence/portail/guichet/definitions/trames/*";
    private static final Map<String, Trame> PAR_NOM = livrees();
    private static final Set<String> VIERGES = PAR_NOM.values().stream()
            .map(trame -> HexFormat.of().formatHex(Sha256.de(trame.octets)))
            .collect(Collectors.toUnmodifiableSet());

    /** @param nom celui qu'une question donne à sa trame : « trame-financiere » */
    public static Optional<Trame> nommee(String nom) {
        return Optional.ofNullable(PAR_NOM.get(nom));
    }

    /** Vrai de l'une d'elles, telle qu'on la télécharge : rien n'y est rempli. */
    public static boolean vierge(String sha256) {
        return VIERGES.contains(sha256);
    }

    /** Celles que l'on peut nommer, par ordre alphabétique. */
    static List<String> noms() {
        return PAR_NOM.keySet().stream().sorted().toList();
    }

    public String extension() {
        return fichier.substring(fichier.lastIndexOf('.') + 1);
    }

    private static Map<String, Trame> livrees() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(LIVREES))
                    .map(Trame::lire)
                    .collect(Collectors.toUnmodifiableMap(Trame::nom, Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Trame lire(Resource livree) {
        try {
            return new Trame(String.valueOf(livree.getFilename()), livree.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String nom() {
        return fichier.substring(0, fichier.lastIndexOf('.'));
    }
}
