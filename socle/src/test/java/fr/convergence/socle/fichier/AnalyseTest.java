package fr.convergence.socle.fichier;

import static fr.convergence.socle.contenu.Echantillons.EICAR;
import static fr.convergence.socle.contenu.Echantillons.docm;
import static fr.convergence.socle.contenu.Echantillons.pdf;
import static fr.convergence.socle.contenu.Echantillons.zip;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.convergence.socle.antivirus.Clamd;
import fr.convergence.socle.antivirus.ClamdDeTest;
import fr.convergence.socle.contenu.Echantillons.Entree;
import fr.convergence.socle.contenu.Raison;
import fr.convergence.socle.fichier.EtatFichier.NonAnalyse;
import fr.convergence.socle.fichier.EtatFichier.Recu;
import fr.convergence.socle.fichier.EtatFichier.Refuse;
import fr.convergence.socle.fichier.EtatFichier.Sain;
import fr.convergence.socle.fichier.EtatFichier.Supprime;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletResponse;

@Tag("PCE-3")
final class AnalyseTest extends EssaisDesFichiers {

    @TempDir
    Path antivirus;

    @Test
    void sans_antivirus_un_fichier_bien_forme_est_lisible_et_marque_non_analyse() throws IOException {
        var id = service.recu("note.pdf", pdf());
        assertThat(service.analyse.avecAntivirus()).isFalse();
        assertThat(service.analyse.analyserLot()).isEqualTo(1);
        assertThat(service.etat(id)).isInstanceOf(NonAnalyse.class);
        assertThat(service.lu(id)).isEqualTo(pdf());
        assertThat(service.faits).contains(new FichierJuge(id, service.etat(id)));
        assertThat(service.analyse.analyserLot()).isZero();
    }

    @Test
    void un_fichier_refuse_dit_pourquoi_et_ses_octets_sont_effaces() throws IOException {
        var id = service.recu("note.docx", docm());
        assertThat(service.analyse.analyser(id)).containsInstanceOf(Refuse.class);
        assertThat(raison(id)).isEqualTo(Raison.MACROS);
        assertThat(service.fichiers.lire(id)).isEmpty();
        assertThat(service.objets()).isEmpty();
        assertThat(base.sql("select cle from fichier").query(byte[].class).optional())
                .isEmpty();
    }

    @Test
    void un_fichier_de_plusieurs_segments_se_controle_comme_un_autre() throws IOException {
        var hasard = new byte[20_000_000];
        new java.util.Random(1).nextBytes(hasard);
        var id = service.recu("gros.zip", zip(new Entree("a", hasard), new Entree("b", pdf())));
        service.analyse.analyserLot();
        assertThat(service.objets()).hasSize(2);
        assertThat(service.etat(id)).isInstanceOf(NonAnalyse.class);
    }

    @Test
    void plusieurs_noeuds_analysent_sans_jamais_prendre_le_meme_fichier() throws Exception {
        for (var i = 0; i < 30; i++) {
            service.recu("note.pdf", pdf());
        }
        try (var noeuds = Executors.newFixedThreadPool(4)) {
            var lots = noeuds.invokeAll(IntStream.range(0, 4)
                    .<Callable<Integer>>mapToObj(_ -> service.analyse::analyserLot)
                    .toList());
            var total = 0;
            for (var lot : lots) {
                total += lot.get();
            }
            assertThat(total).isEqualTo(30);
        }
    }

    @Test
    void un_fichier_qu_un_noeud_mort_analysait_est_juge_en_trente_secondes() throws IOException {
        var id = service.recu("note.pdf", pdf());
        assertThat(service.magasin.quarantaine.prochain()).isPresent();
        assertThat(service.analyse.analyserLot()).as("un nœud s'en occupe").isZero();

        service.horloge.avancer(Duration.ofSeconds(25));

        assertThat(service.analyse.analyserLot()).isEqualTo(1);
        assertThat(service.etat(id)).isInstanceOf(NonAnalyse.class);
    }

