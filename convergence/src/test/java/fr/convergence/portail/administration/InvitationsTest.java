package fr.convergence.portail.administration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.personne.EtatDePersonne;
import fr.convergence.socle.personne.Invitation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Inviter un membre de l'équipe, et renvoyer son invitation. */
@TestDuPortail
@Tag("AUD-1")
@Tag("NOT-3")
final class InvitationsTest {

    @Autowired
    Requetes requetes;

    @Autowired
    ComptesDeTest deTest;

    @Autowired
    Comptes comptes;

    @Autowired
    Invitation invitation;

    @Autowired
    BoiteAuxLettres boite;

    private Connecte operateur;
    private Compte membre;

    @BeforeEach
    void un_operateur_et_un_membre() {
        operateur = deTest.connecte(deTest.membre(Role.OPERATEUR));
        membre = deTest.membre(Role.ANS);
    }

    @Test
    void une_invitation_ouvre_un_compte_en_attente() {
        var saisie = new String[] {
            "role",
            "ARS",
            "region",
            "76",
            "civilite",
            "MADAME",
            "nom",
            "Roux",
            "prenom",
            "Inès",
            "courriel",
            "ines.roux@ars.example.fr",
            "nomUtilisateur",
            "ines.roux"
        };

        assertThat(envoyer("/invitations", saisie)).hasStatus(303);
        var invitee = comptes.designe("ines.roux").orElseThrow();
        assertThat(invitee.etat()).isInstanceOf(EtatDePersonne.EnAttente.class);
        assertThat(invitee.region()).isEqualTo(Region.OCCITANIE);
        assertThat(envoyer("/invitations", saisie)).hasStatus(422).bodyText().contains("a déjà un compte");
    }

    @Test
    void une_invitation_renvoyee_eteint_la_premiere() {
        var adresse = "paul." + operateur.compte() + "@ans.example.fr";
        var nom = "paul." + operateur.compte().toString().substring(24);
        assertThat(envoyer(
                        "/invitations",
                        "role",
                        "ANS",
                        "civilite",
                        "MONSIEUR",
                        "nom",
                        "Noir",
                        "prenom",
                        "Paul",
                        "courriel",
                        adresse,
                        "nomUtilisateur",
                        nom))
                .hasStatus(303);
        var invite = comptes.designe(nom).orElseThrow();
        var premier = jeton(adresse);

        assertThat(lire(operateur, "/comptes/" + invite.id())).bodyText().contains("Renvoyer l’invitation");
        assertThat(lire(operateur, "/comptes/" + invite.id() + "/invitation"))
                .bodyText()
                .contains("ne vaudra plus");
        assertThat(envoyer("/comptes/" + invite.id() + "/invitation")).hasStatus(303);

        var second = jeton(adresse);
        assertThat(second).isNotEqualTo(premier);
        assertThat(invitation.invitee(premier)).isEmpty();
        assertThat(invitation.invitee(second)).isPresent();
        assertThat(lire(operateur, "/journal?objet=compte/" + invite.id()))
                .bodyText()
                .contains("<td data-titre=\"Acte\">Invitation renvoyée</td>");
        assertThat(envoyer("/comptes/" + membre.id() + "/invitation")).hasStatus(303);
        assertThat(lire(operateur, "/journal?objet=compte/" + membre.id()))
                .bodyText()
                .doesNotContain("<td data-titre=\"Acte\">Invitation renvoyée</td>");
    }

    @Test
    void une_invitation_incomplete_dit_chaque_manque_et_garde_le_reste() {
        assertThat(envoyer("/invitations", "role", "ARS", "nom", "Roux"))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"Roux\"", "href=\"#region\"", "href=\"#courriel\"", "href=\"#nomUtilisateur\"");
        assertThat(envoyer("/invitations", "role", "REFERENT")).hasStatus(422);
    }

    private String jeton(String adresse) {
        return boite.derniere(adresse).trouver("/invitation/([\\w-]+)");
    }

    private EtatDePersonne etat(Compte compte) {
        return comptes.titulaire(compte.id()).orElseThrow().etat();
    }

    private MvcTestResult lire(Connecte qui, String chemin) {
        return requetes.lire(qui, "/administration" + chemin);
    }

    private MvcTestResult envoyer(String chemin, String... champs) {
        return requetes.envoyer(operateur, "/administration" + chemin, champs);
    }
}
