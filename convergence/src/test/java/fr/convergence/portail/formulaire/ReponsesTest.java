package fr.convergence.portail.formulaire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.question.Valeur;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DOS-6")
final class ReponsesTest {

    private static final Instant MIDI = Instant.parse("2026-11-22T11:00:00Z");
    private static final Valeur ROLE = new Valeur.Simple("Directrice");

    @Test
    void une_reponse_partie_de_la_derniere_revision_est_enregistree() {
        var un = enregistre(Reponses.aucune().enregistrer("role", ROLE, depart(0), MIDI, "claire"));
        assertThat(un.reponse("role")).contains(new Reponse(ROLE, 1, MIDI, "claire"));
        var deux = enregistre(un.enregistrer("role", Valeur.VIDE, depart(1), MIDI, "claire"));
        assertThat(deux.revision("role")).isEqualTo(2);
        assertThat(deux.valeur("role").estVide()).isTrue();
    }

    @Test
    void une_reponse_partie_d_une_revision_depassee_montre_les_deux_valeurs() {
        var reponses = enregistre(Reponses.aucune().enregistrer("role", ROLE, depart(0), MIDI, "claire"));
        var autre = new Valeur.Simple("Directeur");
        assertThat(reponses.enregistrer("role", autre, depart(0), MIDI, "claire"))
                .isEqualTo(new SortDeLaReponse.Divergent(new Reponse(ROLE, 1, MIDI, "claire"), autre, depart(0)));
        assertThat(reponses.enregistrer("role", ROLE, depart(0), MIDI, "claire"))
                .as("la même valeur, venue deux fois")
                .isEqualTo(new SortDeLaReponse.Inchange(1));
    }

    @Test
    void les_reponses_se_gardent_en_json() {
        var bloc = new Valeur.Bloc(Map.of("nom", ROLE, "prenom", Valeur.VIDE));
        var reponses = enregistre(Reponses.aucune().enregistrer("dsi", bloc, depart(0), MIDI, "claire"));
        assertThat(reponses.json())
                .isEqualTo("{\"dsi\":{\"v\":{\"nom\":\"Directrice\",\"prenom\":\"\"},\"r\":1,"
                        + "\"le\":\"2026-11-22T11:00:00Z\",\"par\":\"claire\"}}");
        assertThat(Reponses.lire(reponses.json())).isEqualTo(reponses);
    }

    @Test
    void la_page_qui_a_ecrit_la_derniere_revision_n_est_pas_un_autre_onglet_pour_elle_meme() {
        var sienne = new Depart(0, "page-1");
        var reponses = enregistre(Reponses.aucune().enregistrer("role", ROLE, sienne, MIDI, "claire"));
        var autre = new Valeur.Simple("Directeur");

        assertThat(enregistre(reponses.enregistrer("role", autre, sienne, MIDI, "claire"))
                        .revision("role"))
                .as("la première est écrite, mais sa réponse s'est perdue")
                .isEqualTo(2);
        assertThat(reponses.enregistrer("role", autre, new Depart(0, "page-2"), MIDI, "claire"))
                .isInstanceOf(SortDeLaReponse.Divergent.class);
    }

    @Test
    void deux_reponses_vides_n_en_font_pas_une_nouvelle() {
        assertThat(Reponses.aucune()
                        .enregistrer("dsi", new Valeur.Bloc(Map.of("nom", Valeur.VIDE)), depart(0), MIDI, "c"))
                .isEqualTo(new SortDeLaReponse.Inchange(0));
    }

    @Test
    void un_fichier_depose_ou_retire_ne_change_pas_la_version_des_reponses() {
        var ecrites = enregistre(Reponses.aucune().enregistrer("role", ROLE, depart(0), MIDI, "claire"));
        var avec = ecrites.avec("preuve", Reponse.deposee(new Valeur.Liste(List.of("un"))));
        assertThat(avec.version()).isEqualTo(ecrites.version()).isEqualTo(1);
        assertThat(avec.revision("preuve")).isZero();
    }

    private static Depart depart(int revision) {
        return new Depart(revision, "");
    }

    private static Reponses enregistre(SortDeLaReponse enregistrement) {
        return switch (enregistrement) {
            case SortDeLaReponse.Enregistre(var reponses, var _) -> reponses;
            case SortDeLaReponse.Inchange inchange -> throw new AssertionError(inchange);
            case SortDeLaReponse.Divergent divergent -> throw new AssertionError(divergent);
        };
    }
}
