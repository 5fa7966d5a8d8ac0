package fr.convergence.murs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.acte.Acte;
import fr.convergence.portail.acte.CodeDEtat;
import fr.convergence.socle.personne.EtatDePersonne;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Ce qui a un code ne l'écrit qu'une fois : le code d'un acte dans sa table, celui d'un état dans son énumération. */
final class UnSeulCodeTest {

    private static final List<Path> SOURCES = List.of(
            Path.of("src/main/java"),
            Path.of("../socle/src/main/java"),
            Path.of("../demonstration/src/main/java"),
            Path.of("../mesures/src/main"));

    /** « connexion » est aussi un mot de tous les jours : seuls les codes de deux mots se reconnaissent. */
    private static final Pattern ACTE = ecrit(Acte.codes().stream().filter(code -> code.contains("-")));

    private static final Pattern ETAT = ecrit(Arrays.stream(CodeDEtat.values()).map(Enum::name));

    private static final Pattern ETAT_DE_COMPTE =
            ecrit(Arrays.stream(EtatDePersonne.Code.values()).map(Enum::name));

    /** Un établissement du registre et un fichier ont leur état à eux ; le portail nu du banc, sa table. */
    private static final List<String> A_PART =
            List.of("fr/convergence/portail/registre/", "fr/convergence/socle/fichier/", "PortailNu.java");

    @Test
    void le_code_d_un_acte_ne_s_ecrit_que_dans_sa_table() throws IOException {
        assertThat(fautifs(ACTE)).allMatch(faute -> faute.startsWith("CodesDesActes"));
        assertThat(ACTE.matcher("journal.ecrire(chaine, qui, \"etape-transmise\")")
                        .find())
                .as("témoin")
                .isTrue();
    }

    @Test
    void le_code_d_un_etat_ne_s_ecrit_que_dans_son_enumeration() throws IOException {
        assertThat(fautifs(ETAT)).isEmpty();
        assertThat(ETAT.matcher("where etat = 'A_MODIFIER'").find())
                .as("témoin")
                .isTrue();
    }

    @Test
    void le_code_d_un_etat_de_compte_ne_s_ecrit_que_dans_son_enumeration() throws IOException {
        assertThat(fautifs(ETAT_DE_COMPTE)).isEmpty();
        assertThat(ETAT_DE_COMPTE.matcher("where etat <> 'SUPPRIME'").find())
                .as("témoin")
                .isTrue();
    }

    private static Pattern ecrit(Stream<String> codes) {
        return Pattern.compile("[\"'](?:" + codes.collect(Collectors.joining("|")) + ")[\"']");
    }

    private static List<String> fautifs(Pattern code) throws IOException {
        var fautifs = new ArrayList<String>();
        for (var racine : SOURCES) {
            try (var fichiers = Files.walk(racine)) {
                for (var fichier : fichiers.filter(UnSeulCodeTest::source).toList()) {
                    code.matcher(Files.readString(fichier))
                            .results()
                            .forEach(trouve -> fautifs.add(fichier.getFileName() + " : " + trouve.group()));
                }
            }
        }
        return fautifs;
    }

    private static boolean source(Path fichier) {
        var nom = fichier.toString();
        return Stream.of(".java", ".jte", ".sql").anyMatch(nom::endsWith)
                && A_PART.stream().noneMatch(nom::contains);
    }
}
