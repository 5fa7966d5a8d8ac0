package fr.convergence.portail.piece;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.PortailServi;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Visiteur;
import fr.convergence.portail.compte.ComptesDeTest;
import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Une ligne qui se coupe pendant un envoi, devant le vrai serveur : ce n'est pas une panne du site. */
@PortailServi
@ExtendWith(OutputCaptureExtension.class)
@Tag("PCE-4")
final class EnvoiCoupeTest {

    private static final byte[] PDF = EssaisDeDepot.PDF;
    private static final int ARRIVES = 100;

    @Autowired
    ApplicationContext portail;

    @Autowired
    SessionRepository<? extends Session> sessions;

    @Autowired
    ComptesDeTest comptes;

    @LocalServerPort
    int port;

    @Test
    void ce_qui_est_arrive_se_garde_et_les_traces_n_en_disent_rien(CapturedOutput traces) throws IOException {
        var depots = Depots.dans(portail);
        var claire = comptes.connecte(comptes.referent(ComptesDeTest.CHU));
        var dossier = depots.dossier(claire);
        var envoi = Depots.adresse(depots.creer(claire, dossier, "preuves", "rapport.pdf", PDF.length));

        assertThat(couper(claire, envoi)).startsWith("HTTP/1.1 4");

        assertThat(depots.demander(claire, HttpMethod.HEAD, envoi).getHeader("Upload-Offset"))
                .isEqualTo(String.valueOf(ARRIVES));
        assertThat(traces).doesNotContain("repère", "EOFException");
    }

    /** N'envoie que le début d'un morceau, et ne dit plus rien : la réponse, s'il restait quelqu'un pour la lire. */
    private String couper(Connecte qui, String envoi) throws IOException {
        var visiteur = Visiteur.connecte("http://localhost:" + port, sessions, qui);
        var entetes = """
                PATCH %s HTTP/1.1
                Host: localhost
                Cookie: __Host-session=%s
                X-CSRF-TOKEN: %s
                Tus-Resumable: 1.0.0
                Upload-Offset: 0
                Content-Type: %s
                Content-Length: %d

                """.formatted(envoi, visiteur.temoin(), visiteur.jeton(), Depots.MORCEAU, PDF.length)
                .replace("\n", "\r\n");
        try (var fil = new Socket("localhost", port)) {
            fil.setSoTimeout(20_000);
            fil.getOutputStream().write(entetes.getBytes(ISO_8859_1));
            fil.getOutputStream().write(Arrays.copyOf(PDF, ARRIVES));
            fil.shutdownOutput();
            return new String(fil.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
