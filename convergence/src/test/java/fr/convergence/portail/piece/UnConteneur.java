package fr.convergence.portail.piece;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.socle.contenu.Echantillons;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Une question confidentielle d'un dossier, telle que son référent la mène : {@code conteneur.montrer().activer()}. */
record UnConteneur(Requetes requetes, Connecte referent, Dossier dossier, String question) {

    String adresse() {
        return Depots.adresse(dossier) + "/conteneurs/" + question;
    }

    /** @return les identifiants que la page montre : nom d'utilisateur, mot de passe */
    String[] montrer() {
        assertThat(requetes.envoyer(referent, adresse())).hasStatus(303);
        return identifiants(page());
    }

    static String[] identifiants(Document page) {
        return new String[] {
            page.select("[data-conteneur-utilisateur]").text(),
            page.select("[data-conteneur-mot-de-passe]").stream()
                    .map(Element::wholeText)
                    .findFirst()
                    .orElse("")
        };
    }

    void activer() {
        activer(page().select("input[name=numero]").val());
    }

    /** @param numero celui que montrait la page d'où l'on active */
    void activer(String numero) {
        assertThat(requetes.envoyer(referent, adresse() + "/activations", "memorise", "oui", "numero", numero))
                .hasStatus(303);
    }

    void accepter() {
        assertThat(requetes.envoyer(referent, adresse() + "/accords", "accord-conteneur", "oui"))
                .hasStatus(303);
    }

    /** @return le mot de passe */
    String pret() {
        var motDePasse = montrer()[1];
        activer();
        accepter();
        return motDePasse;
    }

    Document page() {
        return Jsoup.parse(texte(requetes.lire(referent, adresse())));
    }

    byte[] fichier() {
        var reponse = requetes.lire(referent, adresse() + "/fichier");
        assertThat(reponse).hasStatusOk();
        return reponse.getResponse().getContentAsByteArray();
    }

    static String texte(MvcTestResult reponse) {
        return new String(reponse.getResponse().getContentAsByteArray(), UTF_8);
    }

    /** Une archive d'un PDF, chiffrée en AES-256 sous ce mot de passe. */
    static byte[] archive(String motDePasse) throws IOException {
        return archive(motDePasse, Map.of("rapport.pdf", Echantillons.pdf()));
    }

    /** @param fichiers par nom ; un nom fini par « / » est un dossier */
    static byte[] archive(String motDePasse, Map<String, byte[]> fichiers) throws IOException {
        var octets = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(octets, motDePasse.toCharArray())) {
            for (var fichier : fichiers.entrySet()) {
                var reglages = new ZipParameters();
                reglages.setFileNameInZip(fichier.getKey());
                reglages.setEncryptFiles(!fichier.getKey().endsWith("/"));
                reglages.setEncryptionMethod(EncryptionMethod.AES);
                reglages.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
                archive.putNextEntry(reglages);
                archive.write(fichier.getValue());
                archive.closeEntry();
            }
        }
        return octets.toByteArray();
    }
}
