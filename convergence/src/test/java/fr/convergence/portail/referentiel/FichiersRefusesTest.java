package fr.convergence.portail.referentiel;

import static fr.convergence.portail.referentiel.EnvoisDeTest.dossierPrepare;
import static fr.convergence.portail.referentiel.EnvoisDeTest.fichier;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;

/** Un fichier qui n'est pas un référentiel se refuse avec sa raison, et rien n'entre. */
@TestDuPortail
@TestPropertySource(properties = "essai=referentiel")
final class FichiersRefusesTest extends EssaisDuReferentiel {

    @Test
    void sans_fichier_vide_ou_a_trop_se_dit_dans_la_page() {
        assertThat(operateur.poster()).hasStatus(422).bodyText().contains("Choisissez un fichier.");
        assertThat(operateur.poster(fichier("vide.csv", new byte[0])))
                .hasStatus(422)
                .bodyText()
                .contains("« vide.csv » est vide", "href=\"#fichiers\"", "<li>vide.csv</li>")
                .doesNotContain("_attendus.fichiers");
        assertThat(operateur.poster(fichier("a.csv", "x"), fichier("a.csv", "y")))
                .hasStatus(422)
                .bodyText()
                .contains("Envoyez un seul fichier", "name=\"_attendus.fichiers\" value=\"a.csv\"")
                .doesNotContain("_sans.");
    }

    @Test
    void un_mauvais_fichier_est_refuse_avec_sa_raison_et_rien_n_entre() throws IOException {
        var avant = operateur.ouverts();

        assertThat(refus(fichier("photo.jpg", "ÿØÿà JFIF"))).contains("photo.jpg : format non reconnu");
        assertThat(refus(fichier("finess.zip", "PK\3\4 un zip"))).contains("finess.zip est une archive ZIP");
        var publie = "finess;etalab;1;2026-05-12\nstructureet;349000026;349000018;HÔPITAL" + ";".repeat(28) + "\n";
        assertThat(refus(fichier("cs1100502.csv", publie))).contains("ligne 2 : encodage UTF-8, Latin-1");
        var compresse = compresser(publie.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refus(fichier("cs1100502.csv.gz", Arrays.copyOf(compresse, compresse.length - 12))))
                .contains("fichier tronqué ou illisible");
        assertThat(refus(fichier("flux.json", "{\"pmej\": [{\"informationsGenerales")))
                .contains("Refusé");
        var dossier = dossierPrepare();
        assertThat(refus(dossier[0], dossier[1], dossier[2]))
                .contains("à envoyer ensemble", "; il manque ght_membres.csv");
        assertThat(refus(dossier[0])).contains("entites_juridiques.csv ne s’importe pas seul");
        assertThat(operateur.ouverts()).isEqualTo(avant);
    }

    @Test
    void un_nom_de_fichier_ne_sort_pas_de_son_dossier() {
        assertThat(refus(fichier("../../../etc/passwd", "x")))
                .contains("passwd : format non reconnu")
                .doesNotContain("../");
    }

    private String refus(MockMultipartFile... fichiers) {
        var adresse = operateur.envoyer(fichiers);
        assertThat(traiter.executer()).isTrue();
        var page = operateur.lire(adresse);
        assertThat(operateur.morceaux(adresse)).isZero();
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static byte[] compresser(byte[] octets) throws IOException {
        var vers = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(vers)) {
            gzip.write(octets);
        }
        return vers.toByteArray();
    }
}
