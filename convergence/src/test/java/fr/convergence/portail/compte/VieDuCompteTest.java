package fr.convergence.portail.compte;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.acces.Visiteur;
import fr.convergence.portail.compte.GererSonCompte.Depart;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.socle.authentification.Appareils;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.essai.BoiteAuxLettres.Lettre;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.identifiant.Telephone;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.personne.DesactiverCompte;
import fr.convergence.socle.personne.ReinitialiserSecondFacteur;
import fr.convergence.socle.personne.Secrets;
import fr.convergence.socle.session.Sessions;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Ce qui arrive à un compte ouvert : fermé, rouvert, corrigé, effacé ; par qui, et ce qu'il en reste. */
@TestDuPortail
@Tag("CPT-1")
@Tag("ADM-1")
final class VieDuCompteTest {

    private static final CleCandidat OCC_04 = ComptesDeTest.CHU;
    private static final CleCandidat AUTRE = CleCandidat.lire("GHT", "OCC-05").orElseThrow();

    @Autowired
    ComptesDeTest deTest;

    @Autowired
    Comptes comptes;

    @Autowired
    EtablissementsDuCompte etablissements;

    @Autowired
    DesactiverCompte desactiver;

    @Autowired
    ReinitialiserSecondFacteur reinitialiser;

    @Autowired
    GererSonCompte gerer;

    @Autowired
    Secrets secrets;

    @Autowired
    Appareils appareils;

    @Autowired
    Sessions sessions;

    @Autowired
    SessionRepository<? extends Session> depot;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient base;

    private Connecte operateur;
    private Compte claire;
    private String appareil;

    @BeforeEach
    void une_referente_connectee() {
        operateur = deTest.connecte(deTest.membre(Role.OPERATEUR));
        claire = deTest.referent();
        appareil = connecter(claire);
    }

    @Test
    void un_compte_ferme_n_a_plus_ni_session_ni_appareil_et_son_titulaire_l_apprend() {
        assertThat(desactiver.executer(claire.id(), operateur)).isTrue();

        assertThat(relu(claire).actif()).isFalse();
        assertThat(sessions.de(claire.id(), "")).isEmpty();
        assertThat(appareils.connait(claire.id(), appareil)).isFalse();
        assertThat(modeles(claire)).containsExactly("compte/desactive");
        assertThat(actes(claire)).endsWith("compte-desactive");
        assertThat(comptes.designe(claire.nomUtilisateur().valeur()))
                .as("son nom reste pris")
                .isPresent();
    }

    /** Un second clic n'écrit ni ne prévient deux fois. */
    @Test
    void fermer_ou_rouvrir_deux_fois_ne_fait_rien_la_seconde() {
        assertThat(desactiver.annuler(claire.id(), operateur)).as("déjà ouvert").isFalse();
        assertThat(desactiver.executer(claire.id(), operateur)).isTrue();
        assertThat(desactiver.executer(claire.id(), operateur)).isFalse();
        assertThat(desactiver.annuler(claire.id(), operateur)).isTrue();
        assertThat(desactiver.annuler(claire.id(), operateur)).isFalse();

        assertThat(relu(claire).actif()).isTrue();
        assertThat(modeles(claire)).containsExactly("compte/desactive", "compte/reactive");
        assertThat(actes(claire)).endsWith("compte-desactive", "compte-reactive");
    }

    @Test
    void un_operateur_ne_ferme_pas_son_propre_compte() {
        assertThat(desactiver.executer(operateur.compte(), operateur)).isFalse();
        assertThat(comptes.titulaire(operateur.compte()).orElseThrow().actif()).isTrue();
        assertThat(desactiver.executer(UUID.randomUUID(), operateur))
                .as("personne")
                .isFalse();
    }

    @Test
    void l_application_perdue_d_un_membre_se_delie_et_ses_sessions_finissent() {
        var membre = deTest.ars(Region.BRETAGNE);
        var sien = connecter(membre);
        assertThat(secrets.application(membre.id())).isPresent();

        assertThat(reinitialiser.executer(membre.id(), operateur)).isTrue();

        assertThat(secrets.application(membre.id())).isEmpty();
        assertThat(sessions.de(membre.id(), "")).isEmpty();
        assertThat(appareils.connait(membre.id(), sien)).isFalse();
        assertThat(modeles(membre)).containsExactly("compte/second-facteur-delie");
        assertThat(reinitialiser.executer(membre.id(), operateur))
                .as("il n'y en a plus")
                .isFalse();
    }

    /** Un référent peut en avoir une ; un opérateur ne délie pas la sienne : un autre s'en charge. */
    @Test
    void seul_le_second_facteur_d_un_autre_se_delie() {
        assertThat(reinitialiser.executer(claire.id(), operateur)).isFalse();
        secrets.lier(claire.id(), ComptesDeTest.SECRET, 1);
        assertThat(reinitialiser.executer(claire.id(), operateur)).isTrue();
        assertThat(secrets.application(claire.id())).isEmpty();
        assertThat(reinitialiser.executer(operateur.compte(), operateur)).isFalse();
        assertThat(secrets.application(operateur.compte())).isPresent();
        assertThat(reinitialiser.executer(deTest.membreSansApplication(Role.ANS).id(), operateur))
                .isFalse();
    }

