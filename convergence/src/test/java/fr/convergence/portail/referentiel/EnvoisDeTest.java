package fr.convergence.portail.referentiel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.compte.ComptesDeTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Un opérateur, ce qu'il envoie et ce qu'il en lit. */
record EnvoisDeTest(MockMvcTester web, Requetes requetes, JdbcClient base, Connecte operateur) {

    private static final String EJ = """
            finess_ej;raison_sociale;siren;code_statut_juridique;type_candidat;commune
            349000018;CHU DE VALBRUNE;;11;GHT;VALBRUNE
            123456789;CLE FAUSSE;;13;GHT;VALBRUNE
            """;
    private static final String EG = "finess_et;finess_ej;raison_sociale;code_categorie;commune\n"
            + "349000026;349000018;HOPITAL DES ARCEAUX;101;VALBRUNE\n";
    private static final String GHT = "code_ght;code_diffusion;nom\nOCC-71;76171;GARRIGUES\n";
    private static final String MEMBRES = "code_ght;finess_ej;role\nOCC-71;349000018;S\n";

    static EnvoisDeTest dans(ApplicationContext portail) {
        var comptes = portail.getBean(ComptesDeTest.class);
        return new EnvoisDeTest(
                portail.getBean(MockMvcTester.class),
                portail.getBean(Requetes.class),
                portail.getBean(JdbcClient.class),
                comptes.connecte(comptes.membre(Role.OPERATEUR)));
    }

    /** L'adresse de l'import, après « /administration/referentiel ». */
    String envoyer(MockMultipartFile... fichiers) {
        var reponse = poster(fichiers);
        assertThat(reponse).hasStatus(303);
        return String.valueOf(reponse.getResponse().getRedirectedUrl()).replace("/administration/referentiel", "");
    }

    static MockMultipartFile[] dossierPrepare() {
        return new MockMultipartFile[] {
            fichier("entites_juridiques.csv", EJ),
            fichier("entites_geographiques.csv", EG),
            fichier("ght.csv", GHT),
            fichier("ght_membres.csv", MEMBRES)
        };
    }

    static MockMultipartFile fichier(String nom, String contenu) {
        return fichier(nom, contenu.getBytes(UTF_8));
    }

    static MockMultipartFile fichier(String nom, byte[] contenu) {
        return new MockMultipartFile("fichiers", nom, null, contenu);
    }

    long ouverts() {
        return base.sql("select count(*) from etablissement_ej where ferme_le is null")
                .query(Long.class)
                .single();
    }

    long morceaux(String adresse) {
        return base.sql("select count(*) from referentiel_morceau where envoi_id = ?::uuid")
                .param(adresse.substring(adresse.lastIndexOf('/') + 1))
                .query(Long.class)
                .single();
    }

    MvcTestResult poster(MockMultipartFile... fichiers) {
        var requete = web.post()
                .uri("/administration/referentiel/imports")
                .with(requetes.par(operateur))
                .with(csrf())
                .multipart();
        for (var fichier : fichiers) {
            requete.file(fichier);
        }
        return requete.exchange();
    }

    MvcTestResult agir(String chemin) {
        return requetes.envoyer(operateur, "/administration/referentiel" + chemin);
    }

    MvcTestResult lire(String chemin) {
        return lire(operateur, chemin);
    }

    MvcTestResult lire(Connecte qui, String chemin) {
        return requetes.lire(qui, "/administration/referentiel" + chemin);
    }
}
