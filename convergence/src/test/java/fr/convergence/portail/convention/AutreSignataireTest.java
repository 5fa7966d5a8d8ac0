package fr.convergence.portail.convention;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.essai.NavigateurDeTest;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.journal.LigneDuJournal;
import fr.convergence.socle.tache.Tranche;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Une autre personne signe que celle qui était prévue : avant qu'elle ait répondu, ou après son refus (CONV-2). */
@TestDuPortail
@Tag("CONV-2")
final class AutreSignataireTest {

    @Autowired
    UneConvention une;

    @Autowired
    UneInstruction instruction;

    @Autowired
    EnvoyerConvention envoyer;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    MockMvcTester web;

    @Autowired
    Requetes requetes;

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
    void un_signataire_change_recoit_sa_convention_et_le_lien_de_l_ancien_ne_vaut_plus() {
        var dossier = une.envoyee(claire, signataire);
        var ancien = lien();
        var nouveau = "successeur." + UUID.randomUUID() + "@hopital.example";

        assertThat(designer(dossier, nouveau)).hasStatus(303);
        envoyer.parcourir(Tranche.de(Duration.ofMinutes(1)));

        assertThat(boite.derniere(signataire).modele()).isEqualTo("convention/annulee");
        assertThat(boite.derniere(nouveau).modele()).isEqualTo("convention/a-signer");
        assertThat(new NavigateurDeTest(web).lire(ancien).texte()).contains("n’est plus à signer");
        assertThat(actes(dossier)).contains("convention-remplacee").endsWith("convention-envoyee");
    }

    /** « Ce n'est pas moi, c'est M. Bizet » : l'ARS l'apprend, et le référent la fait signer par la bonne personne. */
    @Test
    void un_refus_previent_l_ars_et_nommer_un_autre_signataire_lui_envoie_une_convention() {
        var ars = instruction.ars("53");
        var dossier = une.envoyee(claire, signataire);
        assertThat(boite.derniere(UneInstruction.courriel(claire)).texte())
                .contains("modifiez le signataire parmi les contacts");
        var nouveau = "successeur." + UUID.randomUUID() + "@hopital.example";
        refuser("192.0.2.54");

        var lettre = boite.derniere(UneInstruction.courriel(ars));
        assertThat(lettre.modele()).isEqualTo("notification/convention-refusee-verificateur");
        assertThat(lettre.texte())
                .contains("Voyez M. Bizet.", dossier.reference().valeur());
        assertThat(Jsoup.parse(html(
                                requetes.lire(ars, "/instruction?guichet=ESSAI-CONVENTION&etat=accepte&taille=100")))
                        .select("tr:contains(%s)".formatted(dossier.reference()))
                        .text())
                .contains("Convention refusée");
        assertThat(texteDe(requetes.lire(ars, "/instruction/" + dossier.reference())))
                .contains("Convention refusée", "le référent la désigne parmi les contacts");
        assertThat(page("/dossiers/" + dossier.reference()))
                .contains("Modifier le signataire", "modifiez le signataire parmi les contacts", signataire);

        assertThat(designer(dossier, nouveau)).hasStatus(303);
        envoyer.parcourir(Tranche.de(Duration.ofMinutes(1)));

        assertThat(boite.derniere(nouveau).modele()).isEqualTo("convention/a-signer");
        assertThat(actes(dossier)).containsOnlyOnce("convention-refusee").endsWith("convention-envoyee");
    }

    private void refuser(String adresse) {
        var navigateur = new NavigateurDeTest(web, adresse);
        var lien = lien();
        navigateur.lire(lien).envoyer(lien + "/codes");
        navigateur
                .envoyer(lien + "/refus", "motifRefus", "Voyez M. Bizet.", "codeRefus", code())
                .suivre();
    }

    private MvcTestResult designer(Dossier dossier, String courriel) {
        return requetes.envoyer(
                claire,
                "/dossiers/" + dossier.reference() + "/contacts/signataire",
                Map.of(
                        "signataire.civilite", "MONSIEUR",
                        "signataire.nom", "Bizet",
                        "signataire.prenom", "Paul",
                        "signataire.fonction", "Directeur",
                        "signataire.courriel", courriel,
                        "signataire.telephone", "0611223344",
                        "version", "0"));
    }

    private static String texteDe(MvcTestResult reponse) {
        return Jsoup.parse(html(reponse)).text().replace('\u00a0', ' ');
    }

    private static String html(MvcTestResult reponse) {
        assertThat(reponse).hasStatusOk();
        return new String(reponse.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private String page(String adresse) {
        return texteDe(requetes.lire(claire, adresse));
    }

    private String lien() {
        return UneConvention.lien(boite, signataire);
    }

    private String code() {
        return UneConvention.code(boite, signataire);
    }

    private List<String> actes(Dossier dossier) {
        return journal.chaine(dossier.reference().valeur()).stream()
                .map(LigneDuJournal::acte)
                .toList();
    }
}
