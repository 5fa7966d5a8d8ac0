package fr.convergence.socle.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TypographieTest {

    @Test
    void les_signes_doubles_les_guillemets_et_les_unites_retiennent_leur_espace() {
        assertThat(rendu("Mot de passe oublié ?")).isEqualTo("Mot de passe oublié~?");
        assertThat(rendu("Reçu : 10 % ; 39 € !")).isEqualTo("Reçu~: 10~%~; 39~€~!");
        assertThat(rendu("La vue « {0} » est retirée : voyez {1} !"))
                .isEqualTo("La vue «~{0}~» est retirée~: voyez {1}~!");
        assertThat(rendu("Candidature n° {0} du n° 12, n° {{reference}}"))
                .isEqualTo("Candidature n°~{0} du n°~12, n°~{{reference}}");
        assertThat(rendu("N° de téléphone")).isEqualTo("N° de téléphone");
        assertThat(rendu("Vraiment ?! Et « pourquoi » ?")).isEqualTo("Vraiment~?! Et «~pourquoi~»~?");
        assertThat(rendu("Un mot **gras :** et {{nom}} :")).isEqualTo("Un mot **gras~:** et {{nom}}~:");
    }

    @Test
    void l_apostrophe_est_partout_la_meme() {
        assertThat(rendu("L'ARS et l’ANS d'aujourd'hui")).isEqualTo("L’ARS et l’ANS d’aujourd’hui");
        assertThat(rendu("l'« avis » de l'**ARS**, d'{0} à l'{{etape}}"))
                .isEqualTo("l’«~avis~» de l’**ARS**, d’{0} à l’{{etape}}");
        assertThat(rendu("jusqu'<strong>ici</strong>, jusqu'[ici](/aide)"))
                .isEqualTo("jusqu’<strong>ici</strong>, jusqu’[ici](/aide)");
    }

    @Test
    void ce_qui_n_est_pas_une_ponctuation_ne_bouge_pas() {
        for (var texte : List.of(
                "le 3 mars à 14:03",
                "https://convergence.example/dossiers?tri=nom;x=1",
                "Taille < {0}",
                "{0} {1}",
                "<a title=\"Pourquoi ? « ici »\">",
                "{{ ! un commentaire }}",
                "grep ?page=2 :focus %d",
                "https://convergence.example/l'aide",
                "<a title=\"Qu'est-ce ?\" href='x'>",
                "{{ d'une }}",
                "type == 'GHT' && ville == 'Apt'",
                "- premier\n- second\n\n    code",
                " : en tête",
                "deux  : espaces")) {
            assertThat(Typographie.composer(texte)).isEqualTo(texte);
        }
    }

    @Property
    void refaire_ne_change_plus_rien(@ForAll("phrases") String texte) {
        var fait = Typographie.composer(texte);
        assertThat(Typographie.composer(fait)).isEqualTo(fait);
    }

    @Property
    void seules_des_espaces_et_des_apostrophes_changent(@ForAll("phrases") String texte) {
        assertThat(duClavier(Typographie.composer(texte))).isEqualTo(duClavier(texte));
    }

    @Property
    void une_adresse_une_balise_une_variable_restent_entieres(
            @ForAll("phrases") String avant, @ForAll("intouchables") String garde, @ForAll("phrases") String apres) {
        // Une balise ouverte avant ou une fermée après changerait ce que « garde » est.
        var texte = avant.replaceAll("[<>{}]", "") + garde + apres.replaceAll("[<>{}]", "");
        assertThat(Typographie.composer(texte)).contains(garde);
    }

    @Provide
    Arbitrary<String> phrases() {
        return Arbitraries.of(
                        " ", " ", " ", "\u00a0", "a", "É", "7", ":", ";", "?", "n°", "!", "%", "€", "«", "»", "<", ">",
                        "{", "}", "/", "\"", "\n", "$", "\\", ".", "'", "’")
                .list()
                .ofMaxSize(30)
                .map(signes -> String.join("", signes));
    }

    @Provide
    Arbitrary<String> intouchables() {
        var adresses = Combinators.combine(
                        Arbitraries.of("https://", "http://"),
                        Arbitraries.strings().withChars("abc./?:;!%=&'").ofMaxLength(12))
                .as((protocole, suite) -> protocole + "x" + suite);
        return Arbitraries.oneOf(
                adresses,
                Arbitraries.of("14:03", "{0}", "{1}", "{{ a ? b }}", "<a title=\"« non » ?\">", "</p>", "/a?b=1"));
    }

    private static String duClavier(String texte) {
        return texte.replace('\u00a0', ' ').replace('’', '\'');
    }

    private static String rendu(String texte) {
        return Typographie.composer(texte).replace('\u00a0', '~');
    }
}
