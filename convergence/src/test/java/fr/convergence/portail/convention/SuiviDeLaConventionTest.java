package fr.convergence.portail.convention;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.essai.NavigateurDeTest;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.journal.LigneDuJournal;
import fr.convergence.socle.tache.Tranche;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** La convention refusée, expirée, refaite, relancée ; qui la suit (CONV-2). */
@TestDuPortail
@Tag("CONV-2")
final class SuiviDeLaConventionTest {

    @Autowired
    UneConvention une;

    @Autowired
    UneInstruction instruction;

    @Autowired
    SuivreConventions suivre;

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

    @Autowired
    HorlogeDeTest horloge;

    private Connecte claire;
    private String signataire;

    @BeforeEach
    void nommer() {
        claire = instruction.referent();
        signataire = "lucja." + UUID.randomUUID() + "@hopital.example";
    }

    @Test
    void un_refus_dit_son_motif_au_referent_qui_fait_etablir_une_autre_convention() {
        var dossier = une.envoyee(claire, signataire);
        var navigateur = new NavigateurDeTest(web, "192.0.2.44");
        var lien = lien();
        navigateur.lire(lien).envoyer(lien + "/codes");

        navigateur
                .envoyer(lien + "/refus", "motifRefus", "L’IBAN n’est pas le nôtre.", "codeRefus", code())
                .suivre();

        assertThat(navigateur.statut()).isEqualTo(410);
        assertThat(navigateur.texte()).contains("La convention a été refusée");
        var lettre = boite.derniere(UneInstruction.courriel(claire));
        assertThat(lettre.modele()).isEqualTo("convention/refusee");
        assertThat(lettre.texte()).contains("L’IBAN n’est pas le nôtre.");
        assertThat(page("/dossiers/" + dossier.reference()))
                .contains("Convention refusée", "L’IBAN n’est pas le nôtre.", "Établir une nouvelle convention");

        requetes.envoyer(claire, "/dossiers/" + dossier.reference() + "/conventions");
        envoyer.parcourir(Tranche.de(Duration.ofMinutes(1)));

        assertThat(boite.derniere(signataire).modele()).isEqualTo("convention/a-signer");
        assertThat(new NavigateurDeTest(web).lire(lien()).texte()).contains("Signer une convention");
        assertThat(new NavigateurDeTest(web).lire(lien).texte()).contains("La convention a été refusée");
    }

    @Test
    void refusee_elle_ne_se_refait_plus_quand_l_acceptation_a_ete_reprise() {
        var dossier = une.envoyee(claire, signataire);
        var navigateur = new NavigateurDeTest(web, "192.0.2.53");
        var lien = lien();
        navigateur.lire(lien).envoyer(lien + "/codes");
        navigateur
                .envoyer(lien + "/refus", "motifRefus", "L’IBAN n’est pas le nôtre.", "codeRefus", code())
                .suivre();
        var version = instruction
                .relire(claire, dossier)
                .etape("candidature")
                .orElseThrow()
                .version();
        assertThat(requetes.envoyer(
                        instruction.ars("53"),
                        "/instruction/" + dossier.reference() + "/candidature/decisions/reprise",
                        "version",
                        String.valueOf(version),
                        "motif",
                        "Erreur"))
                .hasStatus(303);

        assertThat(page("/dossiers/" + dossier.reference())).doesNotContain("Établir une nouvelle convention");
        requetes.envoyer(claire, "/dossiers/" + dossier.reference() + "/conventions");

        assertThat(actes(dossier)).containsOnlyOnce("convention-etablie");
    }

    @Test
    void reprendre_l_acceptation_dit_d_avance_qu_elle_annule_la_convention_et_a_qui_l_on_ecrit() {
        var dossier = une.envoyee(claire, signataire);

        assertThat(requetes.lire(
                        instruction.ars("53"),
                        "/instruction/" + dossier.reference() + "/candidature/decisions/reprise"))
                .bodyText()
                .contains("La convention à faire signer par", "est annulée et ne pourra plus être signée")
                .contains("Les 2 e-mails qui partiront", signataire, "annulée – " + dossier.reference());
    }

