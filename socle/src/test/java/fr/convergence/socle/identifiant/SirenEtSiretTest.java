package fr.convergence.socle.identifiant;

import static fr.convergence.socle.identifiant.Lectures.avecUnAutreChiffre;
import static fr.convergence.socle.identifiant.Lectures.lue;
import static fr.convergence.socle.identifiant.Lectures.orne;
import static fr.convergence.socle.identifiant.Lectures.refusee;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SirenEtSiretTest {

    @Test
    void un_siret_contient_son_siren() {
        var siret = new Siret("73282932000074");
        assertThat(siret.siren()).isEqualTo(new Siren("732829320"));
        assertThat(siret.affichage()).isEqualTo("732 829 320 00074");
        assertThat(siret).hasToString("73282932000074");
    }

    @Test
    void une_saisie_fausse_dit_ce_qui_est_faux() {
        refusee(Siren.lire(""), "identifiant.vide");
        refusee(Siren.lire("7328293X0"), "identifiant.siren.forme");
        refusee(Siren.lire("73282932"), "identifiant.siren.longueur", 8);
        refusee(Siren.lire("732829321"), "identifiant.siren.cle");
        refusee(Siret.lire("7328293200007"), "identifiant.siret.longueur", 13);
        refusee(Siret.lire("73282932100074"), "identifiant.siret.siren");
        refusee(Siret.lire("73282932000075"), "identifiant.siret.cle");
        refusee(Siret.lire("<script>alert(1)</script>"), "identifiant.siret.forme");
        assertThatThrownBy(() -> new Siren("732829321")).isInstanceOf(IdentifiantRefuse.class);
        assertThatThrownBy(() -> new Siret("73282932000075")).isInstanceOf(IdentifiantRefuse.class);
    }

    @Test
    void les_etablissements_de_la_poste_ont_leur_propre_cle() {
        assertThat(lue(Siret.lire("356 000 000 00048"))).isEqualTo(new Siret("35600000000048"));
        assertThat(lue(Siret.lire("35600000009075")).siren()).isEqualTo(new Siren("356000000"));
        refusee(Siret.lire("35600000009076"), "identifiant.siret.cle");
        refusee(Siret.lire("73282932000078"), "identifiant.siret.cle"); // somme 45 : la faveur est pour La Poste seule
    }

    @Property
    void un_chiffre_change_fausse_un_siren(
            @ForAll("sirens") Siren siren,
            @ForAll @IntRange(max = 8) int rang,
            @ForAll @IntRange(min = 1, max = 9) int ecart) {
        refusee(Siren.lire(avecUnAutreChiffre(siren.valeur(), rang, ecart)), "identifiant.siren.cle");
    }

    @Property
    void espaces_points_et_traits_sont_sans_effet(
            @ForAll("sirens") Siren siren,
            @ForAll("separateurs") String separateur,
            @ForAll @IntRange(min = 1, max = 4) int pas) {
        assertThat(lue(Siren.lire(orne(siren.valeur(), separateur, pas)))).isEqualTo(siren);
        assertThat(lue(Siren.lire(siren.affichage()))).isEqualTo(siren);
    }

    @Provide
    Arbitrary<Siren> sirens() {
        return Arbitraries.strings()
                .numeric()
                .ofLength(8)
                .map(debut -> IntStream.range(0, 10)
                        .mapToObj(cle -> Siren.lire(debut + cle))
                        .flatMap(lecture -> lecture.siLue().stream())
                        .findFirst()
                        .orElseThrow());
    }

    @Provide
    Arbitrary<String> separateurs() {
        return Arbitraries.of(" ", "\u00a0", "\u202f", ".", "-", "\u2011");
    }
}
