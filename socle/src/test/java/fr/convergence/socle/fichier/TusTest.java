package fr.convergence.socle.fichier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.base.BaseDeTest;
import fr.convergence.socle.fichier.EtatFichier.Recu;
import fr.convergence.socle.fichier.EtatFichier.Supprime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(BaseDeTest.class)
@Tag("PCE-1")
final class TusTest {

    private static final String MORCEAU = "application/offset+octet-stream";

    @TempDir
    Path dossier;

    private FichiersDeTest service;

    @BeforeEach
    void preparer(JdbcClient base, TransactionTemplate transaction) {
        service = FichiersDeTest.surBaseVide(base, transaction, dossier);
    }

    @Test
    void un_envoi_se_cree_se_suit_et_s_acheve() throws IOException {
        var creation = requete("POST");
        creation.addHeader("Upload-Length", "10");
        creation.addHeader(
                "Upload-Metadata",
                "filetype YQ==,filename " + base64("été.pdf") + ",modifie " + base64("1790000000000"));
        var annonce =
                service.tus.annonce(creation, new MockHttpServletResponse()).orElseThrow();
        assertThat(annonce).isEqualTo(new Tus.Creation("été.pdf", 10, 1_790_000_000_000L));

        var id = service.ouvert(annonce.nom(), annonce.taille());
        var cree = new MockHttpServletResponse();
        service.tus.cree(creation, cree, id, "claire", "/televersements/" + id);
        assertThat(cree.getStatus()).isEqualTo(201);
        assertThat(cree.getHeader("Location")).isEqualTo("/televersements/" + id);
        assertThat(cree.getHeader("Upload-Expires")).endsWith("GMT");

        assertThat(patch(id, 0, new byte[4]).getHeader("Upload-Offset")).isEqualTo("4");
        var tete = servir(requete("HEAD"), id);
        assertThat(tete.getStatus()).isEqualTo(200);
        assertThat(tete.getHeader("Upload-Offset")).isEqualTo("4");
        assertThat(tete.getHeader("Upload-Length")).isEqualTo("10");
        assertThat(tete.getHeader("Cache-Control")).isEqualTo("no-store");

        var fin = patch(id, 4, new byte[6]);
        assertThat(fin.getStatus()).isEqualTo(204);
        assertThat(fin.getHeader("Upload-Offset")).isEqualTo("10");
        assertThat(fin.getHeader("Tus-Resumable")).isEqualTo("1.0.0");
        assertThat(service.etat(id)).isInstanceOf(Recu.class);
        assertThat(servir(requete("HEAD"), id).getHeader("Upload-Offset")).isEqualTo("10");
        assertThat(patch(id, 10, new byte[0]).getStatus()).isEqualTo(204);
    }

    @Test
    void une_creation_prend_le_premier_morceau() throws IOException {
        var id = service.ouvert("a.pdf", 10);
        var creation = requete("POST");
        creation.setContentType(MORCEAU);
        creation.setContent(new byte[7]);
        var reponse = new MockHttpServletResponse();
        service.tus.cree(creation, reponse, id, "claire", "/x");
        assertThat(reponse.getStatus()).isEqualTo(201);
        assertThat(reponse.getHeader("Upload-Offset")).isEqualTo("7");
    }

    @Test
    void chaque_requete_fautive_a_son_statut() throws IOException {
        var id = service.ouvert("a.pdf", 10);
        assertThat(patch(id, 3, new byte[1]).getStatus()).isEqualTo(409);
        assertThat(patch(id, 0, new byte[11]).getStatus()).isEqualTo(413);
        assertThat(patch(UUID.randomUUID(), 0, new byte[1]).getStatus()).isEqualTo(404);

        var autreType = requete("PATCH");
        autreType.addHeader("Upload-Offset", "0");
        assertThat(servir(autreType, id).getStatus()).isEqualTo(415);

        var sansPosition = requete("PATCH");
        sansPosition.setContentType(MORCEAU);
        assertThat(servir(sansPosition, id).getStatus()).isEqualTo(400);

        var autreVersion = new MockHttpServletRequest("HEAD", "/");
        autreVersion.addHeader("Tus-Resumable", "0.2.0");
        assertThat(servir(autreVersion, id).getStatus()).isEqualTo(412);
        assertThat(servir(requete("PUT"), id).getStatus()).isEqualTo(405);
    }

