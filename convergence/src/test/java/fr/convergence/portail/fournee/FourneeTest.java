package fr.convergence.portail.fournee;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.EtatEtape;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.page.Cadre;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Plusieurs étapes validées d'un coup : chacune comme seule, une fois, et le compte rendu dit le sort de toutes. */
@TestDuPortail
@Tag("INSTR-4")
final class FourneeTest {

    private static final String FOURNEES = "/instruction/fournees";

    @Autowired
    UneInstruction instruction;

    @Autowired
    Requetes requetes;

    @Autowired
    Fournees fournees;

    @Autowired
    AccepterFournee accepter;

    @Autowired
    Journal journal;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    HorlogeDeTest horloge;

    @Autowired
    JdbcClient base;

    private Connecte claire;
    private Connecte alice;

    @BeforeEach
    void verificateur() {
        claire = instruction.referent();
        alice = instruction.ars("94");
        while (accepter.executer()) {}
    }

    @Test
    void la_confirmation_nomme_ce_qui_sera_valide_et_ce_qui_empeche_le_reste() {
        var bon = transmis("CH DE BASTIA");
        var decide = transmis("CH DE CORTE");
        refuser(alice, decide);
        var consulte = transmis("CH DE CALVI");
        requetes.envoyer(
                alice,
                "/instruction/" + consulte.reference() + "/avis",
                "etape",
                "candidature",
                "a",
                instruction.ans().getName(),
                "question",
                "Qu'en penses-tu ?");
        var ailleurs = instruction.transmis("11", "CH DE MELUN");

        var page = proposer(alice, e(bon), e(decide), e(consulte), e(ailleurs), "n-importe-quoi");
        assertThat(page.select("caption").text()).contains("1 étape sera validée");
        assertThat(ligne(page, bon)).contains("CH DE BASTIA", "À valider");
        assertThat(ligne(page, decide)).contains("Ne sera pas validée", "Refusé");
        assertThat(ligne(page, consulte)).contains("Un avis demandé n’est pas rendu");
        assertThat(ligne(page, ailleurs)).contains("Aucun dossier transmis").doesNotContain("MELUN");
        assertThat(page.select("input[name=e]").eachAttr("value")).containsExactly(e(bon) + ".1");
    }

    @Test
    void un_niveau_qui_retient_un_montant_se_decide_un_par_un() {
        var declaration = instruction.enDeclaration("94", "CH DE PORTO");
        var validee = requetes.envoyer(
                alice, "/instruction/" + declaration.reference() + "/declaration/decisions/validation", "version", "2");
        assertThat(validee).hasStatus(303);
        var noe = instruction.ans();

        var page = proposer(noe, declaration.reference() + ".declaration");
        assertThat(ligne(page, declaration)).contains("Un montant est à retenir");
        assertThat(page.select("form[action=/instruction/fournees]")).isEmpty();
    }

    @Test
    void chacune_est_validee_comme_seule_et_celle_que_quelqu_un_a_decidee_entre_temps_est_nommee() {
        var bon = transmis("CH DE BASTIA");
        var devance = transmis("CH DE CORTE");
        var envoyees = List.of(e(bon) + ".1", e(devance) + ".1");
        refuser(instruction.ars("94"), devance);

        var rendu = demander(alice, envoyees);
        assertThat(lire(alice, rendu).text()).contains("Validées : 0 ; non validées : 0 ; en attente : 2");
        executerTout();

        var page = lire(alice, rendu);
        assertThat(page.text()).contains("Validées : 1 ; non validées : 1 ; en attente : 0");
        assertThat(ligne(page, bon)).contains("Validée", "Nouveau statut : Accepté");
        assertThat(ligne(page, devance)).contains("Non validée", "Quelqu’un a agi");
        assertThat(instruction.relue(alice, bon, "candidature").etat()).isInstanceOf(EtatEtape.Acceptee.class);
        assertThat(instruction.relue(alice, devance, "candidature").etat()).isInstanceOf(EtatEtape.Refusee.class);
        assertThat(validations(bon)).containsExactly(alice.getName());
        assertThat(boite.de(UneInstruction.courriel(claire)))
                .anyMatch(lettre -> lettre.texte().contains(bon.reference().valeur())
                        && lettre.texte().contains("accept"));
        assertThat(lire(alice, FOURNEES).text()).contains("Validées : 1 ; non validées : 1");
    }

    @Test
    void deux_clics_n_en_font_qu_un_et_le_meme_fournee_redemande_ne_valide_rien_de_plus() {
        var bon = transmis("CH DE BASTIA");
        var cle = UUID.randomUUID().toString();
        var adresses = new ArrayList<String>();
        for (var clic = 0; clic < 2; clic++) {
            adresses.add(requetes.envoyer(alice, FOURNEES, "e", e(bon) + ".1", Cadre.CLE_D_ENVOI, cle)
                    .getResponse()
                    .getRedirectedUrl());
        }
        assertThat(adresses.getFirst()).isEqualTo(adresses.getLast());
        var second = demander(alice, List.of(e(bon) + ".1"));
        executerTout();

        assertThat(validations(bon)).hasSize(1);
        assertThat(ligne(lire(alice, second), bon)).contains("Non validée", "Quelqu’un a agi");
    }

