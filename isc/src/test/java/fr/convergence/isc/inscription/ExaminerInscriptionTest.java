package fr.convergence.isc.inscription;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.isc.TestDIsc;
import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.acces.Membre;
import fr.convergence.isc.compte.Comptes;
import fr.convergence.isc.compte.ComptesDeTest;
import fr.convergence.isc.identite.EtatDeVerification;
import fr.convergence.isc.identite.EtatDeVerification.Code;
import fr.convergence.isc.identite.Verification;
import fr.convergence.isc.identite.Verifications;
import fr.convergence.isc.inscription.ExaminerInscription.Decision;
import fr.convergence.isc.inscription.ExaminerInscription.EntrepriseRelue;
import fr.convergence.isc.kbis.Specimens;
import fr.convergence.isc.kbis.UnKbis;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.chiffrement.Coffre;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.identifiant.IdentifiantNational;
import fr.convergence.socle.identifiant.TypeIdentifiant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Ce qu’un opérateur décide d’une inscription transmise (ISC-6). */
@TestDIsc
@Tag("ISC-6")
class ExaminerInscriptionTest {

    private static final EntrepriseRelue LOGIPRO = new EntrepriseRelue(
            new IdentifiantNational(TypeIdentifiant.SIREN, "732829320"), "LOGIPRO SANTÉ", "12 rue de la Paix", "FR");

    @Autowired
    private MockMvcTester web;

    @Autowired
    private JdbcClient base;

    @Autowired
    private Coffre coffre;

    @Autowired
    private BoiteAuxLettres boite;

    @Autowired
    private HorlogeDeTest horloge;

    @Autowired
    private ConclureVerification conclure;

    @Autowired
    private InscriptionsAExaminer file;

    @Autowired
    private ExaminerInscription examiner;

    @Autowired
    private Comptes comptes;

    @Autowired
    private ComptesDeTest essais;

    @Autowired
    private Verifications verifications;

    private Membre operateur;

    @BeforeEach
    void un_operateur() {
        operateur = new Membre(
                essais.operateur(), Fonction.OPERATEUR, Optional.empty(), "Odile Support", horloge.instant());
    }

