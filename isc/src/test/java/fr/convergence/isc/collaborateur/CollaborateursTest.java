package fr.convergence.isc.collaborateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.isc.PortesDIsc;
import fr.convergence.isc.TestDIsc;
import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.compte.Comptes;
import fr.convergence.isc.compte.ComptesDeTest;
import fr.convergence.isc.entreprise.Entreprise;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.personne.EtatDePersonne;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TestDIsc
final class CollaborateursTest {

    @Autowired
    ComptesDeTest comptesDeTest;

    @Autowired
    Comptes comptes;

    @Autowired
    PortesDIsc portes;

    @Autowired
    BoiteAuxLettres boite;

    private Entreprise entreprise;
    private UUID representante;

    @BeforeEach
    void une_entreprise_et_sa_representante() {
        entreprise = comptesDeTest.entreprise();
        representante = comptesDeTest.membre(Fonction.REPRESENTANT, entreprise);
    }

    @Test
    void un_collaborateur_s_invite_se_cherche_sans_accent_se_corrige_et_se_supprime() {
        var navigateur = portes.entrer(representante).lire("/collaborateurs/nouveau");
        var nom = "gael.lefevre." + entreprise.identifiant().valeur();
        var adresse = nom + "@logiciels.example";
        navigateur.envoyer("/collaborateurs", "prenom", "Gaël", "courriel", "gael@");
        assertThat(navigateur.statut()).isEqualTo(422);
        assertThat(navigateur.page().select("#prenom").val())
                .as("rien n'est perdu")
                .isEqualTo("Gaël");
        navigateur.envoyer(
                "/collaborateurs",
                "fonction",
                "SALARIE",
                "nomUtilisateur",
                nom,
                "civilite",
                "MONSIEUR",
                "prenom",
                "Gaël",
                "nom",
                "Lefèvre",
                "courriel",
                adresse,
                "telephone",
                "04 67 33 67 33");
        assertThat(navigateur.suivre().texte()).contains("L’invitation est envoyée", "Invitation en attente");
        assertThat(boite.derniere(adresse).texte()).contains("/invitation/");

        navigateur.lire("/collaborateurs?q=LEFEVRE");
        assertThat(navigateur.texte()).contains("Lefèvre").doesNotContain("Durand Claire");
        var id = comptes.designe(adresse).orElseThrow().id();
        navigateur.lire("/collaborateurs/" + id + "/suppression").envoyer("/collaborateurs/" + id + "/suppression");
        assertThat(navigateur.suivre().texte()).contains("Le compte est supprimé.");
        assertThat(comptes.titulaire(id)).as("une invitation s'efface").isEmpty();
    }

    @Test
    void un_compte_qui_a_servi_est_anonymise_et_ses_sessions_finissent() {
        var salarie = comptesDeTest.membre(Fonction.SALARIE, entreprise);
        var sien = portes.entrer(salarie);
        assertThat(sien.lire("/tableau-de-bord").statut()).isEqualTo(200);

        portes.entrer(representante)
                .lire("/collaborateurs/" + salarie + "/suppression")
                .envoyer("/collaborateurs/" + salarie + "/suppression");

        assertThat(comptes.titulaire(salarie).orElseThrow().personne().etat())
                .isInstanceOf(EtatDePersonne.Supprime.class);
        assertThat(sien.lire("/tableau-de-bord").statut()).as("déconnecté").isNotEqualTo(200);
    }

    @Test
    void ni_un_mandataire_ni_soi_meme_ni_un_autre_employeur_ne_se_touche() {
        var mandataire = comptesDeTest.mandataire(entreprise);
        var ailleurs = comptesDeTest.membre(Fonction.SALARIE, comptesDeTest.entreprise());
        var navigateur = portes.entrer(representante);

        for (var intouchable : new UUID[] {mandataire, representante, ailleurs}) {
            assertThat(navigateur
                            .lire("/collaborateurs/" + intouchable + "/modification")
                            .statut())
                    .isEqualTo(404);
            navigateur.lire("/collaborateurs").envoyer("/collaborateurs/" + intouchable + "/suppression");
            assertThat(comptes.titulaire(intouchable).orElseThrow().personne().active())
                    .isTrue();
        }
        assertThat(navigateur.lire("/collaborateurs/" + ailleurs).statut()).isEqualTo(404);
        assertThat(navigateur.lire("/collaborateurs/" + mandataire).statut()).isEqualTo(200);
    }

    @Test
    void un_salarie_lit_et_ne_change_rien() {
        var autre = comptesDeTest.membre(Fonction.SALARIE, entreprise);
        var navigateur = portes.entrer(comptesDeTest.membre(Fonction.SALARIE, entreprise));

        assertThat(navigateur.lire("/collaborateurs").texte()).doesNotContain("Ajouter un collaborateur", "Supprimer");
        assertThat(navigateur.lire("/collaborateurs/nouveau").statut()).isEqualTo(403);
        navigateur.lire("/collaborateurs").envoyer("/collaborateurs/" + autre + "/suppression");
        assertThat(navigateur.statut()).isEqualTo(403);
        assertThat(navigateur.lire("/compte/entreprise").statut()).isEqualTo(403);
    }

    @Test
    void chaque_page_se_lit_en_anglais() {
        var navigateur = portes.entrer(representante);
        for (var page : new String[] {
            "/tableau-de-bord",
            "/collaborateurs",
            "/collaborateurs/nouveau",
            "/compte",
            "/compte/informations",
            "/compte/mot-de-passe",
            "/compte/sessions",
            "/compte/cles-d-acces",
            "/demandes"
        }) {
            navigateur.lire(page + "?langue=en");
            assertThat(navigateur.statut()).as(page).isEqualTo(200);
            assertThat(navigateur.page().selectFirst("html").attr("lang")).isEqualTo("en");
            assertThat(navigateur.texte()).as(page).contains("Sign out").doesNotContain("⟦", "Se déconnecter");
        }
        assertThat(navigateur.lire("/collaborateurs").texte())
                .as("le choix tient")
                .contains("List of colleagues");
    }
}