    @Test
    void un_segment_altere_n_est_jamais_rendu_et_le_fichier_attend() throws IOException {
        var id = service.recu("note.pdf", pdf());
        alterer();
        assertThat(service.fichiers.integre(id)).isFalse();
        assertThat(service.analyse.analyserLot()).isZero();
        assertThat(service.etat(id)).isInstanceOf(Recu.class);
    }

    @Test
    void un_segment_altere_apres_coup_interrompt_la_lecture_avant_le_premier_octet() throws IOException {
        var id = service.recu("note.pdf", pdf());
        service.analyse.analyserLot();
        alterer();
        var reponse = new MockHttpServletResponse();
        assertThatIOException()
                .isThrownBy(
                        () -> Telechargement.servir(service.fichiers.lire(id).orElseThrow(), reponse));
        assertThat(reponse.isCommitted()).isFalse();
        assertThat(reponse.getContentAsByteArray()).isEmpty();
    }

    @Test
    void un_segment_remplace_par_celui_d_un_autre_fichier_ne_se_lit_pas() throws IOException {
        var id = service.recu("note.pdf", pdf());
        var autre = service.recu("note.pdf", pdf());
        service.analyse.analyserLot();
        var objets = service.objets();
        Files.write(objets.get(0), Files.readAllBytes(objets.get(1)));
        Files.write(objets.get(1), Files.readAllBytes(objets.get(0)));
        assertThat(service.fichiers.integre(id) && service.fichiers.integre(autre))
                .isFalse();
    }

    @Test
    void rien_n_est_en_clair_sur_le_disque() throws IOException {
        service.recu("note.pdf", pdf());
        assertThat(new String(Files.readAllBytes(service.objets().getFirst()), US_ASCII))
                .doesNotContain("PDF", "Catalog");
    }

    @Test
    void un_fichier_supprime_l_est_du_disque_et_son_nom_reste() throws IOException {
        var id = service.recu("note.pdf", pdf());
        service.analyse.analyserLot();
        transaction.executeWithoutResult(etat -> {
            service.fichiers.supprimer(id);
            etat.setRollbackOnly();
        });
        assertThat(service.lu(id)).isEqualTo(pdf());

        service.fichiers.supprimer(id);
        assertThat(service.etat(id)).isInstanceOf(Supprime.class);
        assertThat(service.objets()).isEmpty();
        assertThat(service.fichiers.fiche(id).orElseThrow().nom()).isEqualTo("note.pdf");
    }

