package fr.convergence.portail.ouverture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.Verrous;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.ActeDuDossier.DecisionReprise;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.dossier.EtatEtape;
import fr.convergence.portail.dossier.EtatEtape.Brouillon;
import fr.convergence.portail.dossier.EtatEtape.Fermee;
import fr.convergence.portail.dossier.Ouverture;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.journal.LigneDuJournal;
import fr.convergence.socle.tache.Tranche;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Une étape s'ouvre quand sa condition est remplie et sa fenêtre ouverte, ni avant ni deux fois. */
@TestDuPortail
@Tag("DOS-3")
final class OuvrirEtapesTest {

    @Autowired
    UneInstruction instruction;

    @Autowired
    UnDossierADeuxEtapes deux;

    @Autowired
    Ouverture ouverture;

    @Autowired
    OuverturesDuCalendrier calendrier;

    @Autowired
    Dossiers dossiers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient base;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    Journal journal;

    @Autowired
    HorlogeDeTest horloge;

    @AfterEach
    void remettre() {
        horloge.remettre();
    }

    @Test
    void l_acceptation_ouvre_l_etape_suivante_et_l_ecrit_a_son_referent() {
        var claire = instruction.referent();
        var dossier = dossier("OUVERTURE-ACCEPTEE", "J-1T09:00", "etape.candidature.acceptee", claire);

        accepter(claire, dossier);

        assertThat(declaration(claire, dossier)).isInstanceOf(Brouillon.class);
        assertThat(actes(dossier)).containsOnlyOnce("etape-ouverte");
        var lettre = boite.derniere(UneInstruction.courriel(claire));
        assertThat(lettre.modele()).isEqualTo("notification/ouverture");
        assertThat(lettre.objet()).contains("étape ouverte", dossier.reference().valeur());
        assertThat(lettre.texte())
                .contains("Déclaration d’atteinte des objectifs", "la transmettre jusqu’au", "23:59 (heure de Paris)")
                .contains("/dossiers/" + dossier.reference() + "/declaration");
    }

    @Test
    void avant_sa_fenetre_elle_attend_l_heure_puis_s_ouvre_d_elle_meme() {
        var claire = instruction.referent();
        var dossier = dossier("OUVERTURE-A-L-HEURE", "J+30T09:00", "etape.candidature.acceptee", claire);
        var pasAcceptee = dossier("OUVERTURE-A-L-HEURE", "J+30T09:00", "etape.candidature.acceptee", claire);
        accepter(claire, dossier);
        assertThat(calendrier.parcourir(uneMinute())).isFalse();
        assertThat(declaration(claire, dossier)).isInstanceOf(Fermee.class);

        horloge.avancer(Duration.ofDays(31));
        assertThat(calendrier.parcourir(uneMinute())).isFalse();

        assertThat(declaration(claire, dossier)).isInstanceOf(Brouillon.class);
        assertThat(declaration(claire, pasAcceptee)).isInstanceOf(Fermee.class);
        assertThat(boite.derniere(UneInstruction.courriel(claire)).modele()).isEqualTo("notification/ouverture");

        calendrier.parcourir(uneMinute());
        assertThat(actes(dossier)).containsOnlyOnce("etape-ouverte");
    }

    @Test
    void une_tranche_finie_laisse_le_reste_a_la_suivante() {
        var claire = instruction.referent();
        var dossier = dossier("OUVERTURE-TRANCHE", "J+20T09:00", "etape.candidature.acceptee", claire);
        accepter(claire, dossier);
        horloge.avancer(Duration.ofDays(21));

        assertThat(calendrier.parcourir(Tranche.de(Duration.ZERO))).isTrue();
        assertThat(declaration(claire, dossier)).isInstanceOf(Fermee.class);

        calendrier.parcourir(uneMinute());
        assertThat(declaration(claire, dossier)).isInstanceOf(Brouillon.class);
    }

    @Test
    void une_fenetre_prolongee_apres_sa_fin_ouvre_ce_qui_fut_accepte_entre_temps() {
        var claire = instruction.referent();
        var hier = jour(-1) + "T09:00";
        var dossier = dossier("OUVERTURE-PROLONGEE", hier, "etape.candidature.acceptee", claire);
        assertThat(calendrier.parcourir(uneMinute())).isFalse();
        horloge.avancer(Duration.ofDays(91));
        accepter(claire, dossier);
        assertThat(declaration(claire, dossier)).isInstanceOf(Fermee.class);

        horloge.remettre();
        horloge.avancer(Duration.ofDays(80));
        deux.publier("OUVERTURE-PROLONGEE@2", hier, "etape.candidature.acceptee");
        horloge.avancer(Duration.ofDays(12));
        assertThat(calendrier.parcourir(uneMinute())).isFalse();

        assertThat(declaration(claire, dossier)).isInstanceOf(Brouillon.class);
    }

