package fr.convergence.socle.courriel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.samskivert.mustache.MustacheException;
import fr.convergence.socle.site.Site;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Une lettre : son modèle, son sceau, chacun de ses destinataires. */
@Tag("NOT-2")
@Tag("NOT-3")
final class LettresTest extends UnEnvoi {

    LettresTest(JdbcClient base, TransactionTemplate transaction) {
        super(base, transaction);
    }

    @Test
    void le_modele_reecrit_par_l_operateur_l_emporte_sur_celui_qui_vient_de_servir() {
        var modeles = new Modeles(base, horloge, new Site("essai", ""));
        ecrire("Jeanne");
        modeles.reecrire(new Modele("courriel/essai", "Réécrit {{nom}}", "Corps"), "operateur");
        ecrire("Jeanne");
        modeles.retablir("courriel/essai");
        ecrire("Paul");

        envoi.envoyerUnLot();

        assertThat(base.sql("select objet from courriel").query(String.class).list())
                .containsExactlyInAnyOrder("Essai pour Jeanne", "Réécrit Jeanne", "Essai pour Paul");
    }

    @Test
    void une_lettre_scellee_une_fois_part_a_chacun_de_ses_destinataires() throws Exception {
        courriels.ecrire(List.of(new Lettre(
                "courriel/essai", List.of(ADRESSE, "paul@ars.example"), "ABCDEFGHIJ", Map.of("nom", "tous"))));
        assertThat(nombre("courriel_lettre")).isEqualTo(1);

        envoi.envoyerUnLot();

        assertThat(boite.recus()).hasSize(2).allSatisfy(recu -> {
            assertThat(recu.getSubject()).isEqualTo("Essai pour tous");
            assertThat(recu.getAllRecipients()).hasSize(1);
        });
        assertThat(nombre("courriel_lettre")).isZero();
    }

    @Test
    void un_modele_reecrit_apres_l_acte_ne_change_pas_ce_qu_il_a_ecrit() throws Exception {
        ecrire("Jeanne");
        new Modeles(base, horloge, new Site("essai", ""))
                .reecrire(new Modele("courriel/essai", "Réécrit {{nom}}", "Corps"), "operateur");

        envoi.envoyerUnLot();

        assertThat(boite.recus().getFirst().getSubject()).isEqualTo("Essai pour Jeanne");
        assertThat(texte(boite.recus().getFirst())).contains("Bonjour Jeanne");
    }

    @Test
    void un_modele_illisible_fait_echouer_l_acte() {
        new Modeles(base, horloge, new Site("essai", ""))
                .reecrire(new Modele("courriel/essai", "Objet", "{{#nom}} jamais fermé"), "operateur");

        assertThatThrownBy(() -> ecrire("Jeanne")).isInstanceOf(MustacheException.class);

        assertThat(nombre("courriel_lettre")).isZero();
    }

    @Test
    void une_lettre_scellee_d_une_cle_inconnue_attend_sans_arreter_les_autres() {
        ecrire("Jeanne");
        base.sql("update courriel_lettre set corps_scelle = '\\x00'").update();
        ecrire("Paul");

        envoi.envoyerUnLot();

        assertThat(boite.recus()).hasSize(1);
        assertThat(nombre("courriel_lettre")).as("rien n'est perdu").isEqualTo(1);
    }
}
