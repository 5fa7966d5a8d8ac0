package fr.convergence.portail.convention;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.EtatEtape;
import fr.convergence.portail.dossier.EtatEtape.Brouillon;
import fr.convergence.portail.dossier.EtatEtape.Fermee;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.socle.base.Sha256;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.essai.NavigateurDeTest;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.journal.LigneDuJournal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** De l'acceptation à la convention signée (CONV-1, CONV-2). */
@TestDuPortail
@Tag("CONV-1")
@Tag("CONV-2")
final class SignatureTest {

    @Autowired
    UneConvention une;

    @Autowired
    UneInstruction instruction;

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
    void l_acceptation_fait_partir_la_convention_a_son_signataire_et_le_dit_au_referent() throws Exception {
        var dossier = une.envoyee(claire, signataire);

        var lettre = boite.derniere(signataire);
        assertThat(lettre.modele()).isEqualTo("convention/a-signer");
        assertThat(lettre.texte())
                .contains("Madame Łucja Ravel", dossier.reference().valeur(), "Domaine à convention");
        assertThat(boite.derniere(UneInstruction.courriel(claire)).modele()).isEqualTo("convention/envoyee");
        assertThat(texteDu(document(dossier)))
                .contains(
                        "Łucja",
                        "Directrice générale",
                        "GHT Łucja’s – Rance",
                        "FR76 3000 1007 9412 3456 7890 185",
                        "12 500,50",
                        "Code de vérification");
        assertThat(page("/dossiers/" + dossier.reference())).contains("Convention à signer", "Madame Łucja Ravel");
        assertThat(page("/tableau-de-bord")).contains("Convention à signer");
        assertThat(actes(dossier)).endsWith("etape-validee", "convention-etablie", "convention-envoyee");
        assertThat(declaration(dossier)).isInstanceOf(Fermee.class);
    }

    @Test
    void le_code_recu_signe_scelle_le_document_et_ouvre_l_etape_suivante() throws Exception {
        var dossier = une.envoyee(claire, signataire);
        var navigateur = new NavigateurDeTest(web, "192.0.2.41");
        var lien = lien();
        var soumis = document(dossier);

        navigateur.lire(lien).envoyer(lien + "/codes");
        assertThat(navigateur.texte()).contains("Votre code est parti", "l•••@hopital.example");
        navigateur
                .envoyer(lien + "/signatures", "accord", "oui", "code", code())
                .suivre();

        assertThat(navigateur.statut()).isEqualTo(200);
        assertThat(navigateur.texte()).contains("La convention est signée", "Preuve de la signature");
        assertThat(declaration(dossier)).isInstanceOf(Brouillon.class);
        var signe = document(dossier);
        assertThat(signe).startsWith(soumis);
        try (var pdf = Loader.loadPDF(signe)) {
            assertThat(pdf.getSignatureDictionaries())
                    .singleElement()
                    .satisfies(
                            signature -> assertThat(signature.getReason()).contains("Madame Łucja Ravel", signataire));
        }
        assertThat(texteDu(octets("/dossiers/" + dossier.reference() + "/conventions/1/preuve.pdf"))
                        .replace("\n", ""))
                .contains("192.0.2.41", "Code envoyé", signataire, "SHA-256 du document signé");
        assertThat(page("/tableau-de-bord")).contains("Déclaration d’atteinte des objectifs");
        assertThat(page("/dossiers/" + dossier.reference())).contains("Convention signée");
        assertThat(emportes(dossier))
                .as("la copie du dossier (DOS-10)")
                .contains(
                        "Convention signée/convention-signee-%s-1.pdf".formatted(dossier.reference()),
                        "Convention signée/preuve-de-signature-%s-1.pdf".formatted(dossier.reference()),
                        "1 - Formulaire de candidature/Accusés de dépôt/accuse-de-depot-%s-1.pdf"
                                .formatted(dossier.reference()));
        assertThat(boite.de(UneInstruction.courriel(claire)).stream().map(BoiteAuxLettres.Lettre::modele))
                .endsWith("convention/signee", "notification/ouverture");
        assertThat(boite.derniere(signataire).modele()).isEqualTo("convention/signee-signataire");
        assertThat(new NavigateurDeTest(web).lire(lien()).texte()).contains("La convention est signée");
        assertThat(actes(dossier)).endsWith("convention-signee", "etape-ouverte");
    }

    private List<String> emportes(Dossier dossier) throws Exception {
        var noms = new ArrayList<String>();
        try (var zip = new ZipInputStream(
                new ByteArrayInputStream(octets("/dossiers/" + dossier.reference() + "/copie.zip")))) {
            for (var entree = zip.getNextEntry(); entree != null; entree = zip.getNextEntry()) {
                noms.add(entree.getName());
            }
        }
        return noms;
    }

