package fr.convergence.isc.identite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.convergence.isc.TestDIsc;
import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.acces.Membre;
import fr.convergence.isc.acte.ActeDIsc;
import fr.convergence.isc.capture.UneVerification;
import fr.convergence.isc.compte.ComptesDeTest;
import fr.convergence.isc.identite.EtatDeVerification.Code;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.essai.NavigateurDeTest;
import fr.convergence.socle.fichier.Analyse;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.journal.LigneDuJournal;
import fr.convergence.socle.video.Videos;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Qui voit les vidéos, ce qui s'en décide, quand elles s'effacent. */
@Tag("ISC-6")
@TestDIsc
final class ExamenTest {

    @Autowired
    MockMvcTester web;

    @Autowired
    CommencerVerification commencer;

    @Autowired
    Verifications verifications;

    @Autowired
    Analyse analyse;

    @Autowired
    LecteursDeVideos lecteurs;

    @Autowired
    Decider decider;

    @Autowired
    VerificationDesInscriptions inscriptions;

    @Autowired
    TravauxDIdentite travaux;

    @Autowired
    ComptesDeTest comptes;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient base;

    @Autowired
    HorlogeDeTest horloge;

    @Test
    void seul_un_operateur_nomme_par_un_autre_voit_une_video_et_le_journal_le_dit() throws Exception {
        var id = aExaminer().lue().id();
        var un = operateur();
        var autre = operateur();

        assertThat(lecteurs.ouvrir(un, id, Sequence.RECTO)).isEmpty();
        assertThat(lecteurs.nommer(un.compte(), un)).as("nul ne se nomme").isFalse();
        var salarie = comptes.membre(Fonction.SALARIE, comptes.entreprise());
        assertThat(lecteurs.nommer(salarie, un)).as("un salarié n’en est pas").isFalse();
        assertThat(lecteurs.nommer(un.compte(), autre)).isTrue();

        try (var video = lecteurs.ouvrir(un, id, Sequence.RECTO).orElseThrow()) {
            assertThat(video.flux().readNBytes(4)).containsExactly(0x1A, 0x45, 0xDF, 0xA3);
        }
        assertThat(lecteurs.ouvrir(autre, id, Sequence.RECTO))
                .as("l’autre n’est pas nommé")
                .isEmpty();
        assertThat(journal.chaine(ActeDIsc.chaineDIdentite(id)).getLast())
                .extracting(LigneDuJournal::acte, LigneDuJournal::acteur)
                .containsExactly("video-vue", un.getName());

        lecteurs.retirer(un.compte(), autre);
        assertThat(lecteurs.ouvrir(un, id, Sequence.RECTO)).isEmpty();
    }

    @Test
    void une_video_est_fermee_a_qui_n_est_pas_connecte() {
        var id = aExaminer().lue().id();
        var passant = new NavigateurDeTest(web).lire("/administration/identites/" + id + "/recto");
        assertThat(passant.destination()).startsWith("/connexion");
    }

    @Test
    void aucune_video_ne_se_lit_en_clair_dans_la_base_ni_dans_le_depot() {
        var id = aExaminer().lue().id();
        assertThat(base.sql("""
                        select count(*) from identite_sequence s join fichier f on f.id = s.fichier
                        where s.identite = ? and s.sain and f.cle is not null
                        """).param(id).query(Long.class).single()).isEqualTo(6);
    }

    @Test
    void une_decision_ne_se_prend_qu_une_fois_et_les_videos_s_effacent_apres_le_delai() {
        var une = aExaminer();
        var id = une.lue().id();
        var operateur = operateur();
        assertThat(decider.accepter(id, operateur)).isInstanceOf(Decider.Issue.Faite.class);
        assertThat(decider.refuser(id, operateur, "Trop tard")).isInstanceOf(Decider.Issue.PlusAExaminer.class);
        assertThat(une.ordinateur().lire("/verification-identite").texte()).contains("Votre identité est vérifiée");

        horloge.avancer(Duration.ofDays(30).minusSeconds(1));
        travaux.effacer();
        assertThat(videos(id)).isEqualTo(6);
        horloge.avancer(Duration.ofSeconds(1));
        travaux.effacer();
        assertThat(videos(id)).isZero();
        assertThat(journal.chaine(ActeDIsc.chaineDIdentite(id)).getLast().acte())
                .isEqualTo("videos-effacees");
    }

    @Test
    void une_verification_redemandee_efface_les_videos_et_se_recommence() {
        var une = aExaminer();
        var id = une.lue().id();
        decider.redemander(id, operateur(), "Le verso est illisible.");
        assertThat(videos(id)).isZero();
        assertThat(une.ordinateur().lire("/verification-identite").texte())
                .contains("La vérification est à refaire", "Le verso est illisible.");
        une.aExaminer();
        assertThat(une.etat()).isEqualTo(Code.EN_EXAMEN);
    }

    @Test
    void une_verification_jamais_finie_expire_et_ses_videos_s_effacent_aussitot() {
        var une = new UneVerification(web, commencer, verifications, analyse);
        var telephone = une.pret("CARTE_IDENTITE").lire("/mobile/sequences/recto");
        une.filmer(telephone, Sequence.RECTO, Videos.webm(2_000));
        var id = une.lue().id();
        horloge.avancer(Duration.ofDays(7));
        while (travaux.expirer()) {}
        while (travaux.effacer()) {}
        assertThat(une.etat()).isEqualTo(Code.EXPIREE);
        assertThat(videos(id)).isZero();
    }

    @Test
    void une_decision_qui_n_est_plus_a_prendre_defait_celle_de_l_inscription() {
        var une = aExaminer();
        inscriptions.accepter(une.lue().inscription(), operateur());
        assertThat(une.etat()).isEqualTo(Code.ACCEPTEE);
        assertThatThrownBy(() -> inscriptions.refuser(une.lue().inscription(), operateur(), "Trop tard"))
                .isInstanceOf(IllegalStateException.class);
    }

    private UneVerification aExaminer() {
        return new UneVerification(web, commencer, verifications, analyse).aExaminer();
    }

    private Membre operateur() {
        return new Membre(comptes.operateur(), Fonction.OPERATEUR, Optional.empty(), "Sophie Caron", horloge.instant());
    }

    private long videos(UUID id) {
        return base.sql("select count(*) from identite_sequence where identite = ?")
                .param(id)
                .query(Long.class)
                .single();
    }
}