    /** Un nœud meurt au milieu : son bail fini, un autre reprend à la suivante, et rien n'est validé deux fois. */
    @Test
    void coupe_au_milieu_il_reprend_ou_il_en_etait() {
        var dossiers =
                IntStream.range(0, 13).mapToObj(n -> transmis("CH N° " + n)).toList();
        var rendu = demander(
                alice, dossiers.stream().map(dossier -> e(dossier) + ".1").toList());
        assertThat(accepter.executer()).isTrue();
        assertThat(lire(alice, rendu).text()).contains("Validées : 10 ; non validées : 0 ; en attente : 3");

        assertThat(fournees.prendre()).as("le nœud qui va mourir").isPresent();
        assertThat(accepter.executer()).as("un autre l'attend").isFalse();
        horloge.avancer(Duration.ofMinutes(1));
        executerTout();

        assertThat(lire(alice, rendu).text()).contains("Validées : 13 ; non validées : 0 ; en attente : 0");
        assertThat(dossiers)
                .allSatisfy(dossier -> assertThat(validations(dossier)).hasSize(1));
    }

    @Test
    void deux_noeuds_sur_les_memes_etapes_n_en_valident_aucune_deux_fois() {
        var dossiers =
                IntStream.range(0, 6).mapToObj(n -> transmis("CH N° " + n)).toList();
        var envoyees = dossiers.stream().map(dossier -> e(dossier) + ".1").toList();
        demander(alice, envoyees);
        demander(instruction.ars("94"), envoyees);

        Stream.generate(() -> CompletableFuture.runAsync(this::executerTout))
                .limit(3)
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(dossiers)
                .allSatisfy(dossier -> assertThat(validations(dossier)).hasSize(1));
    }

    @Test
    void un_verificateur_ferme_entre_temps_ne_valide_plus_rien() {
        var bon = transmis("CH DE BASTIA");
        var rendu = demander(alice, List.of(e(bon) + ".1"));
        base.sql("update compte set etat = 'DESACTIVE' where id = ?")
                .param(alice.compte())
                .update();
        executerTout();

        assertThat(validations(bon)).isEmpty();
        assertThat(base.sql("select raison from fournee_etape where fournee = ?")
                        .param(UUID.fromString(rendu.substring(FOURNEES.length() + 1)))
                        .query(String.class)
                        .list())
                .containsExactly("fournee.refus.acces");
    }

    @Test
    void rien_de_choisi_trop_de_choisi_et_le_fournee_d_un_autre() {
        assertThat(requetes.lire(alice, FOURNEES + "/nouveau"))
                .hasStatus(422)
                .bodyText()
                .contains("Choisissez au moins");
        var trop = IntStream.range(0, 201)
                .mapToObj(n -> "AAAAAAAA" + (char) ('A' + n / 26) + (char) ('A' + n % 26) + ".candidature.1")
                .toList();
        assertThat(envoyer(alice, trop)).hasStatus(422).bodyText().contains("200 au plus");
        assertThat(requetes.lire(claire, FOURNEES + "/nouveau")).hasStatus(403);

        var rendu = demander(alice, List.of(e(transmis("CH DE BASTIA")) + ".1"));
        assertThat(requetes.lire(instruction.ars("94"), rendu)).hasStatus(404);
        executerTout();
    }

    /** Les cases de la liste, sans script : seules celles que l'on peut décider. */
    @Test
    void la_liste_propose_de_choisir_ce_qui_attend_ce_verificateur() {
        var bon = transmis("CH DE BASTIA");
        var liste = lire(alice, "/instruction?taille=100");
        assertThat(liste.select("form#fournee[method=get][action=/instruction/fournees/nouveau]"))
                .hasSize(1);
        assertThat(liste.select("input[type=checkbox][form=fournee]").eachAttr("value"))
                .contains(e(bon));
        assertThat(lire(instruction.ans(), "/instruction?etat=transmis_ars&region=94&taille=100")
                        .select("input[form=fournee]"))
                .isEmpty();
    }

    private Dossier transmis(String nom) {
        return instruction.transmis("94", nom, claire, Instant.parse("2026-03-03T13:03:00Z"));
    }

    private static String e(Dossier dossier) {
        return dossier.reference() + ".candidature";
    }

    private void refuser(Connecte qui, Dossier dossier) {
        requetes.envoyer(
                qui,
                "/instruction/" + dossier.reference() + "/candidature/decisions/refus",
                "version",
                "1",
                "motif",
                "Hors champ");
    }

    private void executerTout() {
        while (accepter.executer()) {}
    }

    private List<String> validations(Dossier dossier) {
        return journal.chaine(dossier.reference().valeur()).stream()
                .filter(ligne -> ligne.acte().equals("etape-validee"))
                .map(ligne -> ligne.acteur())
                .toList();
    }

    private String demander(Connecte qui, List<String> envoyees) {
        var reponse = envoyer(qui, envoyees);
        assertThat(reponse).hasStatus(303);
        return String.valueOf(reponse.getResponse().getRedirectedUrl());
    }

    private MvcTestResult envoyer(Connecte qui, List<String> envoyees) {
        return requetes.envoyer(qui, FOURNEES, "e", String.join(",", envoyees));
    }

    private Document proposer(Connecte qui, String... choisies) {
        return lire(qui, FOURNEES + "/nouveau?e=" + String.join("&e=", choisies));
    }

    private static String ligne(Document page, Dossier dossier) {
        return page.select("tbody tr").stream()
                .map(ligne -> ligne.text())
                .filter(ligne -> ligne.contains(dossier.reference().valeur()))
                .findFirst()
                .orElse("");
    }

    private Document lire(Connecte qui, String adresse) {
        var reponse = requetes.lire(qui, adresse);
        assertThat(reponse).hasStatusOk();
        return Jsoup.parse(new String(reponse.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
