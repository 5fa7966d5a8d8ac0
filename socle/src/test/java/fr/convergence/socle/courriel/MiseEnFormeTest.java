package fr.convergence.socle.courriel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Ce que lit une messagerie sans HTML. */
final class MiseEnFormeTest {

    @Test
    void un_lien_seul_a_sa_ligne_nue() {
        assertThat(texte("Bonjour,\n\n[Voir mon dossier](https://essai.example/dossiers/ABC)\n\nCordialement"))
                .isEqualTo("Bonjour,\n\nVoir mon dossier :\nhttps://essai.example/dossiers/ABC\n\nCordialement");
    }

    @Test
    void un_lien_dans_une_phrase_est_entoure_de_blancs() {
        assertThat(texte("Lisez [le guide](https://essai.example/aide), puis [ceci](https://essai.example/a)"))
                .isEqualTo("Lisez le guide : https://essai.example/aide , puis ceci : https://essai.example/a");
    }

    @Test
    void chaque_ligne_saisie_reste_une_ligne_dans_le_html_comme_dans_le_texte() {
        var ecrit = new Redaction.Ecrit(
                "Essai", "Le RIB est illisible.\r\nLa note n'est pas signée.\n\n1. RIB\n   à refaire");
        var mail = MiseEnForme.de(ecrit, "Convergence");

        assertThat(mail.html())
                .contains("Le RIB est illisible.<br>\nLa note n'est pas signée.")
                .contains("RIB<br>\nà refaire");
        assertThat(mail.texte()).contains("Le RIB est illisible.\nLa note n'est pas signée.");
    }

    private static String texte(String markdown) {
        return MiseEnForme.de(new Redaction.Ecrit("Essai", markdown), "Convergence")
                .texte();
    }
}
