package fr.convergence.isc.capture;

import fr.convergence.isc.identite.CommencerVerification;
import fr.convergence.isc.identite.EtatDeVerification;
import fr.convergence.isc.identite.Sequence;
import fr.convergence.isc.identite.Verification;
import fr.convergence.isc.identite.Verification.Personne;
import fr.convergence.isc.identite.Verifications;
import fr.convergence.socle.essai.NavigateurDeTest;
import fr.convergence.socle.fichier.Analyse;
import fr.convergence.socle.site.Langue;
import fr.convergence.socle.video.Videos;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Une vérification neuve, l'ordinateur qui la suit et les téléphones qui l'ouvrent. */
public final class UneVerification {

    private final MockMvcTester web;
    private final Verifications verifications;
    private final Analyse analyse;
    private final UUID inscription = UUID.randomUUID();
    private final NavigateurDeTest ordinateur;

    public UneVerification(
            MockMvcTester web, CommencerVerification commencer, Verifications verifications, Analyse analyse) {
        this(web, commencer, verifications, analyse, Langue.FRANCAIS);
    }

    public UneVerification(
            MockMvcTester web,
            CommencerVerification commencer,
            Verifications verifications,
            Analyse analyse,
            Langue langue) {
        this.web = web;
        this.verifications = verifications;
        this.analyse = analyse;
        var lien = commencer.executer(inscription, new Personne("Claire", "Durand", adresse(), "+33612345678", langue));
        ordinateur = new NavigateurDeTest(web).lire(lien).suivre();
    }

    public String adresse() {
        return "claire." + inscription + "@logiciels.example";
    }

    public NavigateurDeTest ordinateur() {
        return ordinateur;
    }

    public Verification lue() {
        return verifications.deLInscription(inscription).orElseThrow();
    }

    public EtatDeVerification.Code etat() {
        return lue().etat().code();
    }

    /** Le lien que porte le code affiché sur l'ordinateur. */
    public String lien(String chemin) {
        return ordinateur
                .lire(chemin)
                .page()
                .select("a[href*=/mobile/]")
                .attr("href")
                .replaceFirst("^https?://[^/]+", "");
    }

    /** Un téléphone qui suit ce lien et démarre. */
    public NavigateurDeTest telephone(String lien) {
        var telephone = new NavigateurDeTest(web, "198.51.100.7").lire(lien);
        return telephone.page().select("form[action$=/ouvertures]").isEmpty() ? telephone : demarrer(telephone, lien);
    }

    /** Sur un téléphone qui montre déjà le bouton. */
    public NavigateurDeTest demarrer(NavigateurDeTest telephone, String lien) {
        return telephone.envoyer(lien + "/ouvertures");
    }

    /** Un téléphone prêt à filmer ce document. */
    public NavigateurDeTest pret(String document) {
        var telephone = telephone(lien("/verification-identite"));
        telephone.suivre().suivre().envoyer("/mobile/consentement", "accord", "oui");
        telephone.suivre().envoyer("/mobile/document", "document", document, "emetteur", "FR");
        telephone.suivre();
        return telephone;
    }

    public MockHttpServletResponse filmer(NavigateurDeTest telephone, Sequence sequence, byte[] video) {
        return filmer(telephone, sequence, "video.webm", video.length, video);
    }

    /** L'envoi reprenable, en une fois. */
    public MockHttpServletResponse filmer(
            NavigateurDeTest telephone, Sequence sequence, String nom, long taille, byte[] video) {
        var jeton = telephone.page().select("input[data-csrf]").first();
        return web.post()
                .uri("/mobile/sequences/" + sequence.code() + "/envois")
                .cookie(telephone.temoins().values().toArray(Cookie[]::new))
                .header("Sec-Fetch-Site", "same-origin")
                .header(jeton.attr("data-csrf"), jeton.val())
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", taille)
                .header(
                        "Upload-Metadata",
                        "filename " + Base64.getEncoder().encodeToString(nom.getBytes(StandardCharsets.UTF_8)))
                .contentType("application/offset+octet-stream")
                .content(video)
                .exchange()
                .getResponse();
    }

    /** Le formulaire, sans script. */
    public MockHttpServletResponse deposer(NavigateurDeTest telephone, Sequence sequence, String nom, byte[] video) {
        return web.post()
                .uri("/mobile/sequences/" + sequence.code() + "/videos")
                .multipart()
                .file(new MockMultipartFile("video", nom, "video/mp4", video))
                .cookie(telephone.temoins().values().toArray(Cookie[]::new))
                .param("_csrf", telephone.page().select("input[name=_csrf]").val())
                .param("_cle", telephone.page().select("input[name=_cle]").val())
                .header("Sec-Fetch-Site", "same-origin")
                .exchange()
                .getResponse();
    }

    public void toutFilmer(NavigateurDeTest telephone) {
        for (var sequence : ((EtatDeVerification.Filmee) lue().etat()).prise().sequences()) {
            telephone.lire("/mobile/sequences/" + sequence.code());
            filmer(telephone, sequence, Videos.webm(2_400));
        }
    }

    /** Tout filmé et contrôlé : un opérateur peut décider. */
    public UneVerification aExaminer() {
        toutFilmer(pret("CARTE_IDENTITE"));
        analyse.analyserLot();
        return this;
    }
}
