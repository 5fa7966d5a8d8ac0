package fr.convergence.portail.referentiel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.tache.TachePeriodique;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** L'opérateur envoie un fichier de référentiel ; le contexte est à cette classe, qui change le référentiel. */
@TestDuPortail
@TestPropertySource(properties = "essai=referentiel")
final class ReferentielTest {

    private static final Charset UTF_8 = StandardCharsets.UTF_8;
    private static final String EJ = """
            finess_ej;raison_sociale;siren;code_statut_juridique;type_candidat;commune
            349000018;CHU DE VALBRUNE;;11;GHT;VALBRUNE
            123456789;CLE FAUSSE;;13;GHT;VALBRUNE
            """;
    private static final String EG = "finess_et;finess_ej;raison_sociale;code_categorie;commune\n"
            + "349000026;349000018;HOPITAL DES ARCEAUX;101;VALBRUNE\n";
    private static final String GHT = "code_ght;code_diffusion;nom\nOCC-71;76171;GARRIGUES\n";
    private static final String MEMBRES = "code_ght;finess_ej;role\nOCC-71;349000018;S\n";

    @Autowired
    MockMvcTester web;

    @Autowired
    Requetes requetes;

    @Autowired
    ComptesDeTest deTest;

    @Autowired
    TraiterEnvoi traiter;

    @Autowired
    Envois envois;

    @Autowired
    @Qualifier("envoisOublies")
    TachePeriodique oublies;

    @Autowired
    HorlogeDeTest horloge;

    @Autowired
    JdbcClient base;

    private Connecte operateur;

    @BeforeEach
    void un_operateur() {
        operateur = deTest.connecte(deTest.membre(Role.OPERATEUR));
    }

    @Test
    void l_operateur_seul_y_entre() {
        assertThat(lire(operateur, "")).hasStatusOk().bodyText().contains("Licence Ouverte 2.0");
        assertThat(lire(deTest.connecte(deTest.membre(Role.ANS)), "")).hasStatus(403);
        assertThat(lire(deTest.connecte(deTest.referent()), "")).hasStatus(403);
    }

    @Test
    void un_envoi_se_verifie_en_fond_et_se_lit_avant_de_changer_quoi_que_ce_soit() {
        var avant = ouverts();
        var adresse = envoyer(dossierPrepare());

        assertThat(lire(operateur, adresse))
                .bodyText()
                .contains("Vérification en cours", "hx-trigger=\"every 2s\"", "Actualiser");
        assertThat(lire(operateur, "")).bodyText().contains("entites_juridiques.csv et 3 autres");
        assertThat(traiter.executer()).isTrue();
        assertThat(lire(operateur, adresse))
                .bodyText()
                .contains(
                        "À confirmer",
                        "Entités juridiques",
                        "1 ligne écartée.",
                        "FINESS EJ",
                        "<td class=\"cv-nombre\" data-titre=\"Ligne\">3</td>")
                .doesNotContain("hx-trigger");
        assertThat(ouverts()).isEqualTo(avant);
        assertThat(lire(operateur, adresse + "/rejets"))
                .hasContentType("text/csv;charset=UTF-8")
                .bodyText()
                .startsWith("\uFEFF\"fichier\";\"ligne\";\"raison\"\r\n\"entites_juridiques.csv\";3;\"");

        assertThat(agir(adresse + "/abandons")).hasStatus(303);
        assertThat(lire(operateur, adresse))
                .bodyText()
                .contains("Abandonné")
                .doesNotContain(adresse + "/confirmations");
        assertThat(morceaux(adresse)).isZero();
        assertThat(agir(adresse + "/confirmations")).hasStatus(303);
        assertThat(traiter.executer()).as("rien à faire").isFalse();
        assertThat(base.sql("select acte from journal where chaine = ? order by rang")
                        .param("referentiel" + adresse.substring(adresse.lastIndexOf('/')))
                        .query(String.class)
                        .list())
                .containsExactly("referentiel-envoye", "referentiel-abandonne");
    }

    @Test
    void un_import_confirme_se_fait_en_fond_et_le_refaire_ne_change_rien() {
        var adresse = envoyer(dossierPrepare());
        traiter.executer();

        assertThat(agir(adresse + "/confirmations")).hasStatus(303);
        assertThat(lire(operateur, adresse)).bodyText().contains("Import en cours");
        assertThat(traiter.executer()).isTrue();
        assertThat(lire(operateur, adresse)).bodyText().contains("Importé", "Ce que l'import a changé");
        assertThat(ouverts()).isEqualTo(1);
        assertThat(morceaux(adresse)).isZero();
        assertThat(lire(operateur, "")).bodyText().contains("Données lues dans « entites_juridiques.csv et 3 autres »");

        var seconde = envoyer(dossierPrepare());
        traiter.executer();
        assertThat(lire(operateur, seconde)).bodyText().contains("Ce fichier n'a rien changé : il était déjà importé.");
        assertThat(agir(seconde + "/confirmations")).hasStatus(303);
        assertThat(traiter.executer()).as("rien à faire").isFalse();

        vider();
    }

