package fr.convergence.portail.convention;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.convention.EtatDeConvention.Signee;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.essai.NavigateurDeTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Ce que le signataire saisit à son lien, et ce que le lien retient de qui l'ouvre (CONV-1). */
@TestDuPortail
@Tag("CONV-1")
final class LienDuSignataireTest {

    @Autowired
    UneConvention une;

    @Autowired
    Conventions conventions;

    @Autowired
    TracesDeSignature traces;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    MockMvcTester web;

    private Connecte claire;
    private String signataire;

    @BeforeEach
    void nommer(@Autowired UneInstruction instruction) {
        claire = instruction.referent();
        signataire = "lucja." + UUID.randomUUID() + "@hopital.example";
    }

    @Test
    void ce_qui_est_saisi_revient_apres_une_erreur_sauf_un_code_juge() {
        une.envoyee(claire, signataire);
        var navigateur = new NavigateurDeTest(web, "192.0.2.48");
        var lien = lien();
        navigateur.lire(lien).envoyer(lien + "/codes");
        var faux = code().equals("111111") ? "222222" : "111111";

        navigateur.envoyer(lien + "/signatures", "code", faux);
        assertThat(navigateur.page().select("#code").val()).isEqualTo(faux);
        navigateur.envoyer(lien + "/signatures", "accord", "oui", "code", faux);
        assertThat(navigateur.statut()).isEqualTo(422);
        assertThat(navigateur.page().select("#accord").hasAttr("checked")).isTrue();
        assertThat(navigateur.page().select("#code").val()).isEmpty();

        navigateur.envoyer(lien + "/refus", "motifRefus", "", "codeRefus", faux);
        assertThat(navigateur.page().select("#codeRefus").val()).isEqualTo(faux);
        navigateur.envoyer(lien + "/refus", "motifRefus", "L’IBAN est faux.", "codeRefus", faux);
        assertThat(navigateur.page().select("#motifRefus").text()).isEqualTo("L’IBAN est faux.");
        assertThat(navigateur.page().select("#codeRefus").val()).isEmpty();
    }

    @Test
    void un_double_clic_sur_un_mauvais_code_ne_coute_qu_un_essai() {
        var dossier = une.envoyee(claire, signataire);
        var navigateur = new NavigateurDeTest(web, "192.0.2.49");
        var lien = lien();
        navigateur.lire(lien).envoyer(lien + "/codes");
        var juste = code();

        for (var faux : List.of("000001", "000002", "000003", "000004")) {
            var second = navigateur.secondClic();
            navigateur.envoyer(lien + "/signatures", "accord", "oui", "code", faux);
            second.envoyer(lien + "/signatures", "accord", "oui", "code", faux);
            assertThat(second.statut()).isEqualTo(422);
            assertThat(second.texte()).contains("Ce code n’est pas le bon");
        }
        navigateur.envoyer(lien + "/signatures", "accord", "oui", "code", juste).suivre();

        assertThat(navigateur.texte()).contains("La convention est signée");
        assertThat(conventions.courante(dossier.id()).orElseThrow().etat()).isInstanceOf(Signee.class);
    }

    /** Le filtre d'e-mails de son établissement interroge le lien avant lui. */
    @Test
    void une_interrogation_du_lien_n_est_pas_son_ouverture() {
        var dossier = une.envoyee(claire, signataire);
        var convention = conventions.courante(dossier.id()).orElseThrow().id();

        assertThat(web.head().uri(lien())).hasStatusOk();
        assertThat(traces.de(convention)).isEmpty();
        new NavigateurDeTest(web, "192.0.2.50").lire(lien());
        assertThat(traces.de(convention)).hasSize(1);
    }

    private String lien() {
        return UneConvention.lien(boite, signataire);
    }

    private String code() {
        return UneConvention.code(boite, signataire);
    }
}
