package fr.convergence.socle.envoi;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.convergence.socle.chiffrement.ClesDeTest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** De quoi envoyer un corps à qui le lit. */
abstract class EssaisDeCorps {

    static final String ENCODE = "application/x-www-form-urlencoded";

    static final String SECRET = "ligne confidentielle ";

    static final byte[] GROS = SECRET.repeat(20_000).getBytes(UTF_8);

    static final UUID CLAIRE = new UUID(0, 1);

    @TempDir
    Path dossier;

    final MockHttpServletResponse reponse = new MockHttpServletResponse();

    final RoutesDEssai routes = new RoutesDEssai();

    final Reserve reserve = new Reserve(10_000_000, 10);

    LectureDesCorps lecture;

    @BeforeEach
    void preparer() {
        var limites = LimitesDesCorps.desFichiers(1024 * 1024, 2 * 1024 * 1024);
        lecture = new LectureDesCorps(routes, limites, reserve, ClesDeTest.coffre(), dossier);
    }

    MockHttpServletRequest lire(byte[] corps, FilterChain suite) throws Exception {
        var envoi = requete("multipart/form-data; boundary=limite", corps);
        lecture.doFilter(envoi, reponse, (requete, retour) -> lecture.new Suite().doFilter(requete, retour, suite));
        return envoi;
    }

    static MockHttpServletRequest requete(String type, byte[] corps) {
        var requete = new MockHttpServletRequest("POST", "/essai");
        requete.setContentType(type);
        requete.setContent(corps);
        return requete;
    }

    static final class RoutesDEssai implements RoutesAFichiers {

        boolean existe = true;
        boolean ouverte = true;
        Optional<UUID> connecte = Optional.empty();

        @Override
        public boolean existe(HttpServletRequest requete) {
            return existe;
        }

        @Override
        public boolean ouverte(HttpServletRequest requete) {
            return ouverte;
        }

        @Override
        public Optional<UUID> connecte() {
            return connecte;
        }
    }

    static byte[] formulaire(byte[] fichier, String champ, String valeur) {
        var fin = "--limite\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n--limite--\r\n";
        var corps = new ByteArrayOutputStream();
        var debut = formulaire(fichier);
        corps.write(debut, 0, debut.length - "--limite--\r\n".length());
        corps.writeBytes(fin.formatted(champ, valeur).getBytes(UTF_8));
        return corps.toByteArray();
    }

    static byte[] formulaire(byte[] fichier) {
        var corps = new ByteArrayOutputStream();
        corps.writeBytes("""
                --limite\r
                Content-Disposition: form-data; name="_csrf"\r
                \r
                jeton\r
                --limite\r
                Content-Disposition: form-data; name="role"\r
                \r
                Directrice générale\r
                --limite\r
                Content-Disposition: form-data; name="preuve"; filename="été.pdf"\r
                Content-Type: application/pdf\r
                \r
                """.getBytes(UTF_8));
        corps.writeBytes(fichier);
        corps.writeBytes("\r\n--limite--\r\n".getBytes(UTF_8));
        return corps.toByteArray();
    }

    List<Path> enAttente() throws IOException {
        try (var fichiers = Files.list(dossier)) {
            return fichiers.toList();
        }
    }
}
