package fr.convergence.socle.reglage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Un réglage impropre se dit au démarrage, en une ligne qui le nomme. */
final class ControleDesReglagesTest {

    @ParameterizedTest
    @CsvSource({
        "convergence.courriel.adresse, ne-pas-repondre, COURRIEL",
        "convergence.courriel.adresse, '@exemple.fr', COURRIEL",
        "convergence.courriel.reponse-a, 'a@b@c', COURRIEL",
        "convergence.courriel.site, convergence.fr, SITE",
        "convergence.courriel.site, https://convergence.fr/, SITE",
        "convergence.fichiers.antivirus, tcp://clamd, ANTIVIRUS",
        "convergence.fichiers.antivirus, tcp://clamd:99999, ANTIVIRUS",
        "convergence.fichiers.depot, /dev/null/fichiers, DOSSIER",
        "convergence.fichiers.delai-antivirus, une minute, DUREE",
        "convergence.fichiers.delai-antivirus, 0s, DUREE",
        "convergence.fichiers.quota-en-cours, beaucoup, TAILLE",
        "convergence.fichiers.en-cours-max, -1, NOMBRE",
        "convergence.cles.creer, oui, OUI_NON",
        "convergence.cles.fichier, /, FICHIER",
        "spring.mail.port, 70000, PORT",
        "server.port, http, PORT_OU_ZERO",
        "spring.datasource.url, postgresql://base, BASE",
        "convergence.courriel.reponseA, personne, COURRIEL",
    })
    void un_reglage_impropre_se_dit_en_une_ligne_qui_le_nomme(String nom, String valeur, GenreDeReglage genre) {
        assertThat(defauts(Map.of(nom, valeur)))
                .singleElement()
                .asString()
                .contains(valeur)
                .contains(genre.reproche(valeur).orElseThrow())
                .containsIgnoringCase(nom.substring(0, nom.lastIndexOf('.')))
                .doesNotContain("\n");
    }

    @Test
    void un_reglage_que_personne_ne_lit_empeche_de_demarrer() {
        assertThat(defauts(Map.of("convergence.courriel.expediteur", "a@b.fr", "convergence.antivirus", "x")))
                .hasSize(2)
                .allMatch(ligne -> ligne.contains("réglage inconnu"))
                .anyMatch(ligne -> ligne.startsWith("convergence.antivirus "))
                .anyMatch(ligne -> ligne.startsWith("convergence.courriel.expediteur "));
    }

    @Test
    void tous_les_defauts_se_disent_a_la_fois_et_les_reglages_d_autrui_ne_regardent_qu_eux() {
        assertThat(defauts(Map.of(
                        "convergence.courriel.adresse", "a",
                        "convergence.fichiers.antivirus", "b",
                        "logging.level.root", "c")))
                .hasSize(2);
    }

    @Test
    void ce_qui_convient_ne_se_dit_pas() {
        assertThat(defauts(Map.of(
                        "convergence.courriel.adresse", "ne-pas-repondre@exemple.fr",
                        "convergence.courriel.site", "https://convergence.exemple.fr",
                        "convergence.fichiers.antivirus", "unix:/run/clamav/clamd.ctl",
                        "convergence.fichiers.depot", "/tmp",
                        "convergence.fichiers.delaiAntivirus", "PT1M",
                        "convergence.cles.fichier", "donnees/cles.json",
                        "convergence.journal.verifier", "",
                        "server.port", "0")))
                .isEmpty();
    }

    private static List<String> defauts(Map<String, String> reglages) {
        var environnement = new StandardEnvironment();
        environnement.getPropertySources().addFirst(new MapPropertySource("essai", new HashMap<>(reglages)));
        ConfigurationPropertySources.attach(environnement);
        return ControleDesReglages.defauts(environnement, Reglages.lus());
    }
}
