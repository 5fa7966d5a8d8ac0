package fr.convergence.portail.transfert;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.portail.tableaudebord.EtablissementDEssai;
import fr.convergence.portail.tableaudebord.GuichetsDEssai;
import fr.convergence.portail.tableaudebord.UneReferente;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Le référent est parti, ou un transfert était une erreur : l'opérateur change le référent, avec un motif (TRF-2). */
@TestDuPortail
@Tag("TRF-2")
final class TransfertParLOperateurTest {

    private static final String CHEMIN = "/administration/transferts";

    @Autowired
    UneReferente referente;

    @Autowired
    ComptesDeTest comptes;

    @Autowired
    Requetes requetes;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    JdbcClient base;

    private Connecte operateur;
    private Connecte claire;
    private Compte lea;
    private ReferenceDeDossier reference;

    @BeforeEach
    void un_dossier_et_un_operateur() {
        operateur = comptes.connecte(comptes.membre(Role.OPERATEUR));
        claire = referente.connectee();
        reference = referente.candidate(GuichetsDEssai.OUVERT);
        lea = comptes.referent(referente.clinique());
    }

    @Test
    void la_candidature_se_trouve_par_son_numero_et_son_referent_change_avec_un_motif() {
        assertThat(requetes.lire(operateur, CHEMIN + "?reference=" + reference))
                .hasStatus(303)
                .hasHeader("Location", CHEMIN + "/" + reference);
        assertThat(requetes.lire(operateur, CHEMIN + "?reference=rien")).hasStatus(422);
        assertThat(requetes.lire(operateur, CHEMIN + "/" + reference))
                .bodyText()
                .contains(referente.compte().nomComplet(), lea.courriel().valeur());

        assertThat(changer(claire, lea, "Départ à la retraite")).hasStatus(303);

        assertThat(requetes.lire(claire, "/dossiers/" + reference)).hasStatus(404);
        assertThat(requetes.lire(comptes.connecte(lea), "/dossiers/" + reference))
                .hasStatusOk();
        for (var adresse :
                Stream.of(referente.compte(), lea).map(Compte::courriel).toList()) {
            assertThat(boite.derniere(adresse.valeur()).texte()).contains("Départ à la retraite");
        }
        assertThat(requetes.lire(comptes.connecte(lea), "/dossiers/" + reference + "/historique"))
                .bodyText()
                .contains("Dossier transféré à un autre référent", "Départ à la retraite");
    }

    @Test
    void un_transfert_fait_par_erreur_se_defait_et_les_deux_le_savent() throws Exception {
        changer(claire, lea, "Départ");

        var page = Jsoup.parse(
                requetes.lire(operateur, CHEMIN + "/" + reference).getResponse().getContentAsString());
        var defaire = page.select("main li form");
        assertThat(defaire).hasSize(1);
        assertThat(requetes.envoyer(
                        operateur,
                        CHEMIN + "/" + reference,
                        "tenu",
                        defaire.select("[name=tenu]").val(),
                        "vers",
                        defaire.select("[name=vers]").val(),
                        "motif",
                        defaire.select("[name=motif]").val()))
                .hasStatus(303);

        assertThat(requetes.lire(claire, "/dossiers/" + reference)).hasStatusOk();
        assertThat(requetes.lire(comptes.connecte(lea), "/dossiers/" + reference))
                .hasStatus(404);
        assertThat(boite.derniere(lea.courriel().valeur()).texte()).contains("par erreur");
    }

    @Test
    void sans_motif_ni_choix_rien_ne_change_et_la_page_garde_ce_qui_est_ecrit() {
        assertThat(requetes.envoyer(operateur, CHEMIN + "/" + reference, "tenu", claire.getName(), "motif", "Parti"))
                .hasStatus(422)
                .bodyText()
                .contains("Choisissez le nouveau référent", "Parti");
        assertThat(changer(claire, lea, " \u200b")).hasStatus(422).bodyText().contains("Dites pourquoi");
        assertThat(requetes.lire(claire, "/dossiers/" + reference)).hasStatusOk();
    }

    @Test
    void qui_ne_represente_pas_l_etablissement_ou_une_page_perimee_ne_changent_rien() {
        var etrangere = comptes.referent(EtablissementDEssai.nouveau(base));
        for (var forge : List.of(etrangere, referente.compte(), comptes.membre(Role.ANS))) {
            assertThat(changer(claire, forge, "Forgé"))
                    .hasStatus(422)
                    .bodyText()
                    .contains("ne représente pas");
        }
        changer(claire, lea, "Départ");

        assertThat(changer(claire, comptes.referent(referente.clinique()), "Page d'avant"))
                .hasStatus(422)
                .bodyText()
                .contains("vient de changer de référent");
        assertThat(requetes.lire(operateur, CHEMIN + "/AAAAAAAAAA")).hasStatus(404);
    }

    private MvcTestResult changer(Connecte tenu, Compte vers, String motif) {
        return requetes.envoyer(
                operateur,
                CHEMIN + "/" + reference,
                "tenu",
                tenu.getName(),
                "vers",
                vers.id().toString(),
                "motif",
                motif);
    }
}
