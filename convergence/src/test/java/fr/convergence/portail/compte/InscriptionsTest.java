package fr.convergence.portail.compte;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.socle.authentification.MotsDePasse;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.essai.NavigateurDeTest;
import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.identifiant.Telephone;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.personne.DemandesDeCourriel;
import fr.convergence.socle.personne.EtatDePersonne;
import fr.convergence.socle.personne.NomUtilisateur;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Créer un compte de référent et l'activer (INS-2, INS-8). */
@TestDuPortail
@Tag("INS-2")
@Tag("INS-8")
final class InscriptionsTest {

    @Autowired
    MockMvcTester web;

    @Autowired
    CreerCompteReferent creer;

    @Autowired
    Comptes comptes;

    @Autowired
    EtablissementsDuCompte etablissements;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    DemandesDeCourriel demandes;

    @Autowired
    Journal journal;

    @Autowired
    MotsDePasse motsDePasse;

    @Autowired
    HorlogeDeTest horloge;

    @Autowired
    JdbcClient base;

    @Autowired
    TransactionTemplate transaction;

    private final String nom = "ref." + UUID.randomUUID().toString().substring(0, 12);
    private final String adresse = nom + "@hopital.example.fr";

    /** Les lignes écrites dans chaque table, gardées ou non. */
    private Map<String, Long> ecritures(Inscription inscription) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var avant = insertions();
            creer.executer(inscription);
            var ecrites = insertions();
            ecrites.replaceAll((table, lignes) -> lignes - avant.getOrDefault(table, 0L));
            return ecrites;
        }));
    }

    /** Les compteurs de cette connexion, que PostgreSQL remet à zéro quand il les publie. */
    private Map<String, Long> insertions() {
        return base
                .sql("select relname, n_tup_ins from pg_stat_xact_user_tables")
                .query((ligne, rang) -> Map.entry(ligne.getString(1), ligne.getLong(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private long comptes() {
        return base.sql("select count(*) from compte").query(Long.class).single();
    }

    @Test
    void le_lien_recu_montre_un_bouton_et_le_bouton_active_une_seule_fois() {
        creer.executer(inscription(nom, adresse));
        var navigateur = new NavigateurDeTest(web);
        var lien = lien();
        navigateur.lire(lien).lire(lien);
        assertThat(navigateur.texte()).contains("Activer mon compte");
        assertThat(compte().etat()).isInstanceOf(EtatDePersonne.EnAttente.class);
        navigateur.envoyer(lien);
        assertThat(navigateur.suivre().texte()).contains("Votre compte est activé");
        assertThat(compte().actif()).isTrue();
        assertThat(etablissements.de(compte().id())).containsExactly(ComptesDeTest.CHU);
        assertThat(journal.chaine("compte/" + compte().id()))
                .extracting(ligne -> ligne.acte())
                .containsExactly("compte-cree", "compte-active");
        navigateur.lire(lien);
        assertThat(navigateur.texte()).contains("Ce lien a déjà servi");
        navigateur.lire("/connexion").envoyer(lien);
        assertThat(navigateur.texte()).contains("Ce lien a déjà servi");
    }

    @Test
    void une_adresse_prise_coute_les_memes_ecritures_qu_une_libre_et_n_en_garde_aucune() {
        creer.executer(inscription("avant." + nom.substring(4), "avant." + adresse)); // fait la clé des jetons
        var libre = ecritures(inscription(nom, adresse));
        base.sql("update compte set etat = 'ACTIF' where nom_utilisateur = ?")
                .param(nom)
                .update();
        var avant = comptes();

        assertThat(ecritures(inscription("autre." + nom.substring(4), adresse))).isEqualTo(libre);
        assertThat(comptes()).isEqualTo(avant);
    }

    @Test
    void un_lien_expire_ou_altere_n_active_pas_et_dit_quoi_faire() {
        creer.executer(inscription(nom, adresse));
        var lien = lien();
        var navigateur = new NavigateurDeTest(web).lire("/connexion");
        navigateur.envoyer(lien.substring(0, lien.length() - 1));
        assertThat(navigateur.statut()).isEqualTo(410);
        assertThat(navigateur.texte()).contains("Ce lien n’est pas reconnu");
        horloge.avancer(Duration.ofHours(24));
        navigateur.lire("/connexion").envoyer(lien);
        assertThat(navigateur.statut()).isEqualTo(410);
        assertThat(navigateur.texte()).contains("Ce lien n’est plus valable");
        assertThat(compte().actif()).isFalse();
    }

    @Test
    void le_lien_redemande_laisse_le_precedent_jusqu_a_ce_que_l_un_serve() {
        creer.executer(inscription(nom, adresse));
        var ancien = lien();
        var navigateur = new NavigateurDeTest(web).lire("/activation/renvoi");
        navigateur.envoyer("/activation/renvois", "identifiant", adresse).suivre();
        assertThat(navigateur.texte()).contains("Consultez votre messagerie");
        traiterLesDemandes();
        assertThat(lien()).isNotEqualTo(ancien);
        navigateur.lire("/connexion").envoyer(ancien);
        assertThat(compte().actif()).isTrue();
        assertThat(navigateur.lire(lien()).texte()).contains("déjà");
    }

    @Test
    void un_compte_non_active_ne_se_connecte_pas_et_se_voit_proposer_un_lien() {
        var prete = inscription(nom, adresse);
        creer.executer(prete);
        var navigateur = new NavigateurDeTest(web, "192.0.2.77")
                .lire("/connexion")
                .envoyer("/connexion", "identifiant", nom, "motDePasse", ComptesDeTest.MOT_DE_PASSE);
        assertThat(navigateur.statut()).isEqualTo(422);
        assertThat(navigateur.texte()).contains("pas encore activé", "Recevoir un nouveau lien d’activation");
    }

    @Test
    void une_adresse_deja_prise_previent_son_titulaire_et_ne_change_rien() {
        creer.executer(inscription(nom, adresse));
        new NavigateurDeTest(web).lire(lien()).envoyer(lien());
        creer.executer(inscription(nom + ".bis", adresse.toUpperCase()));
        var lettre = boite.derniere(adresse);
        assertThat(lettre.modele()).isEqualTo("compte/deja-inscrit");
        assertThat(lettre.texte()).contains(nom).doesNotContain("/activation/");
        assertThat(comptes.designe(nom + ".bis")).isEmpty();
        assertThat(compte().actif()).isTrue();
    }

    @Test
    void un_nom_d_utilisateur_deja_pris_ne_se_dit_que_par_courriel() {
        creer.executer(inscription(nom, adresse));
        var autre = "autre." + adresse;
        creer.executer(inscription(nom.toUpperCase(), autre));
        assertThat(boite.derniere(autre).modele()).isEqualTo("compte/nom-pris");
        assertThat(comptes.designe(autre)).isEmpty();
        assertThat(boite.de(adresse)).hasSize(1);
    }

    @Test
    void s_inscrire_de_nouveau_avant_d_activer_remplace_la_premiere_inscription() {
        creer.executer(inscription(nom, adresse));
        var ancien = lien();
        creer.executer(inscription(nom + ".bis", adresse));
        assertThat(comptes.designe(nom)).isEmpty();
        new NavigateurDeTest(web).lire("/connexion").envoyer(ancien);
        assertThat(compte().actif()).isFalse();
        new NavigateurDeTest(web).lire("/connexion").envoyer(lien());
        assertThat(compte().actif()).isTrue();
        assertThat(compte().nomUtilisateur().valeur()).isEqualTo(nom + ".bis");
    }

    @Test
    void une_inscription_jamais_activee_s_efface() {
        creer.executer(inscription(nom, adresse));
        horloge.avancer(Duration.ofDays(8));
        comptes.effacerEnAttenteDAvant(horloge.instant().minus(Duration.ofDays(7)));
        assertThat(comptes.designe(nom)).isEmpty();
    }

    private Inscription inscription(String nomUtilisateur, String courriel) {
        return new Inscription(
                new NomUtilisateur(nomUtilisateur),
                new AdresseElectronique(courriel.toLowerCase()),
                Civilite.MADAME,
                "Martin",
                "Anne",
                new Telephone("+33467336733"),
                motsDePasse.empreinte(ComptesDeTest.MOT_DE_PASSE),
                ComptesDeTest.CHU,
                List.of());
    }

    private Compte compte() {
        return comptes.designe(adresse).orElseThrow();
    }

    private String lien() {
        return boite.derniere(adresse).trouver("(/activation/[\\w-]+)");
    }

    private void traiterLesDemandes() {
        while (demandes.traiterUne()) {
            // Jusqu'à ce que la file soit vide.
        }
    }
}