    /** Le référent et un vérificateur la demandent ensemble, ou un onglet resté ouvert la redemande. */
    @Test
    void la_nouvelle_convention_demandee_plusieurs_fois_est_etablie_une_fois_et_cela_se_dit() throws Exception {
        var dossier = une.envoyee(claire, signataire);
        var navigateur = new NavigateurDeTest(web, "192.0.2.51");
        var lien = lien();
        navigateur.lire(lien).envoyer(lien + "/codes");
        navigateur
                .envoyer(lien + "/refus", "motifRefus", "L’IBAN n’est pas le nôtre.", "codeRefus", code())
                .suivre();
        var champ = Jsoup.parse(new String(octets("/dossiers/" + dossier.reference()), StandardCharsets.UTF_8))
                .select("form[action$=/conventions] input[name=numero]");
        assertThat(champ.val()).isEqualTo("1");

        assertThat(redemander(dossier)).contains("Une nouvelle convention est établie");
        assertThat(redemander(dossier).replace('\u00a0', ' ')).contains("déjà établie : elle part au signataire");
        envoyer.parcourir(Tranche.de(Duration.ofMinutes(1)));
        assertThat(redemander(dossier).replace('\u00a0', ' ')).contains("déjà établie : elle vient de partir");

        assertThat(boite.derniere(signataire).modele()).isEqualTo("convention/a-signer");
        assertThat(actes(dossier)).doesNotContain("convention-relancee").endsWith("convention-envoyee");
    }

    @Test
    void le_signataire_est_relance_puis_la_convention_expire_et_son_lien_le_dit() {
        var ars = instruction.ars("53");
        var dossier = une.envoyee(claire, signataire);
        var lien = lien();
        suivre.passer(Tranche.de(Duration.ofMinutes(1)));
        assertThat(boite.derniere(signataire).modele()).isEqualTo("convention/a-signer");

        horloge.avancer(Duration.ofDays(8));
        suivre.passer(Tranche.de(Duration.ofMinutes(1)));
        assertThat(boite.derniere(signataire).modele()).isEqualTo("convention/rappel");
        assertThat(new NavigateurDeTest(web).lire(lien()).texte()).contains("Signer une convention");

        horloge.avancer(Duration.ofDays(23));
        assertThat(new NavigateurDeTest(web).lire(lien).statut()).isEqualTo(410);
        suivre.passer(Tranche.de(Duration.ofMinutes(1)));

        assertThat(boite.derniere(UneInstruction.courriel(ars)).modele())
                .isEqualTo("notification/convention-expiree-verificateur");
        assertThat(boite.derniere(UneInstruction.courriel(claire)).modele()).isEqualTo("convention/expiree");
        assertThat(actes(dossier)).contains("convention-relancee").endsWith("convention-expiree");
        assertThat(page("/dossiers/" + dossier.reference())).contains("Convention expirée");
    }

    @Test
    void un_verificateur_de_la_region_suit_et_relance_celui_d_ailleurs_ne_voit_rien() {
        var dossier = une.envoyee(claire, signataire);
        var ars = instruction.ars("53");
        var ailleurs = instruction.ars("76");

        assertThat(requetes.lire(ars, "/instruction/" + dossier.reference()))
                .bodyText()
                .contains("Convention à signer", "Relancer le signataire");
        assertThat(requetes.envoyer(ars, "/instruction/" + dossier.reference() + "/conventions"))
                .hasStatus(303);
        assertThat(boite.derniere(signataire).modele()).isEqualTo("convention/rappel");
        assertThat(requetes.lire(ailleurs, "/instruction/" + dossier.reference() + "/conventions/1.pdf"))
                .hasStatus(404);
        assertThat(requetes.envoyer(ailleurs, "/instruction/" + dossier.reference() + "/conventions"))
                .hasStatus(404);
    }

    /** Ce que dit la page où cela mène. */
    private String redemander(Dossier dossier) throws Exception {
        var adresse = "/dossiers/" + dossier.reference();
        var envoi = requetes.envoyer(claire, adresse + "/conventions", "numero", "1");
        assertThat(envoi).hasStatus(303);
        var page = web.get()
                .uri(adresse)
                .with(requetes.par(claire))
                .cookie(envoi.getResponse().getCookies())
                .exchange();
        return Jsoup.parse(page.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .select(".fr-alert")
                .text();
    }

    private String lien() {
        return UneConvention.lien(boite, signataire);
    }

    private String code() {
        return UneConvention.code(boite, signataire);
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

    private List<String> actes(Dossier dossier) {
        return journal.chaine(dossier.reference().valeur()).stream()
                .map(LigneDuJournal::acte)
                .toList();
    }
}
