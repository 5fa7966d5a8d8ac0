package fr.convergence.portail.ouverture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.ActeDuDossier.EtapeRefusee;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.dossier.EtatEtape;
import fr.convergence.portail.dossier.EtatEtape.Brouillon;
import fr.convergence.portail.dossier.EtatEtape.Fermee;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.tache.Tranche;
import java.time.Duration;
import java.time.LocalTime;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Ce que le parcours du calendrier ouvre et n'ouvre pas. */
@TestDuPortail
@Tag("DOS-3")
final class OuverturesDuCalendrierTest {

    private static final String ACCEPTEE = "etape.candidature.acceptee";

    @Autowired
    UneInstruction instruction;

    @Autowired
    UnDossierADeuxEtapes deux;

    @Autowired
    OuverturesDuCalendrier calendrier;

    @Autowired
    Dossiers dossiers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    HorlogeDeTest horloge;

    @AfterEach
    void remettre() {
        horloge.remettre();
    }

    @Test
    void un_acte_a_cheval_sur_l_heure_n_attend_pas_le_lendemain() throws Exception {
        var claire = instruction.referent();
        var dossier = deux.dossier("CALENDRIER-A-CHEVAL", "J+3T09:00", ACCEPTEE, claire);
        allerA(3, LocalTime.of(8, 59, 59));
        var decide = new CountDownLatch(1);
        var parcouru = new CountDownLatch(1);

        try (var fils = Executors.newSingleThreadExecutor()) {
            var acte = fils.submit(() -> transaction.executeWithoutResult(_ -> {
                deux.accepter(claire, dossier);
                decide.countDown();
                attendre(parcouru);
            }));
            decide.await();
            horloge.avancer(Duration.ofSeconds(5));
            calendrier.parcourir(uneMinute());
            parcouru.countDown();
            acte.get();
        }
        assertThat(declaration(claire, dossier)).isInstanceOf(Fermee.class);

        horloge.avancer(Duration.ofMinutes(2));
        calendrier.parcourir(uneMinute());

        assertThat(declaration(claire, dossier)).isInstanceOf(Brouillon.class);
    }

    @Test
    void une_etape_que_la_version_en_vigueur_n_a_plus_s_ouvre_dans_les_dossiers_de_la_precedente() {
        var claire = instruction.referent();
        var dossier = deux.dossier("CALENDRIER-ETAPE-OTEE", "J+3T09:00", ACCEPTEE, claire);
        deux.accepter(claire, dossier);
        deux.publier("CALENDRIER-ETAPE-OTEE@2", "candidature", "bilan", "J+3T09:00", ACCEPTEE);

        horloge.avancer(Duration.ofDays(4));
        calendrier.parcourir(uneMinute());

        assertThat(declaration(claire, dossier)).isInstanceOf(Brouillon.class);
    }

    @Test
    void un_dossier_refuse_n_ouvre_plus_rien() {
        var claire = instruction.referent();
        var dossier = deux.dossier("CALENDRIER-REFUSE", "J+3T09:00", "candidat.type == 'GHT'", claire);
        instruction.transmettre(claire, dossier, "candidature", horloge.instant());
        var relu = instruction.relire(claire, dossier);
        var avant = relu.etape("candidature").orElseThrow();
        var refusee = avant.refuser(horloge.instant(), "non");
        dossiers.passer(relu, avant, refusee, Journal.SYSTEME, new EtapeRefusee(avant.vers(refusee), "non"));

        horloge.avancer(Duration.ofDays(4));
        calendrier.parcourir(uneMinute());

        assertThat(declaration(claire, dossier)).isInstanceOf(Fermee.class);
    }

    @Test
    void un_dossier_laisse_en_brouillon_apres_sa_fenetre_n_ouvre_plus_rien() {
        var claire = instruction.referent();
        var dossier = deux.dossier("CALENDRIER-LAISSE", "J+20T09:00", "candidat.type == 'GHT'", claire);
        var transmis = deux.dossier("CALENDRIER-LAISSE", "J+20T09:00", "candidat.type == 'GHT'", claire);
        instruction.transmettre(claire, transmis, "candidature", horloge.instant());

        horloge.avancer(Duration.ofDays(21));
        calendrier.parcourir(uneMinute());

        assertThat(declaration(claire, dossier)).isInstanceOf(Fermee.class);
        assertThat(declaration(claire, transmis)).isInstanceOf(Brouillon.class);
    }

    private EtatEtape declaration(Connecte referent, Dossier dossier) {
        return deux.declaration(referent, dossier).etat();
    }

    private void allerA(int jours, LocalTime heure) {
        var maintenant = horloge.instant().atZone(horloge.getZone());
        horloge.avancer(Duration.between(
                maintenant,
                maintenant.toLocalDate().plusDays(jours).atTime(heure).atZone(horloge.getZone())));
    }

    private static void attendre(CountDownLatch signal) {
        try {
            signal.await();
        } catch (InterruptedException interrompu) {
            throw new IllegalStateException(interrompu);
        }
    }

    private static Tranche uneMinute() {
        return Tranche.de(Duration.ofMinutes(1));
    }
}
