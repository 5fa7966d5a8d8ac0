package fr.convergence.isc.capture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.isc.TestDIsc;
import fr.convergence.isc.identite.CommencerVerification;
import fr.convergence.isc.identite.EtatDeVerification.Code;
import fr.convergence.isc.identite.EtatDeVerification.Filmee;
import fr.convergence.isc.identite.Sequence;
import fr.convergence.isc.identite.Verifications;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.essai.NavigateurDeTest;
import fr.convergence.socle.fichier.Analyse;
import fr.convergence.socle.video.Videos;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Le téléphone, du lien à la fin, et ce qui ne doit pas s'ouvrir. */
@Tag("ISC-5")
@TestDIsc
final class TelephoneTest {

    @Autowired
    MockMvcTester web;

    @Autowired
    CommencerVerification commencer;

    @Autowired
    Verifications verifications;

    @Autowired
    Analyse analyse;

    @Autowired
    HorlogeDeTest horloge;

    @Test
    void du_code_scanne_a_la_fin_l_ordinateur_suit_le_telephone() {
        var une = neuve();
        var ordinateur = une.ordinateur();
        assertThat(ordinateur.texte()).contains("Scannez ce code QR", "Reprendre plus tard");
        assertThat(ordinateur.page().select("img.cv-qr").attr("src")).startsWith("data:image/png;base64,");

        var telephone = new NavigateurDeTest(web).lire(une.lien("/verification-identite"));
        assertThat(telephone.texte()).contains("Démarrer ma vérification");
        assertThat(une.etat()).as("suivre le lien n’ouvre rien").isEqualTo(Code.CREEE);
        telephone = une.telephone(une.lien("/verification-identite")).suivre().suivre();
        assertThat(ordinateur.lire("/verification-identite").texte())
                .contains("Suivez les instructions sur votre mobile", "Ne fermez pas et ne rechargez pas cette page");

        telephone.envoyer("/mobile/consentement");
        assertThat(telephone.statut()).isEqualTo(422);
        telephone.envoyer("/mobile/consentement", "accord", "oui").suivre();
        assertThat(telephone.texte()).contains("Passeport", "Pays émetteur", "Continuer ma vérification");
        telephone.envoyer("/mobile/document", "document", "PASSEPORT", "emetteur", "ZZ");
        assertThat(telephone.statut()).isEqualTo(422);
        telephone
                .envoyer("/mobile/document", "document", "PASSEPORT", "emetteur", "BE")
                .suivre();
        assertThat(telephone.texte()).contains("J'ai mon document en main".replace('\'', '’'));

        telephone.lire("/mobile/sequences/recto");
        assertThat(telephone.reponse().getHeader("Permissions-Policy")).contains("camera=(self)");
        assertThat(telephone.texte()).contains("Vidéo 1 sur 4", "Filmez le recto de votre document");
        une.filmer(telephone, Sequence.RECTO, Videos.webm(2_400));
        assertThat(telephone.lire("/mobile").destination()).endsWith("/sequences/recto-incline");
        une.filmer(telephone, Sequence.RECTO_INCLINE, Videos.mp4(4_000));
        assertThat(une.lue().etat()).as("un MP4 nommé .webm est arrivé").isInstanceOf(Filmee.class);
        assertThat(ordinateur.lire("/verification-identite").texte()).contains("Vidéos reçues : 2 sur 4");
        analyse.analyserLot();
        assertThat(telephone.lire("/mobile").suivre().texte()).contains("Cette vidéo est à refaire");
        une.filmer(telephone, Sequence.RECTO_INCLINE, "IMG_01.MOV", Videos.mp4(4_000).length, Videos.mp4(4_000));
        assertThat(telephone.lire("/mobile").suivre().texte()).contains("Je filme mon visage");
        une.filmer(telephone.lire("/mobile/sequences/visage"), Sequence.VISAGE, Videos.webm(2_400));
        une.filmer(telephone.lire("/mobile/sequences/profil"), Sequence.PROFIL, Videos.webm(2_400));
        assertThat(une.etat()).isEqualTo(Code.SOUMISE);
        assertThat(telephone.lire("/mobile").texte()).contains("en cours de contrôle");
        analyse.analyserLot();
        assertThat(une.etat()).isEqualTo(Code.EN_EXAMEN);
        assertThat(telephone.lire("/mobile").texte()).contains("consulter votre ordinateur");
        assertThat(ordinateur.lire("/verification-identite/fin").texte())
                .contains("Vérification de votre identité terminée", "dans un délai de 24 h");
    }

    @Test
    void un_lien_ne_s_ouvre_que_sur_un_telephone_et_le_premier_y_revient() {
        var une = neuve();
        var lien = une.lien("/verification-identite");
        var second = new NavigateurDeTest(web).lire(lien);
        var premier = une.telephone(lien);
        une.demarrer(second, lien);
        assertThat(second.statut()).isEqualTo(410);
        assertThat(second.texte()).contains("Ce lien a déjà servi", "Utiliser un autre téléphone");
        assertThat(second.lire("/mobile").texte()).contains("Aucune vérification en cours ici");
        assertThat(premier.lire(lien).destination()).isEqualTo("/mobile");
    }

