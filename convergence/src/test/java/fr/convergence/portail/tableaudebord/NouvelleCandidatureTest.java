package fr.convergence.portail.tableaudebord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.Verrous;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.ActeDuDossier.EtapeValidee;
import fr.convergence.portail.acte.CodeDEtat;
import fr.convergence.portail.compte.DossiersVivants;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.EtatEtape;
import fr.convergence.portail.dossier.PlacePrise;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.etablissement.Etablissements;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.guichet.Retour;
import fr.convergence.portail.ouverture.UnDossierADeuxEtapes;
import fr.convergence.portail.registre.RegistreChange;
import fr.convergence.portail.tableaudebord.CreerDossier.Creation;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** Un dossier fini laisse sa place à un autre ; un dossier clos par le calendrier revit avec lui (décision 0016). */
@TestDuPortail
@Tag("TDB-2")
@Tag("DOS-1")
final class NouvelleCandidatureTest {

    private static final AtomicInteger SUIVANT = new AtomicInteger();

    @Autowired
    UneReferente referente;

    @Autowired
    MockMvcTester web;

    @Autowired
    Requetes requetes;

    @Autowired
    GuichetsPublies guichets;

    @Autowired
    CreerDossier creer;

    @Autowired
    Dossiers dossiers;

    @Autowired
    DossiersVivants vivants;

    @Autowired
    Etablissements registre;

    @Autowired
    UnDossierADeuxEtapes deux;

    @Autowired
    HorlogeDeTest horloge;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient base;

    private final String guichet = "ESSAI-VIE-" + SUIVANT.incrementAndGet();
    private CleCandidat clinique;
    private Connecte claire;

    @BeforeEach
    void une_referente_et_sa_clinique_un_guichet_ouvert_dix_jours() {
        publier("", "candidature");
        clinique = referente.clinique();
        claire = referente.connectee();
    }

    @Test
    void un_candidat_refuse_candidate_de_nouveau_et_garde_l_ancien_dossier() {
        var refuse = cree();
        passer(refuse, etape -> etape.transmettre(horloge.instant(), Retour.DIRECT));
        passer(refuse, etape -> etape.refuser(horloge.instant(), "hors délai"));

        assertThat(vivants.de(claire.compte())).isFalse();
        var nouveau = cree();

        assertThat(nouveau).isNotEqualTo(refuse);
        assertThat(tableau()).bodyText().contains(refuse.valeur(), nouveau.valeur(), "Refusé");
        assertThatThrownBy(() -> passer(refuse, etape -> etape.reprendre(horloge.instant())))
                .isInstanceOf(PlacePrise.class);
        assertThat(vivants.de(claire.compte())).isTrue();
    }

    @Test
    void un_refus_repris_reprend_sa_place() {
        var refuse = cree();
        passer(refuse, etape -> etape.transmettre(horloge.instant(), Retour.DIRECT));
        passer(refuse, etape -> etape.refuser(horloge.instant(), "pièce absente"));
        passer(refuse, etape -> etape.reprendre(horloge.instant()));
        horloge.avancer(Duration.ofMinutes(5));

        assertThat(creer.executer(claire, guichet, clinique)).isInstanceOf(Creation.DejaUnDossier.class);
        assertThat(vivants.de(claire.compte())).isTrue();
    }

    @Test
    void un_candidat_que_le_registre_ferme_est_dit_a_son_referent_et_ses_dossiers_restent() {
        var reference = cree();
        assertThat(tableau()).bodyText().doesNotContain("Fermé au registre national");

        RegistreChange.fermer(base, registre, clinique);

        assertThat(tableau())
                .bodyText()
                .contains("Fermé au registre national", clinique.identifiant(), "restent à vous", reference.valeur());
        assertThat(page("/compte/etablissements"))
                .bodyText()
                .contains("Fermé au registre national", "ajoutez son successeur");
        assertThat(page("/dossiers/" + reference + "/candidature/recapitulatif"))
                .hasStatusOk();
        assertThat(creer.executer(claire, guichet, clinique)).isNotInstanceOf(Creation.Cree.class);
    }

    @Test
    void un_brouillon_dont_la_fenetre_est_passee_se_lit_clos_sans_qu_aucun_travail_ait_tourne() {
        var reference = cree();
        assertThat(vivants.de(claire.compte(), clinique)).isTrue();

        horloge.avancer(Duration.ofDays(14));

        assertThat(tableau()).bodyText().contains(reference.valeur(), "Clos").doesNotContain("À compléter");
        assertThat(page("/dossiers/" + reference)).bodyText().contains("Clos", "Le délai est passé le");
        assertThat(page("/dossiers/" + reference + "/candidature/recapitulatif"))
                .bodyText()
                .contains("Clos", "Le délai est passé");
        assertThat(vivants.de(claire.compte())).isFalse();
        assertThat(vivants.de(claire.compte(), clinique)).isFalse();
    }

    @Test
    void une_prolongation_rouvre_le_brouillon_clos() {
        var reference = cree();
        horloge.avancer(Duration.ofDays(14));

        publier("@2", "candidature");

        assertThat(tableau())
                .bodyText()
                .contains(reference.valeur(), "À compléter")
                .doesNotContain("Clos");
        assertThat(vivants.de(claire.compte())).isTrue();
        assertThat(creer.executer(claire, guichet, clinique)).isInstanceOf(Creation.DejaUnDossier.class);
    }

