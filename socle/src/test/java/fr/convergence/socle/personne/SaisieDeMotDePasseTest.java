package fr.convergence.socle.personne;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.authentification.PolitiqueDeMotDePasse;
import fr.convergence.socle.page.Message;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ce qu'on choisit pour se connecter, et qui l'opérateur peut inviter. */
@Tag("INS-3")
final class SaisieDeMotDePasseTest {

    private static final String BON = "Girafe-violette-42-tulipes";
    private static final List<String> INDICES = List.of("claire.martin", "claire@chu.example.fr", "Martin", "Claire");

    private final SaisieDeMotDePasse saisie = new SaisieDeMotDePasse(new PolitiqueDeMotDePasse());

    @Test
    void un_mot_de_passe_robuste_et_confirme_convient() {
        assertThat(saisie.controler(BON, BON, INDICES).vides()).isTrue();
    }

    /** Vide, une seule chose est à dire ; la confirmation d'un mot de passe absent n'apprend rien. */
    @Test
    void un_mot_de_passe_vide_se_dit_seul() {
        var erreurs = saisie.controler("", "autre", INDICES);
        assertThat(erreurs.de(SaisieDeMotDePasse.CHAMP)).isEqualTo(new Message("personne.mot-de-passe.vide"));
        assertThat(erreurs.de(SaisieDeMotDePasse.CONFIRMATION)).isNull();
    }

    @Test
    void une_confirmation_est_exacte_a_la_casse_et_a_l_espace_pres() {
        for (var autre : List.of("", BON.toLowerCase(Locale.ROOT), BON + " ", BON.substring(1))) {
            var erreurs = saisie.controler(BON, autre, INDICES);
            assertThat(erreurs.de(SaisieDeMotDePasse.CHAMP)).as(autre).isNull();
            assertThat(erreurs.de(SaisieDeMotDePasse.CONFIRMATION))
                    .as(autre)
                    .isEqualTo(new Message("personne.mot-de-passe.confirmation"));
        }
    }

    /** Un proche essaierait le nom, le prénom, le nom d'utilisateur, l'adresse : aucun n'y est repris. */
    @Test
    void un_mot_de_passe_ne_reprend_rien_de_la_personne() {
        var repris = "Claire-martin-2026-CHU!";
        assertThat(saisie.controler(repris, repris, INDICES).de(SaisieDeMotDePasse.CHAMP))
                .isNotNull();
        assertThat(saisie.controler(repris, repris, List.of("paul", "Durand")).vides())
                .as("ce n'est personne d'autre")
                .isTrue();
        assertThat(saisie.controler("court", "court", INDICES).de(SaisieDeMotDePasse.CHAMP))
                .isNotNull();
    }
}
