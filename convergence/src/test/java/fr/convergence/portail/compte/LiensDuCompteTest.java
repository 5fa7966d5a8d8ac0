package fr.convergence.portail.compte;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.acces.Visiteur;
import fr.convergence.portail.compte.InviterMembre.Resultat;
import fr.convergence.socle.authentification.MotsDePasse;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.essai.BoiteAuxLettres.Lettre;
import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.personne.DesactiverCompte;
import fr.convergence.socle.personne.Invitation;
import fr.convergence.socle.personne.MotDePasse;
import fr.convergence.socle.personne.NomUtilisateur;
import fr.convergence.socle.personne.Personne;
import fr.convergence.socle.personne.Secrets;
import fr.convergence.socle.session.Sessions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Les liens d'un compte : combien de temps ils valent, une fois, et pour qui. */
@TestDuPortail
@Tag("CNX-4")
final class LiensDuCompteTest {

    private static final String NOUVEAU = "Cerise-orange-17-pivoines";

    @Autowired
    ComptesDeTest deTest;

    @Autowired
    Comptes comptes;

    @Autowired
    InviterMembre inviter;

    @Autowired
    Invitation invitation;

    @Autowired
    MotDePasse motDePasse;

    @Autowired
    DesactiverCompte desactiver;

    @Autowired
    Secrets secrets;

    @Autowired
    MotsDePasse motsDePasse;

    @Autowired
    Sessions sessions;

    @Autowired
    SessionRepository<? extends Session> depot;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    HorlogeDeTest horloge;

    private final String nom = "lien." + UUID.randomUUID().toString().substring(0, 12);
    private final String adresse = nom + "@ans.example.fr";
    private Connecte operateur;
    private Compte claire;

    @BeforeEach
    void un_operateur_et_une_referente() {
        operateur = deTest.connecte(deTest.membre(Role.OPERATEUR));
        claire = deTest.referent();
    }

    @Test
    void une_invitation_vaut_trois_jours_et_une_fois() {
        var compte = invite(Role.ANS, null);
        var jeton = jetonDInvitation();
        horloge.avancer(Duration.ofHours(72).minusMinutes(1));
        assertThat(invitation.invitee(jeton)).map(Personne::id).contains(compte);
        assertThat(secrets.motDePasse(compte)).as("il ne l'a pas choisi").isEmpty();

        assertThat(invitation.accepter(jeton, "haché")).isTrue();

        assertThat(comptes.titulaire(compte).orElseThrow().actif()).isTrue();
        assertThat(secrets.motDePasse(compte)).contains("haché");
        assertThat(invitation.accepter(jeton, "autre")).isFalse();
        assertThat(secrets.motDePasse(compte)).contains("haché");
        assertThat(invitation.invitee(jeton)).isEmpty();
    }

    @Test
    void une_invitation_passee_n_ouvre_rien_et_se_renvoie() {
        var compte = invite(Role.ARS, Region.BRETAGNE);
        var premier = jetonDInvitation();
        horloge.avancer(Duration.ofHours(72).plusSeconds(1));
        assertThat(invitation.invitee(premier)).isEmpty();
        assertThat(invitation.accepter(premier, "haché")).isFalse();
        assertThat(comptes.titulaire(compte).orElseThrow().actif()).isFalse();

        assertThat(invitation.renvoyer(compte, operateur.getName())).isTrue();
        assertThat(invitation.accepter(jetonDInvitation(), "haché")).isTrue();
        assertThat(invitation.renvoyer(compte, operateur.getName()))
                .as("il n'en attend plus")
                .isFalse();
        assertThat(modeles(adresse)).containsExactly("compte/invitation", "compte/invitation");
    }

    @Test
    void un_nom_ou_une_adresse_pris_ne_s_invite_pas() {
        invite(Role.ANS, null);
        assertThat(inviter.executer(membre(nom + ".bis", adresse, Role.ANS, null), "systeme"))
                .isInstanceOf(Resultat.DejaPris.class);
        assertThat(inviter.executer(membre(nom.toUpperCase(), "x" + adresse, Role.ANS, null), "systeme"))
                .isInstanceOf(Resultat.DejaPris.class);
        assertThat(modeles(adresse)).hasSize(1);
        assertThat(modeles("x" + adresse)).isEmpty();
    }

