package fr.convergence.portail.administration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TestDuPortail
@Tag("AUD-1")
final class MotsDuJournalTest {

    /** Un acte est un nom et un participe que sépare un trait d'union. */
    private static final Pattern ACTE = Pattern.compile("\"((?:[a-z]+-)+[a-z]+(?:e|es|ee|ees|i|is|u))\"");

    @Autowired
    MotsDuJournal mots;

    @Test
    void chaque_acte_que_le_code_ecrit_a_ses_mots_et_se_choisit_dans_la_liste() throws IOException {
        var ecrits = actesDuCode();

        assertThat(ecrits).contains("compte-desactive", "piece-deposee", "etape-transmise");
        assertThat(MotsDuJournal.ACTES).containsAll(ecrits).doesNotHaveDuplicates();
        assertThat(MotsDuJournal.ACTES)
                .allSatisfy(acte -> assertThat(mots.acte(acte)).isNotEqualTo(acte.replace('-', ' ')));
        assertThat(mots.actes()).hasSameSizeAs(MotsDuJournal.ACTES);
        assertThat(mots.sortes())
                .allSatisfy(sorte -> assertThat(sorte.libelle()).isNotEqualTo(sorte.valeur()));
    }

    @Test
    void une_ligne_se_lit_en_mots() {
        var claire = UUID.randomUUID();

        assertThat(mots.acte("etape-refusee")).isEqualTo("Étape refusée");
        assertThat(mots.objet("compte/" + claire, Map.of(claire, "Claire Durand")))
                .isEqualTo("Compte – Claire Durand");
        assertThat(mots.objet("ABCDEFGHIJ", Map.of())).isEqualTo("Dossier – ABCDEFGHIJ");
        assertThat(mots.acteur("systeme", Map.of())).isEqualTo("Convergence");
        assertThat(mots.detail(Map.of("de", "EN_VERIFICATION"))).isEqualTo("de : en vérification");
    }

    /** Les actes nommés dans les fichiers qui écrivent au journal, ou dans les décisions. */
    private static Set<String> actesDuCode() throws IOException {
        var actes = new TreeSet<String>();
        try (var fichiers = Files.walk(Path.of("src/main/java"))) {
            for (var fichier :
                    fichiers.filter(f -> f.toString().endsWith(".java")).toList()) {
                var texte = Files.readString(fichier);
                if (texte.contains("journal.ecrire(")
                        || texte.contains("dossiers.passer(")
                        || fichier.endsWith("Decision.java")) {
                    ACTE.matcher(texte).results().map(acte -> acte.group(1)).forEach(actes::add);
                }
            }
        }
        actes.remove("mot-de-passe"); // un moyen de se connecter, qui a la forme d'un acte
        return actes;
    }
}
