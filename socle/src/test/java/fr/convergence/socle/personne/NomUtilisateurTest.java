package fr.convergence.socle.personne;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Lecture;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sous quel nom l'on se connecte : ce qui s'écrit, ce qui se confond, ce qui ne peut pas passer pour une adresse. */
@Tag("INS-2")
final class NomUtilisateurTest {

    @ParameterizedTest
    @ValueSource(strings = {"abc", "Claire.Martin", "c_martin-2", "007", "a.-_b"})
    void un_nom_qui_s_ecrit(String saisie) {
        assertThat(NomUtilisateur.lire(saisie).siLue()).contains(new NomUtilisateur(saisie));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | identifiant.vide",
                "'' | identifiant.vide",
                "'\u00a0\u200b ' | identifiant.vide",
                "ab | personne.nom-utilisateur.longueur",
                "claire@chu.fr | personne.nom-utilisateur.forme",
                "claire martin | personne.nom-utilisateur.forme",
                ".claire | personne.nom-utilisateur.forme",
                "claire. | personne.nom-utilisateur.forme",
                "-claire | personne.nom-utilisateur.forme",
                "éloïse | personne.nom-utilisateur.forme",
                "claire/martin | personne.nom-utilisateur.forme",
                "supprime:1 | personne.nom-utilisateur.forme"
            })
    void un_nom_refuse_dit_pourquoi(String saisie, String raison) {
        assertThat(refus(saisie)).isEqualTo(raison);
    }

    @Test
    void un_nom_a_de_trois_a_cinquante_signes() {
        assertThat(NomUtilisateur.lire("a".repeat(3)).siLue()).isPresent();
        assertThat(NomUtilisateur.lire("a".repeat(50)).siLue()).isPresent();
        assertThat(refus("a".repeat(51))).isEqualTo("personne.nom-utilisateur.longueur");
        assertThatIllegalArgumentException().isThrownBy(() -> new NomUtilisateur("ab"));
        assertThatIllegalArgumentException().isThrownBy(() -> new NomUtilisateur("a".repeat(51)));
        assertThatIllegalArgumentException().isThrownBy(() -> new NomUtilisateur("a@b"));
    }

    /** Ce qui se colle avec des espaces ou des signes invisibles est le même nom. */
    @Test
    void un_nom_se_lit_sans_ce_qui_ne_se_voit_pas() {
        assertThat(NomUtilisateur.lire("\u00a0claire.martin\u200b\n").siLue())
                .contains(new NomUtilisateur("claire.martin"));
    }

    /** La casse ne distingue personne, ni dans un nom ni dans une adresse ; un nom n'est jamais une adresse. */
    @Property(tries = 300)
    void deux_casses_d_un_meme_nom_se_cherchent_pareil(@ForAll("noms") String nom) {
        var lu = NomUtilisateur.lire(nom).siLue().orElseThrow();
        assertThat(new NomUtilisateur(nom.toUpperCase(Locale.ROOT)).cle()).isEqualTo(lu.cle());
        assertThat(Personnes.cle(nom.toUpperCase(Locale.ROOT))).isEqualTo(lu.cle());
        assertThat(AdresseElectronique.lire(nom).siLue()).isEmpty();
        var adresse = nom.replaceAll("[._-]", "x") + "@chu.example.fr";
        assertThat(Personnes.cle(adresse.toUpperCase(Locale.ROOT)))
                .isEqualTo(new AdresseElectronique(adresse.toLowerCase(Locale.ROOT)).cle());
    }

    @Provide
    Arbitrary<String> noms() {
        return Arbitraries.strings()
                .withChars("abcXYZ019._-")
                .ofMinLength(1)
                .ofMaxLength(48)
                .map(milieu -> "a" + milieu + "Z");
    }

    private static String refus(String saisie) {
        return switch (NomUtilisateur.lire(saisie)) {
            case Lecture.Refusee<NomUtilisateur>(var refus) -> refus.cle();
            case Lecture.Lue<NomUtilisateur> lue -> throw new AssertionError(lue);
        };
    }
}