    @Test
    void un_titulaire_corrige_son_identite_et_son_telephone() {
        gerer.corriger(moi(claire), Civilite.MONSIEUR, "Durand-Roux", "Clair", null);
        var corrige = relu(claire);
        assertThat(corrige.nomComplet()).isEqualTo("Clair Durand-Roux");
        assertThat(corrige.civilite()).isEqualTo(Civilite.MONSIEUR);
        assertThat(corrige.telephone()).isNull();
        gerer.corriger(moi(claire), Civilite.MADAME, "Durand", "Claire", new Telephone("+33467000000"));
        assertThat(relu(claire).telephone()).hasToString("+33467000000");
        assertThat(actes(claire)).endsWith("informations-corrigees", "informations-corrigees");
    }

    @Test
    void un_compte_ferme_ne_se_corrige_pas() {
        desactiver.executer(claire.id(), operateur);
        gerer.corriger(moi(claire), Civilite.MADAME, "Autre", "Nom", null);
        assertThat(relu(claire).nomComplet()).isEqualTo("Claire Durand");
    }

    @Test
    void un_referent_garde_au_moins_un_etablissement() {
        assertThat(gerer.retirer(moi(claire), OCC_04)).as("le dernier").isEqualTo(Depart.IMPOSSIBLE);
        gerer.ajouter(moi(claire), AUTRE, List.of());
        gerer.ajouter(moi(claire), AUTRE, List.of());
        assertThat(etablissements.de(claire.id())).containsExactlyInAnyOrder(OCC_04, AUTRE);
        assertThat(etablissements.represente(claire.id(), AUTRE)).isTrue();

        assertThat(gerer.retirer(moi(claire), OCC_04)).isEqualTo(Depart.FAIT);
        assertThat(gerer.retirer(moi(claire), OCC_04)).as("déjà fait").isEqualTo(Depart.IMPOSSIBLE);
        assertThat(etablissements.de(claire.id())).containsExactly(AUTRE);
        assertThat(etablissements.represente(claire.id(), OCC_04)).isFalse();
    }

    /** Rien de personnel ne reste ; la ligne, oui : l'historique des dossiers y renvoie. */
    @Test
    void un_compte_efface_ne_garde_rien_de_personnel_et_libere_son_nom() {
        var adresse = claire.courriel().valeur();
        assertThat(gerer.supprimer(moi(claire))).isEqualTo(Depart.FAIT);

        var reste = relu(claire);
        assertThat(reste.actif()).isFalse();
        assertThat(reste.nomComplet()).isEqualTo("Compte supprimé");
        assertThat(reste.telephone()).isNull();
        assertThat(reste.courriel().valeur()).isEqualTo("supprime@supprime.invalid");
        assertThat(secrets.motDePasse(claire.id())).isEmpty();
        assertThat(etablissements.de(claire.id())).isEmpty();
        assertThat(sessions.de(claire.id(), "")).isEmpty();
        assertThat(appareils.connait(claire.id(), appareil)).isFalse();
        assertThat(boite.derniere(adresse).modele()).isEqualTo("compte/supprime");
        assertThat(comptes.designe(adresse)).isEmpty();
        assertThat(comptes.designe(claire.nomUtilisateur().valeur())).isEmpty();
        assertThat(base.sql("select to_jsonb(c)::text from compte c where id = ?")
                        .param(claire.id())
                        .query(String.class)
                        .single())
                .doesNotContain(
                        "Durand", "Claire", adresse, claire.nomUtilisateur().valeur(), "467336733");
        assertThat(gerer.supprimer(moi(claire))).as("déjà fait").isEqualTo(Depart.IMPOSSIBLE);
    }

    @Test
    void un_membre_de_l_equipe_n_efface_pas_son_compte() {
        var membre = deTest.membre(Role.ANS);
        assertThat(gerer.supprimer(moi(membre))).isEqualTo(Depart.IMPOSSIBLE);
        assertThat(relu(membre).actif()).isTrue();
    }

    private String connecter(Compte compte) {
        var secret = appareils.nouveau();
        appareils.retenir(compte.id(), secret);
        Visiteur.ouvrir(depot, moi(compte));
        assertThat(sessions.de(compte.id(), "")).isNotEmpty();
        return secret;
    }

    private Connecte moi(Compte compte) {
        return deTest.connecte(compte);
    }

    private Compte relu(Compte compte) {
        return comptes.titulaire(compte.id()).orElseThrow();
    }

    private List<String> modeles(Compte compte) {
        return boite.de(compte.courriel().valeur()).stream().map(Lettre::modele).toList();
    }

    private List<String> actes(Compte compte) {
        return journal.chaine("compte/" + compte.id()).stream()
                .map(ligne -> ligne.acte())
                .toList();
    }
}
