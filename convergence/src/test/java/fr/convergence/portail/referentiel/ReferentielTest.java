package fr.convergence.portail.referentiel;

import static fr.convergence.portail.referentiel.EnvoisDeTest.dossierPrepare;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.tache.TachePeriodique;
import fr.convergence.socle.tache.Tranche;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** L'opérateur envoie un fichier de référentiel ; le contexte est à cette classe, qui change le référentiel. */
@TestDuPortail
@TestPropertySource(properties = "essai=referentiel")
final class ReferentielTest extends EssaisDuReferentiel {

    @Autowired
    ComptesDeTest deTest;

    @Autowired
    Envois envois;

    @Autowired
    @Qualifier("envoisOublies")
    TachePeriodique oublies;

    @Autowired
    HorlogeDeTest horloge;

    @Autowired
    JdbcClient base;

    @Test
    void l_operateur_seul_y_entre() {
        assertThat(operateur.lire("")).hasStatusOk().bodyText().contains("Licence Ouverte 2.0");
        assertThat(operateur.lire(deTest.connecte(deTest.membre(Role.ANS)), "")).hasStatus(403);
        assertThat(operateur.lire(deTest.connecte(deTest.referent()), "")).hasStatus(403);
    }

    @Test
    void un_envoi_se_verifie_en_fond_et_se_lit_avant_de_changer_quoi_que_ce_soit() {
        var avant = operateur.ouverts();
        var adresse = operateur.envoyer(dossierPrepare());

        assertThat(operateur.lire(adresse))
                .bodyText()
                .contains("Vérification en cours", "hx-trigger=\"every 2s\"", "Actualiser");
        assertThat(operateur.lire("")).bodyText().contains("entites_juridiques.csv et 3 autres");
        assertThat(traiter.executer()).isTrue();
        assertThat(operateur.lire(adresse))
                .bodyText()
                .contains(
                        "À confirmer",
                        "Entités juridiques",
                        "1 ligne écartée.",
                        "FINESS EJ",
                        "<td class=\"cv-nombre\" data-titre=\"Ligne\">3</td>")
                .doesNotContain("hx-trigger");
        assertThat(operateur.ouverts()).isEqualTo(avant);
        assertThat(operateur.lire(adresse + "/rejets"))
                .hasContentType("text/csv;charset=UTF-8")
                .bodyText()
                .startsWith("\uFEFF\"fichier\";\"ligne\";\"raison\"\r\n\"entites_juridiques.csv\";3;\"");

        assertThat(operateur.agir(adresse + "/abandons")).hasStatus(303);
        assertThat(operateur.lire(adresse)).bodyText().contains("Abandonné").doesNotContain(adresse + "/confirmations");
        assertThat(operateur.morceaux(adresse)).isZero();
        assertThat(operateur.agir(adresse + "/confirmations")).hasStatus(303);
        assertThat(traiter.executer()).as("rien à faire").isFalse();
        assertThat(base.sql("select acte from journal where chaine = ? order by rang")
                        .param("referentiel" + adresse.substring(adresse.lastIndexOf('/')))
                        .query(String.class)
                        .list())
                .containsExactly("referentiel-envoye", "referentiel-abandonne");
    }

    @Test
    void un_import_confirme_se_fait_en_fond_et_le_refaire_ne_change_rien() {
        var adresse = operateur.envoyer(dossierPrepare());
        traiter.executer();

        assertThat(operateur.agir(adresse + "/confirmations")).hasStatus(303);
        assertThat(operateur.lire(adresse)).bodyText().contains("Import en cours");
        assertThat(traiter.executer()).isTrue();
        assertThat(operateur.lire(adresse)).bodyText().contains("Importé", "Ce que l’import a changé");
        assertThat(operateur.ouverts()).isEqualTo(1);
        assertThat(operateur.morceaux(adresse)).isZero();
        assertThat(operateur.lire("")).bodyText().contains("Données lues dans « entites_juridiques.csv et 3 autres »");

        var seconde = operateur.envoyer(dossierPrepare());
        traiter.executer();
        assertThat(operateur.lire(seconde)).bodyText().contains("Ce fichier n’a rien changé : il était déjà importé.");
        assertThat(operateur.agir(seconde + "/confirmations")).hasStatus(303);
        assertThat(traiter.executer()).as("rien à faire").isFalse();

        vider();
    }