    @Test
    void une_condition_que_la_date_remplit_s_ouvre_ce_jour_la() {
        var claire = instruction.referent();
        var dossier = dossier(
                "OUVERTURE-AU-JOUR",
                "J-1T09:00",
                "etape.candidature.acceptee && aujourdhui >= '%s'".formatted(jour(2)),
                claire);
        accepter(claire, dossier);
        assertThat(calendrier.parcourir(uneMinute())).isFalse();
        assertThat(declaration(claire, dossier)).isInstanceOf(Fermee.class);

        horloge.avancer(Duration.ofDays(3));
        assertThat(calendrier.parcourir(uneMinute())).isFalse();

        assertThat(declaration(claire, dossier)).isInstanceOf(Brouillon.class);
    }

    @Test
    void un_dossier_que_rien_n_ouvre_n_arrete_pas_les_suivants() {
        var claire = instruction.referent();
        var casse = dossier("OUVERTURE-CASSEE", "J+20T09:00", "etape.candidature.acceptee", claire);
        var suivant = dossier("OUVERTURE-CASSEE", "J+20T09:00", "etape.candidature.acceptee", claire);
        accepter(claire, casse);
        accepter(claire, suivant);
        horloge.avancer(Duration.ofDays(21));
        version(casse, 99);
        try {
            assertThat(calendrier.parcourir(uneMinute())).isFalse();
        } finally {
            version(casse, 1);
        }

        assertThat(declaration(claire, casse)).isInstanceOf(Fermee.class);
        assertThat(declaration(claire, suivant)).isInstanceOf(Brouillon.class);
    }

    @Test
    void une_condition_qui_regarde_un_fait_inconnu_ou_faux_ne_s_ouvre_pas() {
        var claire = instruction.referent();
        var convention =
                dossier("OUVERTURE-CONVENTION", "J-1T09:00", "etape.candidature.acceptee && convention.signee", claire);
        var privees = dossier(
                "OUVERTURE-PRIVEES", "J-1T09:00", "etape.candidature.acceptee && candidat.type == 'EJ_PRIVEE'", claire);

        accepter(claire, convention);
        accepter(claire, privees);

        assertThat(declaration(claire, convention)).isInstanceOf(Fermee.class);
        assertThat(declaration(claire, privees)).isInstanceOf(Fermee.class);
        assertThat(attente(claire, convention)).isEqualTo("dossier.ouverture.convention");
        assertThat(attente(claire, privees)).isEqualTo("dossier.ouverture.condition");
    }

    @Test
    void une_decision_reprise_au_meme_instant_que_le_calendrier_n_ouvre_rien() throws Exception {
        var claire = instruction.referent();
        var dossier = dossier("OUVERTURE-REPRISE", "J+20T09:00", "etape.candidature.acceptee", claire);
        accepter(claire, dossier);
        horloge.avancer(Duration.ofDays(21));

        try (var fil = Executors.newSingleThreadExecutor()) {
            var parcours = transaction.execute(_ -> {
                reprendre(claire, dossier);
                var commence = fil.submit(() -> calendrier.parcourir(uneMinute()));
                while (!commence.isDone() && !Verrous.uneTransactionAttend(base)) {
                    Thread.onSpinWait();
                }
                return commence;
            });
            assertThat(parcours.get(30, TimeUnit.SECONDS)).isFalse();
        }

        assertThat(declaration(claire, dossier)).isInstanceOf(Fermee.class);
    }

    private void reprendre(Connecte referent, Dossier dossier) {
        var relu = instruction.relire(referent, dossier);
        var avant = relu.etape("candidature").orElseThrow();
        var apres = avant.reprendre(horloge.instant());
        assertThat(dossiers.passer(
                        relu, avant, apres, Journal.SYSTEME, new DecisionReprise(avant.vers(apres), "Pièce oubliée")))
                .isTrue();
    }

    private Dossier dossier(String guichet, String du, String condition, Connecte referent) {
        return deux.dossier(guichet, du, condition, referent);
    }

    private void accepter(Connecte referent, Dossier dossier) {
        deux.accepter(referent, dossier);
    }

    private EtatEtape declaration(Connecte referent, Dossier dossier) {
        return deux.declaration(referent, dossier).etat();
    }

    private String attente(Connecte referent, Dossier dossier) {
        var relu = instruction.relire(referent, dossier);
        return ouverture
                .de(relu, relu.etape("declaration").orElseThrow())
                .orElseThrow()
                .cle();
    }

    private void version(Dossier dossier, int version) {
        base.sql("update dossier set guichet_version = ? where id = ?")
                .params(version, dossier.id())
                .update();
    }

    private LocalDate jour(int plus) {
        return LocalDate.ofInstant(horloge.instant(), horloge.getZone()).plusDays(plus);
    }

    private List<String> actes(Dossier dossier) {
        return journal.chaine(dossier.reference().valeur()).stream()
                .map(LigneDuJournal::acte)
                .toList();
    }

    private static Tranche uneMinute() {
        return Tranche.de(Duration.ofMinutes(1));
    }
}
