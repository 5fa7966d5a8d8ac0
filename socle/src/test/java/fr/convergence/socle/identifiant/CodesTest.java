package fr.convergence.socle.identifiant;

import static fr.convergence.socle.identifiant.Lectures.lue;
import static fr.convergence.socle.identifiant.Lectures.refusee;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {

    @ParameterizedTest
    @ValueSource(strings = {"OCC-04", "occ-04", "OCC04", "occ 4", "OCC\u201304", " OCC - 04 "})
    void un_code_de_ght_s_ecrit_de_plusieurs_facons(String saisie) {
        var code = lue(CodeGht.lire(saisie));
        assertThat(code).hasToString("OCC-04");
        assertThat(code.region()).isEqualTo(Region.OCCITANIE);
    }

    @Test
    void un_code_de_ght_faux_dit_ce_qui_est_faux() {
        refusee(CodeGht.lire(null), "identifiant.vide");
        refusee(CodeGht.lire("OCC"), "identifiant.code_ght.forme");
        refusee(CodeGht.lire("OCC-00"), "identifiant.code_ght.forme");
        refusee(CodeGht.lire("OCC-004"), "identifiant.code_ght.forme");
        refusee(CodeGht.lire("ZZZ-01"), "identifiant.code_ght.region", "ZZZ");
        assertThatThrownBy(() -> new CodeGht("OCC04")).isInstanceOf(IdentifiantRefuse.class);
    }

    @Test
    void une_reference_est_faite_de_dix_capitales() {
        assertThat(lue(ReferenceDeDossier.lire("kvtuj pddbl"))).isEqualTo(new ReferenceDeDossier("KVTUJPDDBL"));
        refusee(ReferenceDeDossier.lire("RUZOSAPWC"), "identifiant.reference.longueur", 9);
        refusee(ReferenceDeDossier.lire("KVTUJPDDB1"), "identifiant.reference.forme");
        refusee(ReferenceDeDossier.lire("KVTUJPDDBÉ"), "identifiant.reference.forme");
        assertThatThrownBy(() -> new ReferenceDeDossier("kvtujpddbl")).isInstanceOf(IdentifiantRefuse.class);
    }

    @Test
    void les_references_tirees_emploient_toutes_les_lettres_et_different() {
        var hasard = new Random(7);
        var tirees = new HashSet<ReferenceDeDossier>();
        var lettres = new HashSet<Integer>();
        for (int i = 0; i < 10_000; i++) {
            var reference = ReferenceDeDossier.nouvelle(hasard);
            tirees.add(reference);
            reference.valeur().chars().forEach(lettres::add);
        }
        assertThat(tirees).hasSize(10_000);
        assertThat(lettres).hasSize(26);
        assertThat(ReferenceDeDossier.nouvelle()).isNotEqualTo(ReferenceDeDossier.nouvelle());
    }

    @Test
    void dix_huit_regions_et_cent_trois_departements() {
        assertThat(Region.values()).hasSize(18);
        assertThat(Arrays.stream(Region.values()).flatMap(region -> region.departements().stream()))
                .hasSize(96 + 5 + 2) // Saint-Barthélemy et Saint-Martin relèvent de l'ARS de Guadeloupe
                .doesNotHaveDuplicates();
        assertThat(Arrays.stream(Region.values()).map(Region::code)).doesNotHaveDuplicates();
        assertThat(lue(Region.lire("76"))).isEqualTo(Region.OCCITANIE);
        assertThat(Region.OCCITANIE.ars()).isEqualTo("ARS Occitanie");
        assertThat(Region.MAYOTTE.prefixeGht()).isEmpty();
        assertThat(Region.duPrefixeGht("OI")).contains(Region.LA_REUNION);
        assertThat(Region.duPrefixeGht("")).isEmpty();
        refusee(Region.lire("99"), "identifiant.region.inconnue");
    }

    @Test
    void une_civilite_est_lue_par_son_nom_ou_son_libelle() {
        assertThat(lue(Civilite.lire("MADAME"))).hasToString("Madame");
        assertThat(lue(Civilite.lire("Monsieur"))).isEqualTo(Civilite.MONSIEUR);
        refusee(Civilite.lire("Mademoiselle"), "identifiant.civilite.inconnue");
        refusee(Civilite.lire(""), "identifiant.vide");
    }
}
