package fr.convergence.socle.contenu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import fr.convergence.socle.lecture.Compose;
import fr.convergence.socle.lecture.Compose.Rubrique;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Les modules de macros ([MS-OVBA] §2.3 et §2.4.1) : un document garde souvent, sans une ligne de code, ceux que son logiciel
 * y avait préparés, et s'ouvre alors sans avertissement.
 */
final class ProjetVba {

    /** Ce que le logiciel écrit de lui-même dans une ligne ; au-delà, quelqu'un a écrit. */
    private static final Pattern SANS_CODE = Pattern.compile("(?i)\\s*(Attribute\\s.*|Option\\s.*|'.*)?\\x00*");

    /** Le code préparé d'un module vide tient dans un kilooctet ; un plus long pourrait s'exécuter sans sa source. */
    private static final int PREPARE_MAX = 1200;

    private static final int SOURCE_MAX = 64 * 1024;

    /** Ce qui accompagne les modules dans un projet. */
    private static final Set<String> ANNEXES = Set.of("dir", "_vba_project", "project", "projectwm", "projectlk");

    private static final String EXECUTABLE = "__srp_";
    private static final int EXECUTABLE_MAX = 3000;

    private ProjetVba() {}

    /** Vrai si aucun projet de ce fichier n'a de code ni de formulaire ; faux au moindre doute. */
    static boolean sansCode(Compose compose) throws IOException {
        var modules = 0;
        for (var rubrique : compose.rubriques()) {
            var dossiers = List.of(rubrique.chemin().split("/"));
            if (dossiers.stream().noneMatch(ControleCfb.MACROS::contains)) {
                continue;
            }
            var module = !rubrique.dossier()
                    && dossiers.size() > 1
                    && dossiers.get(dossiers.size() - 2).equals("vba");
            if (annexe(rubrique)) {
                continue;
            }
            if (!module || !moduleVide(compose.debut(rubrique, SOURCE_MAX))) {
                return false;
            }
            modules++;
        }
        return modules > 0;
    }

    private static boolean annexe(Rubrique rubrique) {
        return rubrique.dossier()
                ? ControleCfb.MACROS.contains(rubrique.nom())
                : ANNEXES.contains(rubrique.nom())
                        || rubrique.nom().startsWith(EXECUTABLE) && rubrique.taille() <= EXECUTABLE_MAX;
    }

    /** Vrai d'un module sans code ; faux au moindre doute. */
    static boolean moduleVide(byte[] module) {
        return source(module)
                .filter(texte ->
                        texte.lines().allMatch(ligne -> SANS_CODE.matcher(ligne).matches()))
                .isPresent();
    }

    /** La source commence au dernier conteneur qui s'ouvre sur « Attribut » : ce qui précède est le code préparé. */
    private static Optional<String> source(byte[] module) {
        for (var i = 0; i + 12 < module.length && i <= PREPARE_MAX; i++) {
            // Un octet de drapeaux, nul, sépare les deux premiers signes du reste : « \1 x x \0 A t t r i b u t ».
            if (module[i] == 1
                    && module[i + 3] == 0
                    && new String(module, i + 4, 8, ISO_8859_1).equalsIgnoreCase("Attribut")) {
                return decompresser(module, i + 1);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> decompresser(byte[] octets, int depuis) {
        var clair = new ByteArrayOutputStream();
        var position = depuis;
        while (position + 2 <= octets.length && clair.size() < SOURCE_MAX) {
            var entete = octets[position] & 0xFF | (octets[position + 1] & 0xFF) << 8;
            var fin = Math.min(octets.length, position + (entete & 0x0FFF) + 3);
            if ((entete >> 12) != 0xB || !morceau(octets, position + 2, fin, clair)) {
                return Optional.empty();
            }
            position = fin;
        }
        return clair.size() < SOURCE_MAX ? Optional.of(clair.toString(ISO_8859_1)) : Optional.empty();
    }

    private static boolean morceau(byte[] octets, int debut, int fin, ByteArrayOutputStream clair) {
        var local = new byte[4096 + 64];
        var n = 0;
        var position = debut;
        while (position < fin) {
            var drapeaux = octets[position++];
            for (var bit = 0; bit < 8 && position < fin; bit++) {
                if (n >= 4096) {
                    return false;
                }
                if ((drapeaux >> bit & 1) == 0) {
                    local[n++] = octets[position++];
                    continue;
                }
                if (position + 1 >= fin) {
                    return false;
                }
                var renvoi = octets[position] & 0xFF | (octets[position + 1] & 0xFF) << 8;
                position += 2;
                var bits = Math.max(4, 32 - Integer.numberOfLeadingZeros(Math.max(1, n - 1)));
                var longueur = (renvoi & 0xFFFF >> bits) + 3;
                var recul = (renvoi >> 16 - bits) + 1;
                if (recul > n || n + longueur > 4096) {
                    return false;
                }
                for (var i = 0; i < longueur; i++) {
                    local[n] = local[n - recul];
                    n++;
                }
            }
        }
        clair.write(local, 0, n);
        return true;
    }
}