    @Test
    void accepter_cree_l_entreprise_une_fois_le_compte_et_envoie_de_quoi_choisir_un_mot_de_passe() throws Exception {
        var pierre = transmise("Pierre-François", "Durand");
        var helene = transmise("Hélène", "Le Goff");

        assertThat(file.file(null, 1_000)).extracting(DossierDInscription::id).containsSubsequence(pierre, helene);
        var courriel = file.une(pierre).orElseThrow().declarant().courriel().valeur();
        var decision = examiner.accepter(pierre, LOGIPRO, operateur);
        examiner.accepter(helene, LOGIPRO, operateur);

        var compte = comptes.titulaire(((Decision.Prise) decision).compte().orElseThrow())
                .orElseThrow();
        assertThat(compte.fonction()).isEqualTo(Fonction.MANDATAIRE);
        assertThat(boite.derniere(courriel).modele()).isEqualTo("compte/invitation");
        assertThat(comptes.responsables(compte.sonEntreprise())).isEmpty();
        assertThat(base.sql("select count(*) from compte where entreprise = ?")
                        .param(compte.sonEntreprise())
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(2);
        assertThat(etat(pierre)).isEqualTo(Code.ACCEPTEE);
        assertThat(file.une(pierre)).isEmpty();
        assertThat(examiner.refuser(pierre, "Trop tard", operateur)).isInstanceOf(Decision.PlusAExaminer.class);
    }

    @Test
    void refuser_le_dit_avec_sa_raison() throws Exception {
        var inscription = transmise("Pierre-François", "Durand");
        var courriel =
                file.une(inscription).orElseThrow().declarant().courriel().valeur();

        examiner.refuser(inscription, "Le visage n’est pas celui de la pièce.", operateur);

        assertThat(boite.derniere(courriel).texte()).contains("Le visage n’est pas celui de la pièce.");
        assertThat(comptes.designe(courriel)).isEmpty();
        assertThat(etat(inscription)).isEqualTo(Code.REFUSEE);
    }

    @Test
    void redemander_rend_la_main_par_un_lien_et_l_inscription_revient_dans_la_file() throws Exception {
        var inscription = transmise("Pierre-François", "Durand");
        var courriel =
                file.une(inscription).orElseThrow().declarant().courriel().valeur();

        examiner.redemander(inscription, "Le Kbis est celui d’une autre société.", true, false, operateur);

        assertThat(file.une(inscription)).isEmpty();
        var lien = boite.derniere(courriel).trouver("(/inscription/reprise/[A-Za-z0-9_-]{43})");
        var elle = new Postulant(web, base, coffre);
        assertThat(elle.envoyer(lien, Map.of())).hasRedirectedUrl("/inscription/mandataire/entreprise");
        assertThat(elle.page("/inscription/mandataire/entreprise").text())
                .contains("Le Kbis est celui d’une autre société.");
        elle.deposerKbis(UnKbis.pdf(Specimens.SAS_EN_COLONNES));
        assertThat(elle.envoyer("/inscription/mandataire/identite", Map.of("consentement", "oui")))
                .hasRedirectedUrl("/inscription/mandataire/fin");
        assertThat(file.une(inscription)).isPresent();
    }

    @Test
    void une_adresse_qui_a_deja_un_compte_ne_se_dit_qu_a_l_operateur() throws Exception {
        var prise = transmise("Pierre-François", "Durand");
        var dossier = file.une(prise).orElseThrow();
        base.sql("update compte set courriel = ?, courriel_cle = ? where id = ?")
                .params(
                        dossier.declarant().courriel().valeur(),
                        dossier.declarant().courriel().cle(),
                        essais.operateur())
                .update();

        assertThat(examiner.accepter(prise, LOGIPRO, operateur)).isInstanceOf(Decision.DejaPris.class);
        assertThat(file.une(prise)).isPresent();
    }

    @Test
    void le_document_et_l_identite_redemandes_se_refont_dans_l_un_ou_l_autre_ordre() throws Exception {
        var inscription = transmise("Pierre-François", "Durand");
        var courriel =
                file.une(inscription).orElseThrow().declarant().courriel().valeur();
        examiner.redemander(inscription, "Tout est flou.", true, true, operateur);
        filmer(inscription);
        assertThat(file.une(inscription)).isEmpty();

        var lien = boite.derniere(courriel).trouver("(/inscription/reprise/[A-Za-z0-9_-]{43})");
        var elle = new Postulant(web, base, coffre);
        elle.envoyer(lien, Map.of());
        elle.deposerKbis(UnKbis.pdf(Specimens.SAS_EN_COLONNES));
        elle.envoyer("/inscription/mandataire/identite", Map.of("consentement", "oui"));

        assertThat(file.une(inscription)).isPresent();
    }

    @Test
    void dix_decisions_a_la_fois_n_en_font_qu_une() throws Exception {
        var inscription = transmise("Pierre-François", "Durand");
        try (var fils = Executors.newFixedThreadPool(5)) {
            var decisions = fils.invokeAll(IntStream.range(0, 10)
                    .<Callable<Decision>>mapToObj(rang -> () -> rang % 2 == 0
                            ? examiner.accepter(inscription, LOGIPRO, operateur)
                            : examiner.refuser(inscription, "Non", operateur))
                    .toList());

            assertThat(decisions)
                    .filteredOn(decision -> decision.resultNow() instanceof Decision.Prise)
                    .hasSize(1);
        }
    }

    private UUID transmise(String prenom, String nom) throws Exception {
        var postulant = new Postulant(web, base, coffre);
        postulant.sePresenter(prenom, nom, "x" + UUID.randomUUID().toString().substring(0, 12) + "@logipro.example");
        postulant.deposerKbis(UnKbis.pdf(Specimens.SAS_EN_COLONNES));
        postulant.envoyer("/inscription/mandataire/identite", Map.of("consentement", "oui"));
        var inscription = base.sql("select id from inscription order by commencee_le desc, id desc limit 1")
                .query(UUID.class)
                .single();
        filmer(inscription);
        return inscription;
    }

    /** Tout est filmé et contrôlé. */
    private void filmer(UUID inscription) {
        var commencee = verifications.deLInscription(inscription).orElseThrow();
        verifications.ecrire(new Verification(
                commencee.id(),
                inscription,
                commencee.personne(),
                new EtatDeVerification.EnExamen(horloge.instant()),
                commencee.prise(),
                commencee.partenaire(),
                commencee.reference(),
                commencee.avis(),
                commencee.expireLe()));
        conclure.terminee(inscription);
    }

    private Code etat(UUID inscription) {
        return verifications.deLInscription(inscription).orElseThrow().etat().code();
    }
}