    @Test
    void un_morceau_simultane_recoit_423() throws IOException {
        var id = service.ouvert("a.pdf", 10);
        var statut = new int[1];
        service.receveur.recevoir(
                id,
                "claire",
                0,
                Envoi.de(0, 5).avec(_ -> statut[0] = patch(id, 0, new byte[5]).getStatus()));
        assertThat(statut[0]).isEqualTo(423);
    }

    @Test
    void un_envoi_s_annule_mais_pas_un_fichier_entier() throws IOException {
        var id = service.ouvert("a.pdf", 10);
        patch(id, 0, new byte[5]);
        var substitut = requete("POST");
        substitut.addHeader("X-HTTP-Method-Override", "DELETE");
        assertThat(servir(substitut, id).getStatus()).isEqualTo(204);
        assertThat(service.etat(id)).isInstanceOf(Supprime.class);
        assertThat(service.objets()).isEmpty();
        assertThat(servir(requete("HEAD"), id).getStatus()).isEqualTo(410);

        var entier = service.recu("b.pdf", new byte[5]);
        assertThat(servir(requete("DELETE"), entier).getStatus()).isEqualTo(409);
    }

    @Test
    void un_envoi_expire_recoit_410_et_celui_d_un_autre_404() throws IOException {
        var id = service.ouvert("a.pdf", 10);
        var reponse = new MockHttpServletResponse();
        service.tus.servir(requete("HEAD"), reponse, id, "paul");
        assertThat(reponse.getStatus()).isEqualTo(404);
        service.horloge.avancer(Duration.ofHours(25));
        assertThat(patch(id, 0, new byte[5]).getStatus()).isEqualTo(410);
    }

    @Test
    void une_creation_mal_ecrite_est_refusee() {
        assertThat(annonce("10", "filename " + base64("a.pdf"))).isEqualTo(200);
        assertThat(annonce(null, "filename " + base64("a.pdf"))).isEqualTo(400);
        assertThat(annonce("-1", "filename " + base64("a.pdf"))).isEqualTo(400);
        assertThat(annonce("99999999999999999999", "filename " + base64("a.pdf")))
                .isEqualTo(400);
        assertThat(annonce("10", "filename ***")).isEqualTo(400);
        assertThat(annonce("10", null)).isEqualTo(400);
    }

    @Test
    void les_capacites_sont_dites() {
        var reponse = new MockHttpServletResponse();
        service.tus.capacites(reponse);
        assertThat(reponse.getHeader("Tus-Version")).isEqualTo("1.0.0");
        assertThat(reponse.getHeader("Tus-Extension")).contains("creation", "termination", "expiration");
    }

    private int annonce(@Nullable String taille, @Nullable String metadonnees) {
        var requete = requete("POST");
        if (taille != null) {
            requete.addHeader("Upload-Length", taille);
        }
        if (metadonnees != null) {
            requete.addHeader("Upload-Metadata", metadonnees);
        }
        var reponse = new MockHttpServletResponse();
        service.tus.annonce(requete, reponse);
        return reponse.getStatus();
    }

    private MockHttpServletResponse patch(UUID id, long depuis, byte[] octets) throws IOException {
        var requete = requete("PATCH");
        requete.setContentType(MORCEAU);
        requete.addHeader("Upload-Offset", String.valueOf(depuis));
        requete.setContent(octets);
        return servir(requete, id);
    }

    private MockHttpServletResponse servir(MockHttpServletRequest requete, UUID id) throws IOException {
        var reponse = new MockHttpServletResponse();
        service.tus.servir(requete, reponse, id, "claire");
        return reponse;
    }

    private static MockHttpServletRequest requete(String methode) {
        var requete = new MockHttpServletRequest(methode, "/");
        requete.addHeader("Tus-Resumable", "1.0.0");
        return requete;
    }

    private static String base64(String texte) {
        return Base64.getEncoder().encodeToString(texte.getBytes(UTF_8));
    }
}