    @Test
    void un_lien_de_mot_de_passe_vaut_une_demi_heure_et_une_fois() {
        motDePasse.envoyerLien(claire.personne());
        var jeton = jetonDeMotDePasse();
        Visiteur.ouvrir(depot, deTest.connecte(claire));
        horloge.avancer(Duration.ofMinutes(29));
        assertThat(motDePasse.concerne(jeton)).map(Personne::id).contains(claire.id());

        assertThat(motDePasse.remplacer(jeton, motsDePasse.empreinte(NOUVEAU)))
                .map(Personne::id)
                .contains(claire.id());

        assertThat(sessions.de(claire.id(), "")).isEmpty();
        assertThat(motDePasse.concerne(jeton)).isEmpty();
        assertThat(motDePasse.remplacer(jeton, "autre")).isEmpty();
        assertThat(boite.derniere(courriel()).modele()).isEqualTo("compte/mot-de-passe-change");
        assertThat(boite.derniere(courriel()).texte()).doesNotContain(NOUVEAU);
    }

    @Test
    void un_lien_de_mot_de_passe_passe_ou_d_un_compte_ferme_ne_change_rien() {
        var avant = secrets.motDePasse(claire.id());
        motDePasse.envoyerLien(claire.personne());
        var passe = jetonDeMotDePasse();
        horloge.avancer(Duration.ofMinutes(31));
        assertThat(motDePasse.remplacer(passe, "autre")).isEmpty();

        motDePasse.envoyerLien(claire.personne());
        var ferme = jetonDeMotDePasse();
        desactiver.executer(claire.id(), operateur);
        assertThat(motDePasse.concerne(ferme)).isEmpty();
        assertThat(motDePasse.remplacer(ferme, "autre")).isEmpty();
        assertThat(secrets.motDePasse(claire.id())).isEqualTo(avant);
        assertThat(motDePasse.concerne("rien")).isEmpty();
    }

    /** Changer son mot de passe éteint le lien qu'un autre aurait demandé, et toute autre session. */
    @Test
    void changer_de_mot_de_passe_eteint_les_liens_et_les_autres_sessions() {
        motDePasse.envoyerLien(claire.personne());
        var jeton = jetonDeMotDePasse();
        var moi = deTest.connecte(claire);
        Visiteur.ouvrir(depot, moi);
        var courante = Visiteur.ouvrir(depot, moi);

        motDePasse.changer(moi, "haché", courante);

        assertThat(secrets.motDePasse(claire.id())).contains("haché");
        assertThat(motDePasse.remplacer(jeton, "autre")).isEmpty();
        assertThat(sessions.de(claire.id(), courante)).hasSize(1).allMatch(ouverte -> ouverte.courante());
        assertThat(boite.derniere(courriel()).modele()).isEqualTo("compte/mot-de-passe-change");
    }

    private UUID invite(Role role, @Nullable Region region) {
        var resultat = inviter.executer(membre(nom, adresse, role, region), "systeme");
        return ((Resultat.Invite) resultat).compte();
    }

    private static MembreDeLEquipe membre(String nom, String adresse, Role role, @Nullable Region region) {
        return new MembreDeLEquipe(
                role,
                region,
                new NomUtilisateur(nom),
                new AdresseElectronique(adresse),
                Civilite.MADAME,
                "Roux",
                "Inès");
    }

    private String courriel() {
        return claire.courriel().valeur();
    }

    private String jetonDInvitation() {
        return boite.derniere(adresse).trouver("/invitation/([\\w-]+)");
    }

    private String jetonDeMotDePasse() {
        return boite.derniere(courriel()).trouver("/mot-de-passe[\\w-]*/([\\w-]+)");
    }

    private List<String> modeles(String destinataire) {
        return boite.de(destinataire).stream().map(Lettre::modele).toList();
    }
}