    @Test
    void un_noeud_mort_est_relaye_et_trois_fois_c_est_un_refus() {
        var adresse = envoyer(dossierPrepare());
        for (var noeud = 0; noeud < 3; noeud++) {
            assertThat(envois.prendre()).isPresent();
            assertThat(traiter.executer()).as("un autre nœud y travaille").isFalse();
            horloge.avancer(Duration.ofMinutes(6));
        }
        assertThat(traiter.executer()).isTrue();

        assertThat(lire(operateur, adresse)).bodyText().contains("Refusé", "s'est interrompu plusieurs fois");
        horloge.remettre();
    }

    @Test
    void un_envoi_que_personne_ne_confirme_s_efface() {
        var adresse = envoyer(dossierPrepare());
        traiter.executer();
        oublies.travail().run();
        assertThat(morceaux(adresse)).isPositive();

        horloge.avancer(Duration.ofDays(8));
        oublies.travail().run();
        assertThat(morceaux(adresse)).isZero();
        horloge.remettre();
        assertThat(lire(operateur, adresse)).bodyText().contains("Abandonné");
    }

    @Test
    void sans_fichier_vide_ou_a_trop_se_dit_dans_la_page() {
        assertThat(poster()).hasStatus(422).bodyText().contains("Choisissez un fichier.");
        assertThat(poster(fichier("vide.csv", new byte[0])))
                .hasStatus(422)
                .bodyText()
                .contains("« vide.csv » est vide", "href=\"#fichier\"");
        assertThat(poster(fichier("a.csv", "x"), fichier("a.csv", "y")))
                .hasStatus(422)
                .bodyText()
                .contains("Envoyez un seul fichier");
    }

    @Test
    void un_mauvais_fichier_est_refuse_avec_sa_raison_et_rien_n_entre() throws IOException {
        var avant = ouverts();

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
        assertThat(refus(dossier[0])).contains("entites_juridiques.csv ne s'importe pas seul");
        assertThat(ouverts()).isEqualTo(avant);
    }

    @Test
    void un_nom_de_fichier_ne_sort_pas_de_son_dossier() {
        assertThat(refus(fichier("../../../etc/passwd", "x")))
                .contains("passwd : format non reconnu")
                .doesNotContain("../");
    }

    @Test
    void un_import_inconnu_n_existe_pas() {
        assertThat(lire(operateur, "/imports/01900000-0000-7000-8000-000000000000"))
                .hasStatus(404);
        assertThat(lire(operateur, "/imports/01900000-0000-7000-8000-000000000000/rejets"))
                .hasStatus(404);
    }

    private String refus(MockMultipartFile... fichiers) {
        var adresse = envoyer(fichiers);
        assertThat(traiter.executer()).isTrue();
        var page = lire(operateur, adresse);
        assertThat(morceaux(adresse)).isZero();
        return new String(page.getResponse().getContentAsByteArray(), UTF_8);
    }

    /** L'adresse de l'import, après « /administration/referentiel ». */
    private String envoyer(MockMultipartFile... fichiers) {
        var reponse = poster(fichiers);
        assertThat(reponse).hasStatus(303);
        return String.valueOf(reponse.getResponse().getRedirectedUrl()).replace("/administration/referentiel", "");
    }

    private static MockMultipartFile[] dossierPrepare() {
        return new MockMultipartFile[] {
            fichier("entites_juridiques.csv", EJ),
            fichier("entites_geographiques.csv", EG),
            fichier("ght.csv", GHT),
            fichier("ght_membres.csv", MEMBRES)
        };
    }

    private static MockMultipartFile fichier(String nom, String contenu) {
        return fichier(nom, contenu.getBytes(UTF_8));
    }

    private static MockMultipartFile fichier(String nom, byte[] contenu) {
        return new MockMultipartFile("fichier", nom, null, contenu);
    }

    private static byte[] compresser(byte[] octets) throws IOException {
        var vers = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(vers)) {
            gzip.write(octets);
        }
        return vers.toByteArray();
    }

    /** Les autres essais partent d'un référentiel sans rien. */
    private void vider() {
        base.sql("""
                truncate etablissement_import, etablissement_import_compte, etablissement_import_rejet,
                    etablissement_ej, etablissement_eg, etablissement_ght, etablissement_ght_membre
                """).update();
    }

    private long ouverts() {
        return base.sql("select count(*) from etablissement_ej where ferme_le is null")
                .query(Long.class)
                .single();
    }

    private long morceaux(String adresse) {
        return base.sql("select count(*) from referentiel_morceau where envoi_id = ?::uuid")
                .param(adresse.substring(adresse.lastIndexOf('/') + 1))
                .query(Long.class)
                .single();
    }

    private MvcTestResult poster(MockMultipartFile... fichiers) {
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

    private MvcTestResult agir(String chemin) {
        return requetes.envoyer(operateur, "/administration/referentiel" + chemin);
    }

    private MvcTestResult lire(Connecte qui, String chemin) {
        return requetes.lire(qui, "/administration/referentiel" + chemin);
    }
}