    @Test
    void un_fichier_se_telecharge_en_piece_jointe_sous_un_nom_sans_piege() throws IOException {
        var id = service.recu("ét\"é\r\n; x.pdf", pdf());
        service.analyse.analyserLot();
        var reponse = new MockHttpServletResponse();
        Telechargement.servir(service.fichiers.lire(id).orElseThrow(), reponse);
        assertThat(reponse.getContentAsByteArray()).isEqualTo(pdf());
        assertThat(reponse.getContentType()).isEqualTo("application/pdf");
        assertThat(reponse.getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .doesNotContain("\r", "\n");
        assertThat(reponse.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void un_antivirus_en_panne_garde_les_fichiers_en_quarantaine_et_les_rend_a_son_retour() throws IOException {
        assumeTrue(ClamdDeTest.installe(), "clamd est absent (paquet clamav-daemon) : cet essai est passé");
        try (var clamd = ClamdDeTest.demarrer(antivirus)) {
            service = new FichiersDeTest(base, transaction, dossier, clamd.parUnix());
            clamd.arreter();
            var sain = service.recu("note.pdf", pdf());
            var infecte =
                    service.recu("note.zip", zip(new Entree("a.zip", zip(new Entree("a", EICAR.getBytes(UTF_8))))));
            var macros = service.recu("note.docx", docm());

            assertThat(service.analyse.analyserLot()).isZero();
            assertThat(service.etat(sain)).isInstanceOf(Recu.class);
            assertThat(service.fichiers.lire(sain)).isEmpty();
            assertThat(service.analyse.enRetard()).isZero();
            service.horloge.avancer(Duration.ofMinutes(6));
            assertThat(service.analyse.enRetard()).isEqualTo(3);

            clamd.relancer();
            assertThat(service.analyse.analyserLot()).isEqualTo(3);
            assertThat(service.etat(sain)).isInstanceOf(Sain.class);
            assertThat(raison(infecte)).isEqualTo(Raison.INFECTE);
            assertThat(raison(macros)).isEqualTo(Raison.MACROS);
            assertThat(service.objets()).hasSize(1);
        }
    }

    @Test
    void un_antivirus_qui_repond_sans_juger_ne_passe_pas_pour_bien_portant() throws IOException {
        try (var prise = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var juge = new AtomicBoolean();
            Thread.ofVirtual().start(() -> repondreAuSalutSeul(prise, juge));
            service = new FichiersDeTest(
                    base,
                    transaction,
                    dossier,
                    Clamd.a("tcp://127.0.0.1:" + prise.getLocalPort(), Duration.ofSeconds(20)));
            service.analyse.essayer();
            var id = service.recu("note.pdf", pdf());
            service.horloge.avancer(Duration.ofSeconds(1));

            assertThat(service.analyse.analyserLot()).isZero();
            assertThatIOException().isThrownBy(service.analyse::essayer).withMessageContaining("ne juge pas");

            juge.set(true);
            service.horloge.avancer(Duration.ofSeconds(20));
            assertThat(service.analyse.analyserLot()).isEqualTo(1);
            assertThat(service.etat(id)).isInstanceOf(Sain.class);
            service.analyse.essayer();
        }
    }

    @Test
    void un_antivirus_regle_apres_coup_reprend_ce_qui_fut_recu_sans_lui() throws IOException {
        assumeTrue(ClamdDeTest.installe(), "clamd est absent (paquet clamav-daemon) : cet essai est passé");
        var sain = service.recu("note.pdf", pdf());
        var infecte = service.recu("note.zip", zip(new Entree("a", EICAR.getBytes(UTF_8))));
        service.analyse.analyserLot();
        assertThat(service.analyse.reprendre())
                .as("sans antivirus, rien à reprendre")
                .isZero();
        try (var clamd = ClamdDeTest.demarrer(antivirus)) {
            service = new FichiersDeTest(base, transaction, dossier, clamd.parUnix());

            assertThat(service.analyse.nonAnalyses()).isTrue();
            assertThat(service.analyse.reprendre()).isEqualTo(2);
            assertThat(service.analyse.reprendre()).as("une fois en file").isZero();
            assertThat(service.lu(sain)).as("lisible en attendant").isEqualTo(pdf());

            assertThat(service.analyse.analyserLot()).isEqualTo(2);
            assertThat(service.etat(sain)).isInstanceOf(Sain.class);
            assertThat(raison(infecte)).isEqualTo(Raison.INFECTE);
            assertThat(service.fichiers.lire(infecte)).isEmpty();
            assertThat(service.analyse.nonAnalyses()).isFalse();
        }
    }

    /** Un clamd qui salue, et rompt quand on lui donne à lire, jusqu'à ce qu'il doive juger. */
    private static void repondreAuSalutSeul(ServerSocket prise, AtomicBoolean juge) {
        while (!prise.isClosed()) {
            try (var client = prise.accept()) {
                var ordre = new String(client.getInputStream().readNBytes(6), US_ASCII);
                if (ordre.equals("zPING\0")) {
                    client.getOutputStream().write("PONG\0".getBytes(US_ASCII));
                } else if (juge.get()) {
                    var entree = new DataInputStream(client.getInputStream());
                    entree.skipNBytes("EAM\0".length());
                    for (var taille = entree.readInt(); taille > 0; taille = entree.readInt()) {
                        entree.skipNBytes(taille);
                    }
                    client.getOutputStream().write("stream: OK\0".getBytes(US_ASCII));
                }
            } catch (IOException e) {
                // l'essai est fini, ou le portail a raccroché
            }
        }
    }

    private Raison raison(UUID id) {
        return ((Refuse) service.etat(id)).refus().raison();
    }

    private void alterer() throws IOException {
        var objet = service.objets().getFirst();
        var octets = Files.readAllBytes(objet);
        octets[octets.length - 20] ^= 1;
        Files.write(objet, octets);
    }
}
