package fr.convergence.portail.copie;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Le nom d’un dossier d’une archive : les codes du guichet s’y lisent comme ils s’écrivent. */
final class DossiersDeLArchiveTest {

    @Test
    void un_code_garde_ses_lettres_ses_chiffres_ses_points_et_ses_tirets() {
        assertThat(ArchiveDeFichiers.dossier("D1.O1.A – Sauvegardes")).isEqualTo("D1.O1.A – Sauvegardes/");
        assertThat(ArchiveDeFichiers.dossier("PS1.2-b")).isEqualTo("PS1.2-b/");
        assertThat(ArchiveDeFichiers.dossier("PS1/2")).isEqualTo("PS1-2/");
    }

    @Test
    void aucun_nom_ne_sort_de_l_archive() {
        assertThat(ArchiveDeFichiers.dossier("..")).isEqualTo("fichier/");
        assertThat(ArchiveDeFichiers.dossier("../..\\etc").split("/"))
                .hasSize(1)
                .doesNotContain("..");
        assertThat(ArchiveDeFichiers.dossier("Fin avec un point.")).isEqualTo("Fin avec un point/");
    }
}
