package fr.convergence.socle.antivirus;

import static fr.convergence.socle.contenu.Echantillons.EICAR;
import static fr.convergence.socle.contenu.Echantillons.colle;
import static fr.convergence.socle.contenu.Echantillons.pdf;
import static fr.convergence.socle.contenu.Echantillons.zip;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.convergence.socle.contenu.Echantillons.Entree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("PCE-3")
final class ClamdTest {

    private static final byte[] INFECTE = EICAR.getBytes(US_ASCII);

    @Nested
    final class UnVraiClamd {

        @TempDir
        private static Path dossier;

        private static ClamdDeTest clamd;

        @BeforeAll
        static void demarrer() throws IOException {
            assumeTrue(ClamdDeTest.installe(), "clamd est absent (paquet clamav-daemon) : ses essais sont passés");
            clamd = ClamdDeTest.demarrer(dossier);
        }

        @AfterAll
        static void arreter() {
            if (clamd != null) {
                clamd.close();
            }
        }

        @Test
        void le_fichier_d_essai_est_reconnu_nu_en_archive_imbrique_et_dans_un_pdf() throws IOException {
            assertThat(analyser(INFECTE)).isInstanceOf(VerdictDAntivirus.Infecte.class);
            assertThat(analyser(zip(new Entree("a.com", INFECTE)))).isInstanceOf(VerdictDAntivirus.Infecte.class);
            assertThat(analyser(zip(new Entree("a.zip", zip(new Entree("a.com", INFECTE))))))
                    .isInstanceOf(VerdictDAntivirus.Infecte.class);
            assertThat(analyser(colle("%PDF-1.4\n".getBytes(US_ASCII), INFECTE, pdf())))
                    .isEqualTo(new VerdictDAntivirus.Infecte("Eicar-Essai.UNOFFICIAL"));
        }

        @Test
        void un_fichier_sain_l_est_par_les_deux_adresses() throws IOException {
            assertThat(clamd.parTcp().analyser(new ByteArrayInputStream(pdf())))
                    .isEqualTo(new VerdictDAntivirus.Sain());
            assertThat(clamd.parUnix().analyser(new ByteArrayInputStream(pdf())))
                    .isEqualTo(new VerdictDAntivirus.Sain());
        }

        @Test
        void un_fichier_plus_gros_que_ses_limites_attend_qu_on_les_corrige() throws IOException {
            assertThat(analyser(new byte[21_000_000]))
                    .isInstanceOfSatisfying(
                            VerdictDAntivirus.Indisponible.class,
                            muet -> assertThat(muet.cause()).contains("size limit exceeded"));
        }

        @Test
        void une_panne_du_fichier_n_est_pas_une_panne_de_l_antivirus() {
            var illisible = new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("altéré");
                }
            };
            assertThatIOException()
                    .isThrownBy(() -> clamd.parUnix().analyser(illisible))
                    .withMessage("altéré");
        }

        private static VerdictDAntivirus analyser(byte[] octets) throws IOException {
            return clamd.parUnix().analyser(new ByteArrayInputStream(octets));
        }
    }

    @Test
    void un_clamd_absent_est_indisponible() throws IOException {
        var port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        port.close();
        assertThat(vers(port)).isInstanceOf(VerdictDAntivirus.Indisponible.class);
        assertThat(Clamd.a("unix:/nulle/part", Duration.ofSeconds(1)).analyser(InputStream.nullInputStream()))
                .isInstanceOf(VerdictDAntivirus.Indisponible.class);
    }

    @Test
    void un_clamd_muet_est_indisponible_au_bout_du_delai() throws IOException {
        try (var muet = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(vers(muet)).isInstanceOf(VerdictDAntivirus.Indisponible.class);
        }
    }

    @Test
    void une_reponse_incomprise_n_est_pas_un_verdict() throws IOException {
        for (var reponse : new String[] {"", "\0", "stream: OK mais", "HTTP/1.1 200 OK\r\n\r\n", "x".repeat(10_000)}) {
            try (var farceur = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                Thread.ofVirtual().start(() -> repondre(farceur, reponse));
                assertThat(vers(farceur)).as(reponse).isInstanceOf(VerdictDAntivirus.Indisponible.class);
            }
        }
    }

    @Test
    void qui_dit_sain_sans_avoir_tout_lu_n_est_pas_cru() throws IOException {
        for (var taille : new int[] {5_000_000, 100_000}) {
            try (var menteur = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                var dit = new CountDownLatch(1);
                Thread.ofVirtual().start(() -> mentir(menteur, dit));
                var fichier = new SequenceInputStream(attendre(dit), new ByteArrayInputStream(new byte[taille]));
                assertThat(Clamd.a("tcp://127.0.0.1:" + menteur.getLocalPort(), Duration.ofSeconds(20))
                                .analyser(fichier))
                        .isEqualTo(new VerdictDAntivirus.Indisponible("répond avant d’avoir tout lu"));
            }
        }
    }

    @Test
    void une_adresse_mal_ecrite_empeche_de_demarrer() {
        for (var adresse : new String[] {"127.0.0.1:3310", "tcp://clamd", "http://a:1", "unix:clamd.ctl"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Clamd.a(adresse, Duration.ofSeconds(1)))
                    .withMessageContaining(adresse);
        }
    }

    private static VerdictDAntivirus vers(ServerSocket port) throws IOException {
        return Clamd.a("tcp://127.0.0.1:" + port.getLocalPort(), Duration.ofSeconds(1))
                .analyser(new ByteArrayInputStream(new byte[5_000_000]));
    }

    /** Un fichier dont le premier octet ne se lit qu'une fois cela fait. */
    private static InputStream attendre(CountDownLatch fait) {
        return new InputStream() {
            private boolean lu;

            @Override
            public int read() throws IOException {
                if (lu) {
                    return -1;
                }
                lu = true;
                try {
                    fait.await();
                } catch (InterruptedException arret) {
                    throw new IOException(arret);
                }
                return 0;
            }
        };
    }

    private static void mentir(ServerSocket menteur, CountDownLatch dit) {
        try (var prise = menteur.accept()) {
            prise.getOutputStream().write("stream: OK\0".getBytes(US_ASCII));
            dit.countDown();
            prise.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            // clamd a raccroché
        }
    }

    private static void repondre(ServerSocket farceur, String reponse) {
        try (var prise = farceur.accept()) {
            prise.getOutputStream().write(reponse.getBytes(US_ASCII));
            prise.shutdownOutput();
            prise.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            // clamd a raccroché
        }
    }
}