    @Test
    void un_brouillon_clos_cede_sa_place_et_cela_se_lit_dans_son_histoire() {
        var ancien = cree();
        horloge.avancer(Duration.ofDays(14));
        publier("@2", "candidature_rouverte");

        var nouveau = cree();

        assertThat(nouveau).isNotEqualTo(ancien);
        assertThat(lire(ancien).courante().etat().code()).isEqualTo(CodeDEtat.CLOSE);
        assertThat(page("/dossiers/" + ancien + "/historique"))
                .bodyText()
                .contains("Étape close", "Convergence", "À compléter", "Clos");
        assertThat(page("/dossiers/" + ancien + "/candidature/recapitulatif"))
                .bodyText()
                .contains("Le délai est passé");
    }

    @Test
    @Tag("DOS-3")
    void une_etape_dont_la_condition_est_deja_vraie_s_ouvre_avec_le_dossier() {
        deux.publier("ESSAI-DEJA-VRAIE", "J-1T09:00", "candidat.type == 'EJ_PRIVEE'");

        var reference = ((Creation.Cree) creer.executer(claire, "ESSAI-DEJA-VRAIE", clinique)).reference();

        assertThat(lire(reference).etape("declaration").orElseThrow().etat()).isInstanceOf(EtatEtape.Brouillon.class);
        assertThat(page("/dossiers/" + reference + "/historique")).bodyText().contains("Étape ouverte");
    }

    @Test
    void l_etape_laissee_se_clot_meme_si_une_autre_est_ouverte() {
        deux.publier("ESSAI-LAISSEE", "J-1T09:00", "candidat.type == 'EJ_PRIVEE'");
        var ancien = ((Creation.Cree) creer.executer(claire, "ESSAI-LAISSEE", clinique)).reference();
        horloge.avancer(Duration.ofDays(14));
        deux.publier(
                "ESSAI-LAISSEE@2", "candidature_rouverte", "declaration", "J-1T09:00", "candidat.type == 'EJ_PRIVEE'");
        assertThat(vivants.de(claire.compte())).isFalse();

        assertThat(creer.executer(claire, "ESSAI-LAISSEE", clinique)).isInstanceOf(Creation.Cree.class);

        assertThat(lire(ancien).etapes())
                .extracting(etape -> etape.etat().code())
                .as("rien ne s'y écrit plus")
                .containsExactly(CodeDEtat.CLOSE, CodeDEtat.CLOSE);
    }

    @Test
    void une_etape_transmise_au_meme_instant_garde_sa_place_au_dossier() throws Exception {
        deux.publier("ESSAI-DOUBLE", "J-1T09:00", "candidat.type == 'EJ_PRIVEE'");
        var ancien = ((Creation.Cree) creer.executer(claire, "ESSAI-DOUBLE", clinique)).reference();
        horloge.avancer(Duration.ofDays(14));
        deux.publier(
                "ESSAI-DOUBLE@2", "candidature_rouverte", "declaration", "J-1T09:00", "candidat.type == 'EJ_PRIVEE'");

        try (var fil = Executors.newSingleThreadExecutor()) {
            var creation = transaction.execute(_ -> {
                transmettreLaDeclaration(ancien);
                var commence = fil.submit(() -> creer.executer(claire, "ESSAI-DOUBLE", clinique));
                while (!commence.isDone() && !Verrous.uneTransactionAttend(base)) {
                    Thread.onSpinWait();
                }
                return commence;
            });
            assertThat(creation.get(30, TimeUnit.SECONDS)).isInstanceOf(Creation.DejaUnDossier.class);
        }

        assertThat(lire(ancien).etapes())
                .extracting(etape -> etape.etat().code())
                .containsExactly(CodeDEtat.BROUILLON, CodeDEtat.EN_VERIFICATION);
    }

    private void transmettreLaDeclaration(ReferenceDeDossier reference) {
        var dossier = lire(reference);
        var avant = dossier.etape("declaration").orElseThrow();
        var apres = avant.transmettre(horloge.instant(), Retour.DIRECT);
        assertThat(dossiers.passer(dossier, avant, apres, "essai", new EtapeValidee(avant.vers(apres))))
                .isTrue();
    }

    /** Ouvert aux créations dix jours, aux dépôts douze. */
    private void publier(String version, String etape) {
        GuichetsDEssai.publier(
                guichets, guichet + version, etape, "EJ_PRIVEE", "J-1T09:00/J+10T23:59:59", "J+12T23:59:59");
    }

    private ReferenceDeDossier cree() {
        return ((Creation.Cree) creer.executer(claire, guichet, clinique)).reference();
    }

    private Dossier lire(ReferenceDeDossier reference) {
        return dossiers.duReferent(claire, reference).orElseThrow();
    }

    private void passer(ReferenceDeDossier reference, UnaryOperator<Etape> verbe) {
        var dossier = lire(reference);
        var avant = dossier.courante();
        var apres = verbe.apply(avant);
        assertThat(dossiers.passer(dossier, avant, apres, "essai", new EtapeValidee(avant.vers(apres))))
                .isTrue();
    }

    private MvcTestResult tableau() {
        return page("/tableau-de-bord");
    }

    private MvcTestResult page(String adresse) {
        return requetes.lire(claire, adresse);
    }
}
