package fr.convergence.portail.rib;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Le nom d'un établissement se reconnaît sur un RIB malgré les accents et les abréviations (NEW-5). */
@Tag("NEW-5")
final class NomSurLeRibTest {

    @ParameterizedTest
    @CsvSource({
        "CH D'AUCH, Titulaire : Centre Hospitalier d’Auch",
        "CENTRE HOSPITALIER DE BÉZIERS, CH BEZIERS 2 rue Valentin Haüy",
        "CHU MONTPELLIER, CENTRE HOSPITALIER UNIVERSITAIRE DE MONTPELLIER",
        "CH DE BASTIA, CTRE HOSPITALIER BASTIA",
        "CENTRE HOSPITALIER DE BASTIA, TRESORERIE CH BASTIA",
        "FOCH, Foch 92150 Suresnes",
        "CHRU DE NANCY, C.H.R.U. de Nancy",
        "CLINIQUE SAINTE-ANNE DU SOUFFLE, Clinique Ste Anne du Souffle SAS",
        "ASSOCIATION POUR LA GESTION DE L'HÔPITAL FOCH, Hopital Foch"
    })
    void il_se_reconnait(String nom, String texte) {
        assertThat(NomSurLeRib.reconnu(nom, texte)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "CH D'AUCH, Centre Hospitalier de Castres",
        "CHU MONTPELLIER, CHU NIMES",
        "CLINIQUE DU SOUFFLE, Clinique du Parc",
        "CH D'AUCH, Tresorerie hospitaliere du Gers",
        "CH DE BASTIA, M. DUPONT - Credit Agricole agence de Bastia Centre",
        "CLINIQUE SAINTE-ANNE, Mme MARTIN 2 rue Sainte Anne",
        "CENTRE MEDICAL DE BASTIA, SCI DU PORT BASTIA"
    })
    void un_autre_ne_se_reconnait_pas(String nom, String texte) {
        assertThat(NomSurLeRib.reconnu(nom, texte)).isFalse();
    }

    @Test
    void un_texte_vide_ne_dit_rien() {
        assertThat(NomSurLeRib.reconnu("CH D'AUCH", "")).isFalse();
    }
}