    @Test
    void un_autre_telephone_prend_la_suite_et_le_premier_ne_peut_plus_rien() {
        var une = neuve();
        var premier = une.pret("CARTE_IDENTITE").lire("/mobile/sequences/recto");
        une.filmer(premier, Sequence.RECTO, Videos.webm(2_400));
        premier.lire("/mobile/sequences/recto-incline");

        var second = une.telephone(une.lien("/verification-identite?autre=oui"));
        assertThat(second.suivre().suivre().texte()).contains("Vidéo 2 sur 6");
        assertThat(une.filmer(premier, Sequence.RECTO_INCLINE, Videos.webm(2_400))
                        .getStatus())
                .isEqualTo(410);
        assertThat(premier.lire("/mobile").texte()).contains("La vérification continue sur un autre téléphone");
        premier.envoyer("/mobile/document", "document", "PASSEPORT", "emetteur", "FR");
        assertThat(((Filmee) une.lue().etat()).recus()).containsExactly(Sequence.RECTO);
    }

    @Test
    void un_lien_expire_ou_abime_n_ouvre_rien() {
        var une = neuve();
        var lien = une.lien("/verification-identite");
        assertThat(une.telephone(lien.substring(0, lien.length() - 1) + (lien.endsWith("A") ? "B" : "A"))
                        .texte())
                .contains("Ce lien n’est pas le bon");
        horloge.avancer(Duration.ofMinutes(15));
        assertThat(une.telephone(lien).texte()).contains("Ce lien n’est plus valable");
        assertThat(une.etat()).isEqualTo(Code.CREEE);
    }

    @Test
    void une_video_vide_trop_lourde_ou_d_un_autre_format_est_refusee_avec_sa_raison() {
        var une = neuve();
        var telephone = une.pret("CARTE_IDENTITE").lire("/mobile/sequences/recto");
        var vide = une.filmer(telephone, Sequence.RECTO, "video.webm", 0, new byte[0]);
        assertThat(vide.getStatus()).isEqualTo(422);
        var lourde = une.filmer(telephone, Sequence.RECTO, "video.mp4", 500_000_000, new byte[10]);
        assertThat(lourde.getStatus()).isEqualTo(422);
        var autre = une.filmer(telephone, Sequence.RECTO, "video.html", 10, new byte[10]);
        assertThat(autre.getStatus()).isEqualTo(422);
        assertThat(((Filmee) une.lue().etat()).recus()).isEmpty();
    }

    @Test
    void une_video_d_un_instant_ou_sans_fin_est_a_refaire() {
        var une = neuve();
        var telephone = une.pret("CARTE_IDENTITE").lire("/mobile/sequences/recto");
        une.filmer(telephone, Sequence.RECTO, Videos.webm(0));
        analyse.analyserLot();
        assertThat(telephone.lire("/mobile/sequences/recto").texte()).contains("trop courte", "au moins 1 s");
        une.filmer(telephone, Sequence.RECTO, Videos.webm(31_000));
        analyse.analyserLot();
        assertThat(telephone.lire("/mobile/sequences/recto").texte()).contains("trop longue", "plus de 30 s");
        une.filmer(telephone, Sequence.RECTO, Videos.webm(2_400));
        analyse.analyserLot();
        assertThat(((Filmee) une.lue().etat()).recus()).containsExactly(Sequence.RECTO);
    }

    @Test
    void sans_script_une_video_choisie_part_avec_son_formulaire() {
        var une = neuve();
        var telephone = une.pret("CARTE_IDENTITE").lire("/mobile/sequences/recto");
        assertThat(une.deposer(telephone, Sequence.RECTO, "", new byte[0]).getStatus())
                .isEqualTo(422);
        assertThat(une.deposer(telephone, Sequence.RECTO, "IMG_1.MOV", Videos.mp4(3_000))
                        .getRedirectedUrl())
                .isEqualTo("/mobile");
        assertThat(((Filmee) une.lue().etat()).recus()).containsExactly(Sequence.RECTO);
    }

    @Test
    void de_vingt_telephones_qui_ouvrent_le_lien_au_meme_instant_un_seul_l_a() throws Exception {
        var une = neuve();
        var lien = une.lien("/verification-identite");
        var prets = IntStream.range(0, 20)
                .mapToObj(_ -> new NavigateurDeTest(web).lire(lien))
                .toList();
        try (var fils = Executors.newVirtualThreadPerTaskExecutor()) {
            var ouverts = fils
                    .invokeAll(prets.stream()
                            .map(pret -> (Callable<Integer>)
                                    () -> une.demarrer(pret, lien).statut())
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(ouverts.stream().filter(statut -> statut == 303)).hasSize(1);
            assertThat(ouverts.stream().filter(statut -> statut == 410)).hasSize(19);
        }
    }

    private UneVerification neuve() {
        return new UneVerification(web, commencer, verifications, analyse);
    }
}
