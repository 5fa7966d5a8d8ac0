package fr.convergence.portail.profil;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.portail.compte.EtablissementsDuCompte;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.inscription.RegistreDEssai;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** « Vos établissements » : ceux que l'on représente, en ajouter, en retirer. */
@TestDuPortail
@Tag("ETB-1")
final class EtablissementsDuProfilTest extends EssaisDuProfil {

    @Autowired
    EtablissementsDuCompte etablissements;

    @Autowired
    JdbcClient base;

    @Test
    void la_page_dit_l_etablissement_dans_les_mots_du_guide() {
        RegistreDEssai.poser(base);
        accepter();

        assertThat(navigateur.lire("/compte").texte())
                .containsSubsequence(
                        "Groupement Hospitalier de Territoire",
                        "Code GHT OCC-04",
                        "Intitulé GHT GHT Est Herault et Sud Aveyron",
                        "Raison sociale support CHU MONTPELLIER",
                        "FINESS support " + RegistreDEssai.SUPPORT);
    }

    @Test
    void un_etablissement_se_retire_sauf_le_dernier() {
        accepter();
        navigateur
                .lire("/compte/etablissements")
                .envoyer("/compte/etablissements/retraits", "etablissement", CLINIQUE.toString());
        assertThat(navigateur.suivre().texte()).contains("retiré de vos établissements");
        navigateur.envoyer("/compte/etablissements/retraits", "etablissement", ComptesDeTest.CHU.toString());
        assertThat(navigateur.statut()).isEqualTo(422);
        assertThat(etablissements.de(claire.id())).containsExactly(ComptesDeTest.CHU);
    }

    @Test
    void un_etablissement_se_cherche_se_selectionne_et_s_ajoute() {
        RegistreDEssai.poser(base);
        accepter();
        navigateur.lire("/compte/etablissements/ajout?type=EJ_PRIVEE&region=76&q=miremont");
        assertThat(navigateur.texte()).contains("1 établissement trouvé", "CLINIQUE DE MIREMONT BADENS");
        navigateur.lire(navigateur.page().select("td.cv-tableau__actions a").attr("href"));
        assertThat(navigateur.texte()).contains("Vous allez représenter cet établissement", "Occitanie");
        navigateur.envoyer(
                "/compte/etablissements",
                "etablissement",
                navigateur.page().select("button[name=etablissement]").val());
        assertThat(navigateur.suivre().texte())
                .contains("CLINIQUE DE MIREMONT BADENS (" + RegistreDEssai.PRIVEE + ") est ajouté");
        assertThat(etablissements.de(claire.id()))
                .contains(CleCandidat.lire("EJ_PRIVEE", RegistreDEssai.PRIVEE).orElseThrow());
    }

    @Test
    void une_recherche_d_etablissement_incomplete_dit_ce_qui_manque_et_garde_ce_qui_est_choisi() {
        accepter();
        assertThat(navigateur.lire("/compte/etablissements/ajout").statut())
                .as("rien n'est encore demandé")
                .isEqualTo(200);
        assertThat(navigateur
                        .page()
                        .select("form[action='/compte/etablissements/ajout']")
                        .hasAttr("novalidate"))
                .as("pas de bulle du navigateur")
                .isTrue();

        navigateur.lire("/compte/etablissements/ajout?type=&region=76&q=miremont");
        assertThat(navigateur.statut()).isEqualTo(422);
        assertThat(navigateur.page().select("#type-messages").text()).contains("Choisissez un type d’établissement");
        assertThat(navigateur.page().select("#region-messages").text()).isEmpty();
        assertThat(navigateur.page().select("#region option[selected]").val()).isEqualTo("76");
        assertThat(navigateur.page().select("#q").val()).isEqualTo("miremont");

        navigateur.lire("/compte/etablissements/ajout?type=GHT&region=&q=");
        assertThat(navigateur.page().select("#region-messages").text()).contains("Choisissez une région");
        assertThat(navigateur.page().select("#type option[selected]").val()).isEqualTo("GHT");
        assertThat(navigateur
                        .lire("/compte/etablissements/ajout?type=&region=&q=")
                        .statut())
                .isEqualTo(422);
    }

    @Test
    void un_etablissement_inconnu_du_registre_ne_s_ajoute_pas() {
        accepter();
        navigateur
                .lire("/compte/etablissements/ajout?type=GHT&region=76&q=zzzz")
                .envoyer("/compte/etablissements", "etablissement", "GHT:OCC-99");
        assertThat(navigateur.statut()).isEqualTo(422);
        assertThat(navigateur.texte()).contains("n’est pas dans le registre");
    }
}
