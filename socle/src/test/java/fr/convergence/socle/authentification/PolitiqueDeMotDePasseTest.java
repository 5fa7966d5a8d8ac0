package fr.convergence.socle.authentification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.convergence.socle.page.Message;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("INS-3")
class PolitiqueDeMotDePasseTest {

    private static final PolitiqueDeMotDePasse POLITIQUE = new PolitiqueDeMotDePasse();
    private static final List<String> CLAIRE =
            List.of("Claire", "Martin-Dubœuf", "cmartin34", "claire.martin@chu-montpellier.fr", "CHU MONTPELLIER");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x7$Kq!2mVz#w", // douze signes de quatre familles
                "gK7vTq2mWz8rXp", // quatorze de trois
                "girafe mauve trempee sous le volet", // une phrase
                "Ma tarentule préfère 3 ficelles !",
                "żółw idzie spać Wcześnie 7"
            })
    void un_bon_mot_de_passe_est_accepte(String clair) {
        var examen = POLITIQUE.examiner(clair, CLAIRE);
        assertThat(examen.raisons()).isEmpty();
        assertThat(examen.force()).isBetween(3, 4);
    }

    @ParameterizedTest
    @CsvSource({
        "Motdepasse2026!, courant",
        "M0tDeP@sse2026, courant",
        "Mot-De-Passe!1, courant",
        "Azertyuiop12!, courant",
        "Azertyuiop&é12, previsible",
        "Convergence2026!, courant",
        "HospiConnect#1, courant",
        "Convergénce34!!, courant",
        "password1234, courant",
        "Marseille13!!, courant",
        "aqwzsxEDC123!, courant",
        "Soleil123Soleil!, courant",
        "Aa1!Aa1!Aa1!Aa1!, previsible",
        "aaaaaaaaaaaaaaaaaaaaaaaa, previsible",
        "Qsdfghjklm123!, courant",
        "Quatre-tasses-de-the-2026, publie",
        "Quatre-tasses-de-the-2027, publie",
        "Quatre-tasses-de-the, publie",
        "Quatre-tasses-de, publie",
        "Quatre-tasse, publie",
        "Quatre-tas1!, publie",
        "quatre tasses de cafe noir, publie",
        "Qu4tre-T@sses-2026, publie",
        "Azsqdfezrt12!, previsible",
        "1qaz2WSX3edc!, courant",
        "!QAZ2wsx#EDC4rfv, courant",
        "Zaq12wsxCDE3, courant",
        "'Wxcvbn,;:!2026', previsible",
        "Mlkjhgfdsq*12A, previsible",
        "Qwertyuiop[]1A, previsible",
        "Poiuytreza#99A, previsible",
        "1AQW2zsx3EDC!, courant"
    })
    void un_mot_de_passe_que_d_autres_devinent_est_refuse(String clair, String raison) {
        var examen = POLITIQUE.examiner(clair, CLAIRE);
        assertThat(noms(examen)).contains(raison);
        assertThat(examen.force()).isLessThan(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Claire#82kVq!zP",
                "x9-MARTIN-Kq7$v",
                "kq7$CMartin34vX!",
                "zX9$duboeuf7!Kq",
                "q7$Mart1n#kVz9L",
                "vX!cl@ire7$Kq9Z"
            })
    void ce_qui_vient_de_la_personne_est_refuse(String clair) {
        assertThat(noms(POLITIQUE.examiner(clair, CLAIRE))).contains("personnel");
        assertThat(noms(POLITIQUE.examiner(clair, List.of()))).doesNotContain("personnel");
    }

    @Test
    void les_touches_voisines_du_clavier_francais_se_devinent() {
        var devinette = new Devinette();
        assertThat(devinette.force("&é\"'(-è_çà)=", List.of())).isLessThan(3);
        assertThat(devinette.force("àçè_-é'&\"(", List.of())).isGreaterThan(2);
    }

    @Test
    void un_nom_tres_court_peut_se_trouver_dans_un_bon_mot_de_passe() {
        assertThat(POLITIQUE
                        .examiner("x7$Kqlea!2mVz#w", List.of("Léa", "Li", ""))
                        .accepte())
                .isTrue();
    }

    @Test
    void trop_court_ou_trop_simple_est_dit_avec_ce_qui_manque() {
        assertThat(POLITIQUE.examiner("x7$Kq!2mVz#", CLAIRE).raisons())
                .containsExactly(new Message("authentification.mot_de_passe.trop_court", 12, 11));
        assertThat(noms(POLITIQUE.examiner("gkvtqmwzrxpjh", CLAIRE))).containsExactly("trop_simple");
        assertThat(noms(POLITIQUE.examiner("gK7vTq2mWz8rX", CLAIRE))).containsExactly("trop_simple");
        assertThat(noms(POLITIQUE.examiner("", CLAIRE))).contains("trop_court");
        assertThat(noms(POLITIQUE.examiner("é".repeat(129), CLAIRE))).containsExactly("trop_long");
        assertThat(noms(POLITIQUE.examiner("🦒".repeat(128), CLAIRE))).doesNotContain("trop_long");
    }

    @Test
    void l_entropie_est_celle_que_compte_la_cnil() {
        assertThat(PolitiqueDeMotDePasse.entropie("aaaaaaaaaaaaaa")).isCloseTo(65.8, within(0.1));
        assertThat(PolitiqueDeMotDePasse.entropie("aaaaaaaaaaaA1")).isCloseTo(77.4, within(0.1));
        assertThat(PolitiqueDeMotDePasse.entropie("aaaaaaaaaaaaA1")).isCloseTo(83.4, within(0.1));
        assertThat(PolitiqueDeMotDePasse.entropie("")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4@8({[<369!1|0$5+7%2",
                "4@8({[<369!1|0$5+7%2z",
                "0123456789@$!",
                "a1b2c3",
                "12/11/1999",
                "qwerty",
                "\u0000",
                "a\u0301",
                "ﬃ",
                "🦒"
            })
    void un_mot_de_passe_hostile_ne_coute_pas_une_seconde(String motif) {
        var debut = System.nanoTime();
        POLITIQUE.examiner(motif.repeat(128).substring(0, 128), List.of(motif.repeat(50), "x".repeat(300)));
        assertThat(Duration.ofNanos(System.nanoTime() - debut)).isLessThan(Duration.ofSeconds(2));
    }

    @Property(tries = 200)
    void aucun_texte_ne_fait_tomber_l_examen(
            @ForAll @StringLength(max = 200) String clair, @ForAll @StringLength(max = 60) String indice)
            throws IOException {
        var textes = textes();
        assertThat(POLITIQUE.examiner(clair, List.of(indice)).raisons())
                .allSatisfy(raison -> assertThat(textes).containsKey(raison.cle()));
    }

    private static List<String> noms(ExamenDeMotDePasse examen) {
        return examen.raisons().stream()
                .map(raison -> raison.cle().substring("authentification.mot_de_passe.".length()))
                .toList();
    }

    private static Properties textes() throws IOException {
        var textes = new Properties();
        try (var flux = new InputStreamReader(
                PolitiqueDeMotDePasse.class.getResourceAsStream("textes.properties"), StandardCharsets.UTF_8)) {
            textes.load(flux);
        }
        return textes;
    }
}
