package fr.convergence.socle.identifiant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IdentifiantNationalTest {

    /** Ceux d'organismes connus, tels que leurs registres les publient. */
    @ParameterizedTest
    @CsvSource({
        "SIREN, 732 829 320, 732829320",
        "SIREN, SIREN 732829320, 732829320",
        "BCE, 0202.239.951, 0202239951",
        "IDE, CHE-116.281.710, CHE116281710",
        "PARTITA_IVA, 00743110157, 00743110157",
        "NIPC, 500 697 256, 500697256",
        "LEI, 969500DPS6H4R2EWOF30, ",
        "KVK, 33011433, 33011433",
        "COMPANY_NUMBER, sc095237, SC095237",
        "HANDELSREGISTER, HRB 6684 München, HRB6684MÜNCHEN",
        "RNA, W751080001, W751080001"
    })
    void un_identifiant_juste_se_lit_avec_ses_ornements(TypeIdentifiant type, String saisie, String attendu) {
        var lu = IdentifiantNational.lire(type, saisie).siLue().map(IdentifiantNational::valeur);
        if (attendu == null) {
            assertThat(lu).as("clé fausse").isEmpty();
        } else {
            assertThat(lu).contains(attendu);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SIREN, 732829321",
        "BCE, 0202239952",
        "IDE, CHE116281711",
        "PARTITA_IVA, 00743110158",
        "NIPC, 500697257"
    })
    void un_chiffre_faux_se_voit_a_la_cle(TypeIdentifiant type, String saisie) {
        assertThat(IdentifiantNational.lire(type, saisie)).isInstanceOf(Lecture.Refusee.class);
    }

    @Test
    void la_cle_d_un_lei_est_celle_de_l_iso() {
        var sansCle = "969500TESTESSAI000";
        var justes = 0;
        for (var cle = 2; cle <= 98; cle++) {
            justes += IdentifiantNational.lire(TypeIdentifiant.LEI, sansCle + "%02d".formatted(cle)).siLue().stream()
                    .toList()
                    .size();
        }
        assertThat(justes).isEqualTo(1);
    }

    @Test
    void rien_se_dit_a_renseigner() {
        assertThat(IdentifiantNational.lire(TypeIdentifiant.AUTRE, " ")
                        .siRefusee()
                        .orElseThrow()
                        .cle())
                .isEqualTo("identifiant.vide");
    }
}
