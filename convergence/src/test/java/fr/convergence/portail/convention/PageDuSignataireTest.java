package fr.convergence.portail.convention;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.essai.NavigateurDeTest;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.journal.LigneDuJournal;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Trois boutons, un formulaire : aucun ne vide ce que les autres demandent (CONV-1). */
@TestDuPortail
@Tag("CONV-1")
final class PageDuSignataireTest {

    @Autowired
    UneConvention une;

    @Autowired
    UneInstruction instruction;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    MockMvcTester web;

    @Autowired
    Journal journal;

    private Connecte claire;
    private String signataire;

    @BeforeEach
    void nommer() {
        claire = instruction.referent();
        signataire = "lucja." + UUID.randomUUID() + "@hopital.example";
    }

    @Test
    void ce_qui_est_coche_ou_ecrit_survit_a_chaque_bouton_de_la_page() {
        var dossier = une.envoyee(claire, signataire);
        var navigateur = new NavigateurDeTest(web, "192.0.2.48");
        var lien = UneConvention.lien(boite, signataire);
        assertThat(navigateur.lire(lien).page().select("main form")).hasSize(1);

        navigateur.envoyer(lien + "/codes", "accord", "oui", "motifRefus", "Le montant est faux.");
        assertThat(navigateur.statut()).isEqualTo(200);
        garde(navigateur);
        navigateur.envoyer(lien + "/signatures", "accord", "oui", "motifRefus", "Le montant est faux.");
        assertThat(navigateur.statut()).isEqualTo(422);
        garde(navigateur);
        navigateur.envoyer(lien + "/refus", "accord", "oui", "motifRefus", "Le montant est faux.");
        assertThat(navigateur.statut()).isEqualTo(422);
        garde(navigateur);

        navigateur.envoyer(
                lien + "/signatures",
                "accord",
                "oui",
                "code",
                UneConvention.code(boite, signataire),
                "codeRefus",
                "123456");
        assertThat(navigateur.texte())
                .as("la touche Entrée dans le code du refus ne signe pas")
                .contains("Effacez ce code pour signer");
        assertThat(journal.chaine(dossier.reference().valeur()))
                .extracting(LigneDuJournal::acte)
                .doesNotContain("convention-signee");
    }

    @Test
    void un_double_clic_ne_fait_partir_qu_un_code() {
        une.envoyee(claire, signataire);
        var navigateur = new NavigateurDeTest(web, "192.0.2.49");
        var lien = UneConvention.lien(boite, signataire);
        var cle = UUID.randomUUID().toString();

        navigateur.lire(lien).envoyer(lien + "/codes", "_cle", cle).envoyer(lien + "/codes", "_cle", cle);

        assertThat(navigateur.texte()).contains("Votre code est parti");
        assertThat(boite.de(signataire).stream().map(BoiteAuxLettres.Lettre::modele))
                .containsOnlyOnce("convention/code");
    }

    /** Un téléphone qui a oublié l'onglet demande de nouveau l'adresse où il était. */
    @Test
    void une_page_rechargee_apres_un_envoi_revient_a_la_convention() {
        une.envoyee(claire, signataire);
        var navigateur = new NavigateurDeTest(web, "192.0.2.51");
        var lien = UneConvention.lien(boite, signataire);
        navigateur.lire(lien).envoyer(lien + "/codes");

        for (var adresse : new String[] {"/codes", "/signatures", "/refus"}) {
            assertThat(web.get().uri(lien + adresse).exchange()).hasStatus(303).hasHeader("Location", lien);
        }
    }

    private static void garde(NavigateurDeTest navigateur) {
        assertThat(navigateur.page().select("#accord").hasAttr("checked")).isTrue();
        assertThat(navigateur.page().select("#motifRefus").text()).isEqualTo("Le montant est faux.");
        assertThat(navigateur.page().select("details[open]")).hasSize(1);
    }
}
