package fr.convergence.portail.transfert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.portail.tableaudebord.EtablissementDEssai;
import fr.convergence.portail.tableaudebord.GuichetsDEssai;
import fr.convergence.portail.tableaudebord.UneReferente;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** « Transférer mes dossiers » : un référent confie un dossier à un collaborateur du même établissement (TRF-1). */
@TestDuPortail
@Tag("TRF-1")
@Tag("DOS-2")
final class TransfertTest {

    @Autowired
    UneReferente referente;

    @Autowired
    ComptesDeTest comptes;

    @Autowired
    MockMvcTester web;

    @Autowired
    Requetes requetes;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    JdbcClient base;

    private Connecte claire;
    private Compte successeur;
    private Connecte lea;
    private ReferenceDeDossier reference;

    @BeforeEach
    void un_dossier_et_une_collaboratrice() {
        claire = referente.connectee();
        reference = referente.candidate(GuichetsDEssai.OUVERT);
        successeur = comptes.referent(referente.clinique());
        lea = comptes.connecte(successeur);
    }

    @Test
    void le_compte_liste_les_collaborateurs_de_ses_etablissements_et_eux_seuls() {
        var etranger = comptes.referent(EtablissementDEssai.nouveau(base));

        assertThat(requetes.lire(claire, "/compte"))
                .bodyText()
                .contains("Vos collaborateurs", "/compte/collaborateurs/" + successeur.id(), "du même nom")
                .doesNotContain("/compte/collaborateurs/" + etranger.id(), "collaborateurs/" + claire.compte());
        assertThat(requetes.lire(claire, collaborateur("")))
                .bodyText()
                .contains("Ses informations", "Transférer mes dossiers", reference.valeur())
                .doesNotContain(successeur.courriel().valeur());
        assertThat(requetes.lire(claire, "/compte/collaborateurs/" + etranger.id()))
                .hasStatus(404);
        assertThat(requetes.lire(claire, "/compte/collaborateurs/" + claire.compte()))
                .hasStatus(404);
        assertThat(requetes.lire(comptes.connecte(comptes.referent(EtablissementDEssai.nouveau(base))), "/compte"))
                .bodyText()
                .contains("Personne d’autre n’est inscrit");
    }

    @Test
    void le_dossier_choisi_passe_a_l_instant_et_les_deux_sont_prevenus() {
        assertThat(transferer(claire, reference.valeur())).hasStatus(303).hasHeader("Location", "/compte");

        assertThat(requetes.lire(claire, "/dossiers/" + reference)).hasStatus(404);
        assertThat(requetes.lire(lea, "/dossiers/" + reference)).hasStatusOk();
        assertThat(requetes.lire(lea, "/tableau-de-bord")).bodyText().contains(reference.valeur());
        assertThat(requetes.lire(claire, "/tableau-de-bord")).bodyText().doesNotContain(reference.valeur());
        assertThat(boite.derniere(referente.compte().courriel().valeur()).modele())
                .isEqualTo("transfert/dossier-cede");
        assertThat(boite.derniere(successeur.courriel().valeur()).modele()).isEqualTo("transfert/dossier-recu");
        assertThat(requetes.lire(lea, "/dossiers/" + reference + "/historique"))
                .bodyText()
                .contains(
                        "Dossier transféré à un autre référent",
                        referente.compte().nomComplet());
        assertThat(base.sql("select acteur from journal where chaine = ? and acte = 'dossier-transfere'")
                        .param(reference.valeur())
                        .query(String.class)
                        .list())
                .containsExactly(claire.getName());
    }

    @Test
    void une_reference_ecrite_de_plusieurs_facons_ne_passe_qu_une_fois() {
        assertThat(transferer(
                        claire,
                        reference.valeur(),
                        reference.valeur().toLowerCase(Locale.ROOT),
                        " " + reference.valeur()))
                .hasStatus(303);

        assertThat(transferts()).isEqualTo(1);
    }

    @Test
    void on_ne_se_confie_pas_ses_propres_dossiers() {
        assertThat(requetes.envoyer(
                        claire,
                        "/compte/collaborateurs/" + claire.compte() + "/transferts",
                        "dossier",
                        reference.valeur()))
                .hasStatus(404);

        assertThat(transferts()).isZero();
    }

    private long transferts() {
        return base.sql("select count(*) from journal where chaine = ? and acte = 'dossier-transfere'")
                .param(reference.valeur())
                .query(Long.class)
                .single();
    }

