package fr.convergence.isc.kbis;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.isc.kbis.ControleDuKbis.AVerifier;
import fr.convergence.isc.kbis.ControleDuKbis.Conforme;
import fr.convergence.isc.kbis.ControleDuKbis.Doute;
import fr.convergence.isc.kbis.ControleDuKbis.Raison;
import fr.convergence.isc.kbis.ControleDuKbis.Refuse;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Qui peut continuer, qui attend un opérateur, qui est refusé (ISC-4). */
@Tag("ISC-4")
class ControleDuKbisTest {

    private static final LocalDate AUJOURD_HUI = LocalDate.of(2026, 3, 17);

    @ParameterizedTest
    @CsvSource({
        "Pierre-François,Durand",
        "pierre francois,DURAND",
        "Marie,Durand",
        "Pierre-François Marie,Durand",
        "Hélène,de La Tour d’Auvergne",
        "Helene,La Tour Auvergne",
        "Hélène,Le Goff",
        "Hélène,Legoff"
    })
    void le_nom_se_reconnait_sans_ses_accents_ses_traits_d_union_ses_particules(String prenom, String nom) {
        assertThat(controle(Specimens.SAS_EN_COLONNES, prenom, nom)).isInstanceOf(Conforme.class);
    }

    @ParameterizedTest
    @CsvSource({"Sophie,Martin", "Sophie,Durand", "Jean,Pierre", "Pierre,Jean"})
    void un_nom_tout_en_capitales_se_reconnait_de_naissance_d_usage_et_dans_les_deux_ordres(String prenom, String nom) {
        assertThat(controle(Specimens.SASU_SANS_ETIQUETTES, prenom, nom)).isInstanceOf(Conforme.class);
    }

    @ParameterizedTest
    @CsvSource({"Anne-Marie,Lefèvre", "Anne,Lefevre", "Josèphe,Lefèvre", "Jean,du Bois", "Jean,Dubois"})
    void sous_l_etiquette_nom_prenoms_le_nom_vient_d_abord(String prenom, String nom) {
        assertThat(controle(Specimens.SARL_EN_LIGNES, prenom, nom)).isInstanceOf(Conforme.class);
    }

    @ParameterizedTest
    @CsvSource({"Camille,Durand", "Pierre-François,Martin", "Jacques,Moreau", "Adrien,Goff"})
    void qui_n_y_est_pas_est_refuse(String prenom, String nom) {
        assertThat(controle(Specimens.SAS_EN_COLONNES, prenom, nom))
                .isInstanceOfSatisfying(
                        Refuse.class, refus -> assertThat(refus.raison()).isEqualTo(Raison.NOM_ABSENT));
    }

    @ParameterizedTest
    @CsvSource({
        "Pierre,Durand",
        "P.,Durand",
        "Pierre-François,Durand-Martin",
        "Пьер-Франсуа,Дюран",
        "Pierre-Françоis,Durand"
    })
    void ce_qui_ne_se_tranche_pas_va_a_une_personne(String prenom, String nom) {
        assertThat(controle(Specimens.SAS_EN_COLONNES, prenom, nom))
                .isInstanceOfSatisfying(
                        AVerifier.class, doute -> assertThat(doute.doutes()).containsExactly(Doute.NOM));
    }

    @Test
    void un_membre_qui_n_engage_pas_l_entreprise_va_a_une_personne() {
        assertThat(controle(Specimens.SA_SUR_DEUX_PAGES, "Odile", "Grand"))
                .isInstanceOfSatisfying(
                        AVerifier.class, doute -> assertThat(doute.doutes()).containsExactly(Doute.QUALITE));
        assertThat(controle(Specimens.SA_SUR_DEUX_PAGES, "Claire", "Dupont")).isInstanceOf(Conforme.class);
    }

    @Test
    void un_commissaire_aux_comptes_ni_un_associe_ne_sont_des_mandataires() {
        assertThat(controle(Specimens.SA_SUR_DEUX_PAGES, "Paul", "Contrôle")).isNotInstanceOf(Conforme.class);
        assertThat(controle(Specimens.SCI_QUALITE_APRES, "Yann", "Perdrix")).isNotInstanceOf(Conforme.class);
    }

    @ParameterizedTest
    @CsvSource({
        "12 janvier 2026,2026-04-12,true",
        "12 janvier 2026,2026-04-13,false",
        "30 novembre 2025,2026-02-28,true",
        "30 novembre 2025,2026-03-01,false"
    })
    void trois_mois_se_comptent_au_calendrier_et_un_jour_de_plus_est_de_trop(
            String date, LocalDate jour, boolean recevable) {
        var controle = ControleDuKbis.de(
                LectureDeKbis.lire(UnKbis.pdf(Specimens.SAS_EN_COLONNES.replace("12 janvier 2026", date))),
                "Pierre-François",
                "Durand",
                jour);

        assertThat(controle instanceof Conforme).isEqualTo(recevable);
        if (!recevable) {
            assertThat(((Refuse) controle).raison()).isEqualTo(Raison.TROP_ANCIEN);
        }
    }

    @Test
    void un_extrait_date_de_demain_ou_d_une_entreprise_radiee_va_a_une_personne() {
        assertThat(controle(Specimens.SAS_EN_COLONNES.replace("12 janvier", "18 mars"), "Marie", "Durand"))
                .isInstanceOfSatisfying(
                        AVerifier.class, doute -> assertThat(doute.doutes()).containsExactly(Doute.DATE));
        assertThat(controle(Specimens.SAS_EN_COLONNES + "Radiée le 01/02/2026\n", "Marie", "Durand"))
                .isInstanceOfSatisfying(
                        AVerifier.class, doute -> assertThat(doute.doutes()).containsExactly(Doute.RADIEE));
    }

    @Test
    void une_mise_en_page_inconnue_ou_une_image_vont_a_une_personne() {
        var inconnue = Specimens.SAS_EN_COLONNES.replace("Dénomination ou raison sociale|", "Intitulé|");

        assertThat(controle(inconnue, "Marie", "Durand"))
                .isInstanceOfSatisfying(
                        AVerifier.class, doute -> assertThat(doute.doutes()).containsExactly(Doute.INCOMPLET));
        assertThat(controle("Copie", "Marie", "Durand"))
                .isInstanceOfSatisfying(
                        AVerifier.class, doute -> assertThat(doute.doutes()).containsExactly(Doute.NUMERISE));
    }

    @Test
    void le_kbis_d_une_autre_entreprise_est_refuse() {
        assertThat(controle(Specimens.SARL_EN_LIGNES, "Pierre-François", "Durand"))
                .isInstanceOfSatisfying(
                        Refuse.class, refus -> assertThat(refus.raison()).isEqualTo(Raison.NOM_ABSENT));
    }

    private static ControleDuKbis controle(String specimen, String prenom, String nom) {
        return ControleDuKbis.de(LectureDeKbis.lire(UnKbis.pdf(specimen)), prenom, nom, AUJOURD_HUI);
    }
}
