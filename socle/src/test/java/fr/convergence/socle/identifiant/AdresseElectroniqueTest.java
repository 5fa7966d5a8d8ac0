package fr.convergence.socle.identifiant;

import static fr.convergence.socle.identifiant.Lectures.lue;
import static fr.convergence.socle.identifiant.Lectures.refusee;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdresseElectroniqueTest {

    @Test
    void le_domaine_est_en_minuscules_et_la_cle_tout_entiere() {
        var adresse = lue(AdresseElectronique.lire("  Claire.Martin@CHU-Montpellier.FR\u00a0"));
        assertThat(adresse).hasToString("Claire.Martin@chu-montpellier.fr");
        assertThat(adresse.partieLocale()).isEqualTo("Claire.Martin");
        assertThat(adresse.domaine()).isEqualTo("chu-montpellier.fr");
        assertThat(adresse.cle()).isEqualTo("claire.martin@chu-montpellier.fr");
    }

    @Test
    void un_domaine_accentue_est_garde_en_ascii() {
        assertThat(lue(AdresseElectronique.lire("dsi@Hôpital.fr"))).hasToString("dsi@xn--hpital-ixa.fr");
        refusee(AdresseElectronique.lire("dsi@straße.de"), "identifiant.adresse_electronique.domaine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.fr",
                "prenom.nom+sante@sante.gouv.fr",
                "o'neil@ch-x.re",
                "a_b%c@1er.sante.fr",
                "x@a.xn--p1ai"
            })
    void les_formes_usuelles_sont_lues(String texte) {
        assertThat(lue(AdresseElectronique.lire(texte))).hasToString(texte);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".a@b.fr",
                "a.@b.fr",
                "a..b@b.fr",
                "é@b.fr",
                "a b@b.fr",
                "\"a\"@b.fr",
                "a\r\nBcc: x@b.fr",
                "@b.fr",
                "<a@b.fr"
            })
    void une_partie_locale_fausse_est_refusee(String texte) {
        refusee(AdresseElectronique.lire(texte), "identifiant.adresse_electronique.locale");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@",
                "a@b",
                "a@b.f",
                "a@-b.fr",
                "a@b-.fr",
                "a@b..fr",
                "a@.fr",
                "a@b_c.fr",
                "a@[127.0.0.1]",
                "a@10.0.0.1",
                "a@b.fr.",
                "a@b.fr>",
                "a@b .fr"
            })
    void un_domaine_faux_est_refuse(String texte) {
        refusee(AdresseElectronique.lire(texte), "identifiant.adresse_electronique.domaine");
    }

    @Test
    void les_longueurs_sont_bornees() {
        refusee(AdresseElectronique.lire(""), "identifiant.vide");
        refusee(AdresseElectronique.lire("a".repeat(300)), "identifiant.adresse_electronique.longueur", 254);
        refusee(AdresseElectronique.lire("a".repeat(65) + "@b.fr"), "identifiant.adresse_electronique.locale");
        refusee(AdresseElectronique.lire("a@" + "b".repeat(64) + ".fr"), "identifiant.adresse_electronique.domaine");
        assertThat(lue(AdresseElectronique.lire("a".repeat(64) + "@" + "b".repeat(63) + ".fr")))
                .isNotNull();
    }

    @Test
    void l_arobase_est_une_et_une_seule() {
        refusee(AdresseElectronique.lire("dsi.chu.fr"), "identifiant.adresse_electronique.arobase");
        refusee(AdresseElectronique.lire("a@b.fr, c@d.fr"), "identifiant.adresse_electronique.arobases");
    }

    @Test
    void le_constructeur_n_accepte_que_la_forme_canonique() {
        assertThatThrownBy(() -> new AdresseElectronique("dsi@CHU.fr"))
                .isInstanceOf(IdentifiantRefuse.class)
                .hasMessageNotContaining("dsi");
    }

    @Property
    void aucune_saisie_ne_fait_tomber_la_lecture(
            @ForAll @StringLength(max = 40) String a, @ForAll @StringLength(max = 300) String b) {
        for (var texte : new String[] {a + "@" + b, a, "x@" + a + ".fr", b + "@x.fr"}) {
            AdresseElectronique.lire(texte)
                    .siLue()
                    .ifPresent(lue -> assertThat(lue(AdresseElectronique.lire(lue.toString())))
                            .isEqualTo(lue));
        }
    }
}