    @Test
    void sans_choix_rien_ne_se_transfere_et_la_page_le_dit() {
        assertThat(transferer(claire)).hasStatus(422).bodyText().contains("Choisissez au moins une candidature");
        assertThat(requetes.lire(claire, "/dossiers/" + reference)).hasStatusOk();
    }

    @Test
    void un_dossier_qui_n_est_pas_a_soi_ne_se_transfere_pas_et_retient_les_autres() {
        var autre = comptes.connecte(comptes.referent(EtablissementDEssai.nouveau(base)));

        for (var forge : List.of("AAAAAAAAAA", "pas une référence")) {
            assertThat(transferer(claire, reference.valeur(), forge))
                    .hasStatus(422)
                    .bodyText()
                    .contains("Rien n’a été transféré", forge);
        }
        assertThat(requetes.lire(claire, "/dossiers/" + reference)).hasStatusOk();
        assertThat(transferer(autre, reference.valeur())).hasStatus(404);
        assertThat(requetes.lire(claire, "/dossiers/" + reference)).hasStatusOk();
    }

    @Test
    void un_destinataire_d_un_autre_etablissement_est_refuse_meme_demande_a_la_main() {
        var etrangere = comptes.referent(EtablissementDEssai.nouveau(base));
        var ferme = comptes.referent(referente.clinique());
        base.sql("update compte set etat = 'DESACTIVE' where id = ?")
                .param(ferme.id())
                .update();

        for (var cible : List.of(etrangere, ferme)) {
            assertThat(envoyer(claire, "/compte/collaborateurs/" + cible.id() + "/transferts", reference.valeur()))
                    .hasStatus(404);
        }
        assertThat(requetes.lire(claire, "/dossiers/" + reference)).hasStatusOk();
        assertThat(boite.de(etrangere.courriel().valeur())).isEmpty();
    }

    @Test
    void un_collaborateur_d_un_seul_de_ses_etablissements_n_en_recoit_pas_d_un_autre() {
        var autre = EtablissementDEssai.nouveau(base);
        base.sql(
                        "insert into compte_etablissement (compte, candidat_type, candidat, ajoute_le) values (?, ?, ?, now())")
                .params(claire.compte(), autre.type().name(), autre.identifiant())
                .update();
        var max = comptes.referent(autre);

        assertThat(requetes.lire(claire, "/compte/collaborateurs/" + max.id()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(reference.valeur());
        assertThat(envoyer(claire, "/compte/collaborateurs/" + max.id() + "/transferts", reference.valeur()))
                .hasStatus(422)
                .bodyText()
                .contains("ne représente pas, ou plus");
    }

    @Test
    void deux_transferts_ensemble_n_en_font_qu_un_et_l_autre_le_dit() {
        var max = comptes.referent(referente.clinique());

        var reponses = Stream.of(successeur, max)
                .map(cible -> CompletableFuture.supplyAsync(
                        () -> envoyer(
                                claire, "/compte/collaborateurs/" + cible.id() + "/transferts", reference.valeur()),
                        Thread::startVirtualThread))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(reponse -> reponse.getResponse().getStatus())
                .toList();

        assertThat(reponses).containsExactlyInAnyOrder(303, 422);
        assertThat(base.sql("select count(*) from journal where chaine = ? and acte = 'dossier-transfere'")
                        .param(reference.valeur())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void qui_a_transfere_ne_peut_plus_l_enregistrer_et_peut_partir() {
        transferer(claire, reference.valeur());

        assertThat(envoyer(claire, "/dossiers/" + reference + "/candidature/engagement"))
                .hasStatus(404);
        assertThat(transferer(claire, reference.valeur()))
                .hasStatus(422)
                .bodyText()
                .contains("n’est plus, à vous");
    }

    private String collaborateur(String suite) {
        return "/compte/collaborateurs/" + successeur.id() + suite;
    }

    private MvcTestResult transferer(Connecte qui, String... references) {
        return envoyer(qui, collaborateur("/transferts"), references);
    }

    private MvcTestResult envoyer(Connecte qui, String adresse, String... references) {
        var envoi = web.post().uri(adresse).with(requetes.par(qui)).with(csrf());
        return (references.length == 0 ? envoi : envoi.param("dossier", references)).exchange();
    }
}