    @Test
    void un_noeud_mort_est_relaye_et_trois_fois_c_est_un_refus() {
        var adresse = operateur.envoyer(dossierPrepare());
        for (var noeud = 0; noeud < 3; noeud++) {
            assertThat(envois.prendre()).isPresent();
            assertThat(traiter.executer()).as("un autre nœud y travaille").isFalse();
            horloge.avancer(Duration.ofMinutes(6));
        }
        assertThat(traiter.executer()).isTrue();

        assertThat(operateur.lire(adresse)).bodyText().contains("Refusé", "s’est interrompu plusieurs fois");
    }

    @Test
    void un_noeud_qui_prolonge_son_bail_garde_l_envoi() {
        operateur.envoyer(dossierPrepare());
        var envoi = envois.prendre().orElseThrow();
        for (var nouvelle = 0; nouvelle < 3; nouvelle++) {
            horloge.avancer(Duration.ofMinutes(4));
            envois.prolonger(envoi.id());
            assertThat(traiter.executer()).as("il y travaille encore").isFalse();
        }
        horloge.avancer(Duration.ofMinutes(6));
        assertThat(traiter.executer()).as("il s'est tu").isTrue();
    }

    @Test
    void un_second_import_dit_qu_il_attend_le_premier() {
        var premier = operateur.envoyer(dossierPrepare());
        var second = operateur.envoyer(dossierPrepare());
        assertThat(operateur.lire(second)).bodyText().contains("sa lecture va commencer");

        assertThat(envois.prendre()).isPresent();
        assertThat(operateur.lire(premier)).bodyText().contains("en cours de lecture");
        assertThat(operateur.lire(second))
                .bodyText()
                .contains("Un autre import est en cours", "attend qu’il finisse")
                .doesNotContain("en cours de lecture");

        horloge.avancer(Duration.ofMinutes(6));
        assertThat(traiter.executer()).isTrue();
        assertThat(traiter.executer()).isTrue();
        assertThat(operateur.lire(second)).bodyText().contains("À confirmer");
    }

    @Test
    void un_import_lance_ailleurs_fait_attendre_sans_compter_de_tentative(@Autowired TransactionTemplate transaction) {
        var adresse = operateur.envoyer(dossierPrepare());
        transaction.executeWithoutResult(_ -> {
            base.sql("select pg_advisory_xact_lock(hashtext('etablissement_import'))")
                    .query()
                    .singleRow();
            for (var essai = 0; essai < 4; essai++) {
                assertThat(CompletableFuture.supplyAsync(traiter::executer).join())
                        .as("rien à faire avant la prochaine scrutation")
                        .isFalse();
            }
        });
        assertThat(operateur.lire(adresse)).bodyText().contains("sa lecture va commencer");

        assertThat(traiter.executer()).isTrue();
        assertThat(operateur.lire(adresse)).bodyText().contains("À confirmer");
    }

    @Test
    void un_envoi_que_personne_ne_confirme_s_efface() {
        var adresse = operateur.envoyer(dossierPrepare());
        traiter.executer();
        oublies.travail().test(Tranche.de(Duration.ZERO));
        assertThat(operateur.morceaux(adresse)).isPositive();

        horloge.avancer(Duration.ofDays(8));
        oublies.travail().test(Tranche.de(Duration.ZERO));
        assertThat(operateur.morceaux(adresse)).isZero();
        assertThat(operateur.lire(adresse)).bodyText().contains("Abandonné");
    }

    @Test
    void un_import_inconnu_n_existe_pas() {
        assertThat(operateur.lire("/imports/01900000-0000-7000-8000-000000000000"))
                .hasStatus(404);
        assertThat(operateur.lire("/imports/01900000-0000-7000-8000-000000000000/rejets"))
                .hasStatus(404);
    }

    /** Les autres essais partent d'un référentiel sans rien. */
    private void vider() {
        base.sql("""
                truncate etablissement_import, etablissement_import_compte, etablissement_import_rejet,
                    etablissement_ej, etablissement_eg, etablissement_ght, etablissement_ght_membre
                """).update();
    }
}
