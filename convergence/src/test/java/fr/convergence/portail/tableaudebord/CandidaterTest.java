package fr.convergence.portail.tableaudebord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.ActeDuDossier.EtapeClose;
import fr.convergence.portail.acte.CodeDEtat;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.portail.compte.DossiersVivants;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.tableaudebord.CreerDossier.Creation;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.journal.Journal;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Candidater : ce qui ouvre un dossier, et chaque refus avec sa raison. */
@TestDuPortail
@Tag("TDB-1")
@Tag("TDB-2")
@Tag("TDB-3")
final class CandidaterTest {

    @Autowired
    UneReferente referente;

    @Autowired
    MockMvcTester web;

    @Autowired
    Requetes requetes;

    @Autowired
    ComptesDeTest comptes;

    @Autowired
    CreerDossier creer;

    @Autowired
    Dossiers dossiers;

    @Autowired
    DossiersVivants vivants;

    @Autowired
    HorlogeDeTest horloge;

    @Autowired
    JdbcClient base;

    private CleCandidat clinique;
    private Connecte claire;

    @BeforeEach
    void une_referente_et_sa_clinique() {
        clinique = referente.clinique();
        claire = referente.connectee();
    }

    @Test
    @Tag("DOS-3")
    void candidater_ouvre_la_premiere_etape_et_ferme_les_suivantes() {
        var envoi = candidater(claire, GuichetsDEssai.OUVERT, clinique);

        assertThat(envoi).hasStatus(303);
        var adresse = envoi.getResponse().getHeader("Location");
        assertThat(adresse).as("le guide : on accède au formulaire").matches("/dossiers/[A-Z]{10}/[a-z]+");
        var reference = adresse.split("/")[2];
        var dossier =
                dossiers.duReferent(claire, new ReferenceDeDossier(reference)).orElseThrow();
        assertThat(dossier.etapes())
                .extracting(e -> e.etat().code())
                .containsExactly(CodeDEtat.BROUILLON, CodeDEtat.FERMEE);
        assertThat(dossier.region()).isEqualTo(Region.OCCITANIE);
    }

    @Test
    void un_double_envoi_mene_au_meme_dossier() {
        var premier = candidater(claire, GuichetsDEssai.OUVERT, clinique);
        var second = candidater(claire, GuichetsDEssai.OUVERT, clinique);

        assertThat(second).hasStatus(303);
        assertThat(second.getResponse().getHeader("Location"))
                .isEqualTo(premier.getResponse().getHeader("Location"));
    }

    @Test
    void un_second_dossier_est_refuse_et_le_premier_propose() {
        var reference = cree(claire, clinique);
        horloge.avancer(Duration.ofMinutes(5));

        var envoi = candidater(claire, GuichetsDEssai.OUVERT, clinique);

        assertThat(envoi).hasStatus(422);
        assertThat(envoi).bodyText().contains("a déjà une candidature", "/dossiers/" + reference);
        assertThat(envoi).bodyText().contains("value=\"" + clinique + "\" selected");
    }

    @Test
    void le_dossier_d_un_autre_referent_ne_se_nomme_pas() {
        var reference = cree(claire, clinique);
        var paul = comptes.connecte(comptes.referent(clinique));

        var envoi = candidater(paul, GuichetsDEssai.OUVERT, clinique);

        assertThat(envoi).hasStatus(422);
        assertThat(envoi).bodyText().contains("tenue par un autre référent").doesNotContain(reference.valeur());
    }

    @Test
    void chaque_refus_dit_sa_raison() {
        var autre = EtablissementDEssai.nouveau(base);

        assertThat(creer.executer(claire, "INCONNU", clinique)).isInstanceOf(Creation.GuichetInconnu.class);
        assertThat(creer.executer(claire, GuichetsDEssai.FUTUR, clinique)).isInstanceOf(Creation.PasEncoreOuvert.class);
        assertThat(creer.executer(claire, GuichetsDEssai.CLOS, clinique))
                .isInstanceOf(Creation.CandidaturesCloses.class);
        assertThat(creer.executer(claire, GuichetsDEssai.AUX_GHT, clinique)).isInstanceOf(Creation.NonEligible.class);
        assertThat(creer.executer(claire, GuichetsDEssai.OUVERT, autre))
                .isInstanceOf(Creation.PasVotreEtablissement.class);
        assertThat(candidater(claire, GuichetsDEssai.FUTUR, clinique))
                .bodyText()
                .contains("pas encore ouvert");
        assertThat(candidater(claire, GuichetsDEssai.CLOS, clinique)).bodyText().contains("sont closes depuis");
        assertThat(candidater(claire, GuichetsDEssai.AUX_GHT, clinique))
                .bodyText()
                .contains("pas ouvert à ce type");
    }

    @Test
    void ce_qui_n_est_pas_choisi_se_dit_en_une_fois() {
        assertThat(web.post().uri("/dossiers").with(requetes.par(claire)).with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("Choisissez un domaine dans la liste.", "Choisissez un de vos établissements dans la liste.");
    }

    @Test
    void un_etablissement_ferme_ne_candidate_plus() {
        base.sql("update etablissement_ej set ferme_le = now() where finess = ?")
                .param(clinique.identifiant())
                .update();

        assertThat(creer.executer(claire, GuichetsDEssai.OUVERT, clinique)).isInstanceOf(Creation.HorsRegistre.class);
    }

    @Test
    void la_page_candidater_ne_propose_que_ce_qui_est_ouvert() {
        assertThat(web.get().uri("/candidater").with(requetes.par(claire)))
                .bodyText()
                .contains("Domaine OUVERT", "CLINIQUE " + clinique.identifiant())
                .doesNotContain("Domaine FUTUR", "Domaine CLOS");
    }

    @Test
    void un_dossier_vivant_retient_le_compte_un_dossier_refuse_le_libere() {
        assertThat(vivants.de(claire.compte())).isFalse();
        var reference = cree(claire, clinique);

        assertThat(vivants.de(claire.compte())).isTrue();
        assertThat(vivants.de(claire.compte(), clinique)).isTrue();
        assertThat(vivants.de(claire.compte(), EtablissementDEssai.nouveau(base)))
                .isFalse();

        var dossier = dossiers.duReferent(claire, reference).orElseThrow();
        var avant = dossier.courante();
        var close = avant.clore(horloge.instant());
        dossiers.passer(dossier, avant, close, Journal.SYSTEME, new EtapeClose(avant.vers(close)));
        assertThat(vivants.de(claire.compte())).isFalse();
    }

    private ReferenceDeDossier cree(Connecte qui, CleCandidat cle) {
        return ((Creation.Cree) creer.executer(qui, GuichetsDEssai.OUVERT, cle)).reference();
    }

    private MvcTestResult candidater(Connecte qui, String guichet, CleCandidat cle) {
        return web.post()
                .uri("/dossiers")
                .param("guichet", guichet)
                .param("etablissement", cle.toString())
                .with(requetes.par(qui))
                .with(csrf())
                .exchange();
    }
}
