package fr.convergence.socle.identifiant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Toutes les lectures, devant ce qu'un formulaire public reçoit. */
class SaisiesHostilesTest {

    private static final Map<String, Function<String, Lecture<?>>> LECTURES = Map.ofEntries(
            Map.entry("finess", Finess::lire),
            Map.entry("siren", Siren::lire),
            Map.entry("siret", Siret::lire),
            Map.entry("iban", Iban::lire),
            Map.entry("bic", Bic::lire),
            Map.entry("telephone", Telephone::lire),
            Map.entry("adresse", AdresseElectronique::lire),
            Map.entry("ght", CodeGht::lire),
            Map.entry("reference", ReferenceDeDossier::lire),
            Map.entry("civilite", Civilite::lire),
            Map.entry("region", Region::lire));

    private static final List<String> HOSTILES = List.of(
            "x".repeat(300),
            "1".repeat(300),
            "A".repeat(1_000_000),
            "@".repeat(300),
            "<script>alert(1)</script>",
            "' OR 1=1 --",
            "\u0000",
            "\ud83d\udc7e\ud83d\udc7e",
            "١٢٣٤٥٦٧٨٩",
            "../../etc/passwd",
            "${jndi:ldap://x}",
            "FR76\r\nX: y");

    private final Properties textes = textes();

    @Test
    void une_saisie_hostile_est_refusee_avec_un_texte_qui_existe() {
        LECTURES.forEach((nom, lecture) -> HOSTILES.forEach(saisie -> {
            var refus = lecture.apply(saisie).siRefusee();
            assertThat(refus).as(nom).isPresent();
            assertThat(textes).as(nom).containsKey(refus.get().cle());
        }));
    }

    @Property(tries = 500)
    void aucune_saisie_ne_fait_tomber_une_lecture(@ForAll String saisie) {
        LECTURES.forEach((nom, lecture) -> lecture.apply(saisie)
                .siRefusee()
                .ifPresent(refus -> assertThat(texte(refus)).as(nom).doesNotContain("{0}", "{1}", "{2}")));
    }

    @Test
    void rien_de_saisi_est_dit_de_la_meme_facon_partout() {
        LECTURES.forEach((nom, lecture) -> assertThat(lecture.apply("\u00a0 \t").siRefusee())
                .as(nom)
                .contains(RefusDeLecture.de("identifiant.vide")));
    }

    private String texte(RefusDeLecture refus) {
        var texte = textes.getProperty(refus.cle());
        for (int i = 0; i < refus.arguments().size(); i++) {
            texte = texte.replace(
                    "{" + i + "}", String.valueOf(refus.arguments().get(i)));
        }
        return texte;
    }

    private static Properties textes() {
        var textes = new Properties();
        try (var flux =
                new InputStreamReader(Finess.class.getResourceAsStream("textes.properties"), StandardCharsets.UTF_8)) {
            textes.load(flux);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return textes;
    }
}
