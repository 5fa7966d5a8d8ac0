package fr.convergence.socle.identifiant;

import static fr.convergence.socle.identifiant.Lectures.lue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.convergence.socle.page.Typographie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Les identifiants publiés par FINESS, quand le jeu de référence est posé à côté du dépôt. */
class ReferentielFinessTest {

    private static Path dossier;

    @BeforeAll
    static void chercher_le_jeu_de_reference() {
        var trouve = Stream.iterate(Path.of("").toAbsolutePath(), courant -> courant != null, Path::getParent)
                .map(courant -> courant.resolve("shared/data/finess"))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(trouve.isPresent(), "le jeu de référence FINESS (../shared/data/finess) est absent");
        dossier = trouve.orElseThrow();
    }

    @Test
    void toutes_les_cles_des_entites_juridiques_sont_justes() {
        var entites = lignes("entites_juridiques.csv");
        tous(entites, "finess_ej", Finess::lire);
        tous(entites, "siren", Siren::lire);
        tous(entites, "code_ght", CodeGht::lire);
    }

    @Test
    void toutes_les_cles_des_entites_geographiques_sont_justes() {
        var entites = lignes("entites_geographiques.csv");
        tous(entites, "finess_et", Finess::lire);
        tous(entites, "finess_ej", Finess::lire);
        // 69 lignes y portent le SIREN seul
        tous(entites, "siret", texte -> texte.length() == 9 ? Siren.lire(texte) : Siret.lire(texte));
    }

    @Test
    void la_region_d_un_finess_est_celle_que_publie_le_referentiel() {
        var autres = lignes("entites_juridiques.csv").stream()
                .filter(entite -> !entite.get("region_insee").isEmpty())
                .filter(entite -> !lue(Finess.lire(entite.get("finess_ej")))
                        .region()
                        .map(Region::code)
                        .equals(Optional.of(entite.get("region_insee"))))
                .map(entite -> entite.get("finess_ej"));
        assertThat(autres).containsExactly("970407250"); // immatriculée à La Réunion, établie à Mayotte
    }

    @Test
    void les_regions_du_code_sont_celles_du_fichier() {
        var regions = lignes("regions_ars.csv");
        assertThat(regions).hasSameSizeAs(Region.values()).allSatisfy(ligne -> {
            var region = lue(Region.lire(ligne.get("code_insee")));
            assertThat(region.nom()).isEqualTo(Typographie.composer(ligne.get("region")));
            assertThat(region.prefixeGht().orElse("")).isEqualTo(ligne.get("prefixe_code_ght"));
            assertThat(region.ars()).isEqualTo(Typographie.composer(ligne.get("ars")));
            assertThat(String.join(" ", region.departements())).isEqualTo(ligne.get("departements"));
        });
        assertThat(lignes("ght.csv"))
                .allSatisfy(ght -> assertThat(
                                lue(CodeGht.lire(ght.get("code_ght"))).region().code())
                        .isEqualTo(ght.get("region_insee")));
    }

    private static void tous(List<Map<String, String>> lignes, String colonne, Function<String, Lecture<?>> lecture) {
        var valeurs = lignes.stream()
                .map(ligne -> ligne.get(colonne))
                .filter(v -> !v.isEmpty())
                .toList();
        assertThat(valeurs).as(colonne).hasSizeGreaterThan(lignes.size() / 5);
        assertThat(valeurs.stream().filter(v -> lecture.apply(v).siLue().isEmpty()))
                .as(colonne)
                .isEmpty();
    }

    private static List<Map<String, String>> lignes(String fichier) {
        try {
            var lignes = Files.readAllLines(dossier.resolve(fichier));
            var colonnes = lignes.getFirst().split(";");
            return lignes.stream().skip(1).map(ligne -> ligne(colonnes, ligne)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Le point-virgule ne coupe pas un champ entre guillemets. */
    private static Map<String, String> ligne(String[] colonnes, String ligne) {
        var champs = Arrays.stream(ligne.split(";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                .toList();
        var valeurs = new HashMap<String, String>();
        for (int i = 0; i < colonnes.length; i++) {
            valeurs.put(colonnes[i], champs.get(i));
        }
        return valeurs;
    }
}
