package fr.convergence.portail.plafond;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.guichet.DefinitionLivree;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.inscription.RegistreDEssai;
import java.nio.charset.Charset;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** L'opérateur importe les montants plafonds (HOS-5). */
@TestDuPortail
@Tag("HOS-5")
final class PlafondsTest {

    private static final CleCandidat PRIVEE = new CleCandidat(TypeCandidat.EJ_PRIVEE, RegistreDEssai.PRIVEE);
    private static final CleCandidat GHT = new CleCandidat(TypeCandidat.GHT, "OCC-04");

    @Autowired
    MockMvcTester web;

    @Autowired
    Requetes requetes;

    @Autowired
    ComptesDeTest comptes;

    @Autowired
    Plafonds plafonds;

    @Autowired
    GuichetsPublies guichets;

    @Autowired
    JdbcClient base;

    private Connecte operateur;

    @BeforeEach
    void un_registre_et_ses_guichets() {
        RegistreDEssai.poser(base);
        DefinitionLivree.guichetsDeDemonstration().forEach(d -> guichets.publierGuichet(d.fichier(), d.texte()));
        base.sql("delete from plafond").update();
        operateur = comptes.connecte(comptes.membre(Role.OPERATEUR));
    }

    @Test
    void chaque_ligne_est_ajoutee_changee_laissee_ou_refusee_avec_sa_raison() {
        var premier = envoyer(UTF_8, """
                guichet;candidat;plafond
                CARE-D1;OCC-04;150 000,50
                CARE-D1;110000064;20000
                """);
        assertThat(rapport(premier)).contains("2 plafonds ajoutés", "0 ligne refusée", "150 000,50");
        assertThat(plafonds.de("CARE-D1", GHT)).contains(150_000_50L);

        var second = envoyer(UTF_8, """
                \uFEFFguichet;candidat;plafond;commentaire
                CARE-D1;OCC-04;150000,50;pareil
                CARE-D1;110000064;20000,01;un centime de plus
                CARE-D1;110 000 064;30000;deux fois
                CARE-D9;OCC-04;1;guichet inconnu
                CARE-D1;999999999;1;candidat inconnu
                CARE-D1;OCC-99;1;GHT inconnu
                CARE-D2;OCC-04;-1;négatif
                CARE-D2;OCC-04;;sans montant
                CARE-D2;OCC-04;12,345;trop de décimales
                CARE-D2;OCC-04
                CARE-D2;"OCC-04;1;guillemet
                """);
        assertThat(rapport(second))
                .contains(
                        "0 plafond ajouté",
                        "1 plafond changé",
                        "1 plafond inchangé",
                        "9 lignes refusées",
                        "a déjà une ligne",
                        "Aucun guichet publié",
                        "Ni code GHT ni FINESS",
                        "Le plafond manque",
                        "2 champs au lieu de 4",
                        "guillemet n’est pas refermé");
        assertThat(plafonds.de("CARE-D1", PRIVEE)).contains(20_000_01L);
        assertThat(plafonds.de("CARE-D1", GHT)).contains(150_000_50L);
        assertThat(plafonds.de("CARE-D2", GHT)).isEmpty();
    }

    @Test
    void l_import_s_inscrit_au_journal() {
        var adresse =
                envoyer(Charset.forName("windows-1252"), """
                guichet;candidat;plafond;libellé
                CARE-D2;OCC-04;1 000 €;été
                """).getResponse().getRedirectedUrl();
        var id = String.valueOf(adresse).replaceFirst(".*/", "");

        assertThat(plafonds.de("CARE-D2", GHT)).contains(1_000_00L);
        assertThat(base.sql("select acte from journal where chaine = ?")
                        .param("plafond/" + id)
                        .query(String.class)
                        .list())
                .containsExactly("plafonds-importes");
    }

    @Test
    void un_fichier_qui_n_est_pas_un_tableau_est_refuse_en_mots() {
        assertThat(envoyer(UTF_8, "n'importe quoi")).hasStatus(422).bodyText().contains("guichet, candidat, plafond");
        assertThat(envoyer(UTF_8, "guichet;candidat;plafond\n"))
                .hasStatus(422)
                .bodyText()
                .contains("aucune ligne");
        assertThat(envoyer(UTF_8, "guichet;candidat;plafond;plafond\nCARE-D1;OCC-04;1;2\n"))
                .hasStatus(422)
                .bodyText()
                .contains("nomme deux fois : plafond");
        assertThat(envoyer(UTF_8, "")).hasStatus(422).bodyText().contains("Choisissez un fichier");
    }

    private MvcTestResult envoyer(Charset encodage, String contenu) {
        return web.post()
                .uri("/administration/plafonds/imports")
                .with(requetes.par(operateur))
                .with(csrf())
                .multipart()
                .file(new MockMultipartFile("fichier", "plafonds.csv", "text/csv", contenu.getBytes(encodage)))
                .exchange();
    }

    private String rapport(MvcTestResult envoi) {
        assertThat(envoi).hasStatus(303);
        var page = requetes.lire(operateur, String.valueOf(envoi.getResponse().getRedirectedUrl()));
        assertThat(page).hasStatusOk();
        return Jsoup.parse(new String(page.getResponse().getContentAsByteArray(), UTF_8))
                .text()
                .replaceAll("[\u00a0\u202f]", " ");
    }
}