    @Test
    void sans_accord_ou_sans_le_bon_code_rien_n_est_signe() {
        var dossier = une.envoyee(claire, signataire);
        var navigateur = new NavigateurDeTest(web, "192.0.2.42");
        var lien = lien();

        navigateur.lire(lien).envoyer(lien + "/signatures", "code", "123456");
        assertThat(navigateur.statut()).isEqualTo(422);
        assertThat(navigateur.texte()).contains("Cochez cette case pour signer");
        navigateur.envoyer(lien + "/signatures", "accord", "oui", "code", "123456");
        assertThat(navigateur.texte()).contains("Ce code n’est plus valable");
        navigateur.lire(lien).envoyer(lien + "/codes");
        var juste = code();
        navigateur.envoyer(lien + "/signatures", "accord", "oui", "code", juste.equals("111111") ? "222222" : "111111");
        assertThat(navigateur.texte()).contains("Ce code n’est pas le bon");

        assertThat(actes(dossier)).doesNotContain("convention-signee");
        assertThat(declaration(dossier)).isInstanceOf(Fermee.class);
    }

    @Test
    void qui_a_recu_le_lien_d_un_autre_n_obtient_pas_le_code_et_ne_l_essaie_pas_sans_fin() {
        une.envoyee(claire, signataire);
        var curieux = new NavigateurDeTest(web, "192.0.2.43");
        var lien = lien();
        curieux.lire(lien).envoyer(lien + "/codes");
        assertThat(curieux.texte()).doesNotContain(signataire, code());

        var statuts = IntStream.range(0, 12)
                .mapToObj(essai -> curieux.lire(lien)
                        .envoyer(lien + "/signatures", "accord", "oui", "code", "%06d".formatted(essai))
                        .statut())
                .toList();

        assertThat(statuts).startsWith(422).endsWith(429);
        assertThat(boite.derniere(signataire).modele()).isEqualTo("convention/code");
    }

    @Test
    void un_double_clic_ne_signe_qu_une_fois() {
        var dossier = une.envoyee(claire, signataire);
        var navigateur = new NavigateurDeTest(web, "192.0.2.45");
        var lien = lien();
        navigateur.lire(lien).envoyer(lien + "/codes");
        var code = code();

        navigateur.envoyer(lien + "/signatures", "accord", "oui", "code", code);
        var premiere = navigateur.destination();
        navigateur.envoyer(lien + "/signatures", "accord", "oui", "code", code);

        assertThat(navigateur.destination()).isEqualTo(premiere);
        assertThat(actes(dossier)).containsOnlyOnce("convention-signee");
    }

    @Test
    @Tag("NEW-14")
    void le_code_imprime_dit_a_chacun_si_la_convention_est_vraie_et_signee() throws Exception {
        var dossier = une.envoyee(claire, signataire);
        var imprime = Pattern.compile("Code de vérification : ([0-9A-F ]{17})").matcher(texteDu(document(dossier)));
        assertThat(imprime.find()).isTrue();
        var adresse =
                "/verification/" + dossier.reference() + "/" + imprime.group(1).replace(" ", "");

        assertThat(new NavigateurDeTest(web).lire(adresse).texte())
                .contains("Cette convention est authentique", "Elle n’est pas signée")
                .doesNotContain("Ravel", "FR76");
        signer("192.0.2.46");

        assertThat(new NavigateurDeTest(web).lire(adresse).texte())
                .contains("Elle a été signée le", HexFormat.of().formatHex(Sha256.de(document(dossier))));
    }

    @Test
    void une_acceptation_dont_la_convention_est_signee_ne_se_reprend_plus() {
        var dossier = une.envoyee(claire, signataire);
        var ars = instruction.ars("53");
        var reprise = "/instruction/" + dossier.reference() + "/candidature/decisions/reprise";
        assertThat(requetes.lire(ars, reprise)).hasStatusOk();
        signer("192.0.2.47");

        assertThat(requetes.lire(ars, reprise)).hasStatus(409).bodyText().contains("ne peut plus être reprise");
        assertThat(requetes.envoyer(ars, reprise, "version", "2", "motif", "Erreur"))
                .hasStatus(409);
        assertThat(actes(dossier)).doesNotContain("decision-reprise");
    }

    private void signer(String adresse) {
        var navigateur = new NavigateurDeTest(web, adresse);
        var lien = lien();
        navigateur.lire(lien).envoyer(lien + "/codes");
        navigateur
                .envoyer(lien + "/signatures", "accord", "oui", "code", code())
                .suivre();
        assertThat(navigateur.texte()).contains("La convention est signée");
    }

    private String lien() {
        return UneConvention.lien(boite, signataire);
    }

    private String code() {
        return UneConvention.code(boite, signataire);
    }

    private byte[] document(Dossier dossier) {
        return octets("/dossiers/" + dossier.reference() + "/conventions/1.pdf");
    }

    private byte[] octets(String adresse) {
        var reponse = requetes.lire(claire, adresse);
        assertThat(reponse).hasStatusOk();
        return reponse.getResponse().getContentAsByteArray();
    }

    private String page(String adresse) {
        return Jsoup.parse(new String(octets(adresse), StandardCharsets.UTF_8))
                .text()
                .replace('\u00a0', ' ');
    }

    private static String texteDu(byte[] octets) throws IOException {
        try (var pdf = Loader.loadPDF(octets)) {
            return new PDFTextStripper().getText(pdf).replace('\u00a0', ' ').replace('\u202f', ' ');
        }
    }

    private EtatEtape declaration(Dossier dossier) {
        return instruction
                .relire(claire, dossier)
                .etape("declaration")
                .orElseThrow()
                .etat();
    }

    private List<String> actes(Dossier dossier) {
        return journal.chaine(dossier.reference().valeur()).stream()
                .map(LigneDuJournal::acte)
                .toList();
    }
}
