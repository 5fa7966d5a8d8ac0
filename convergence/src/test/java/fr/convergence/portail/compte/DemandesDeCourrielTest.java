package fr.convergence.portail.compte;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Role;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.essai.BoiteAuxLettres.Lettre;
import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.identifiant.Telephone;
import fr.convergence.socle.personne.DemandesDeCourriel;
import fr.convergence.socle.personne.DemandesDeCourriel.Nature;
import fr.convergence.socle.personne.DesactiverCompte;
import fr.convergence.socle.personne.NomUtilisateur;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ce qu'un visiteur fait partir en nommant un compte, et ce qu'il n'en apprend pas. */
@TestDuPortail
@Tag("INS-2")
final class DemandesDeCourrielTest {

    @Autowired
    ComptesDeTest deTest;

    @Autowired
    InviterMembre inviter;

    @Autowired
    DesactiverCompte desactiver;

    @Autowired
    CreerCompteReferent creer;

    @Autowired
    DemandesDeCourriel demandes;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    HorlogeDeTest horloge;

    @Autowired
    JdbcClient base;

    private final String nom = "demande." + UUID.randomUUID().toString().substring(0, 12);
    private final String adresse = nom + "@ans.example.fr";
    private Compte claire;

    @BeforeEach
    void une_referente() {
        claire = deTest.referent();
        traiter();
    }

    /** Ce que reçoit le titulaire de chaque sorte de compte ; un compte fermé ou inconnu ne fait rien partir. */
    @Test
    void une_demande_envoie_ce_que_l_etat_du_compte_permet() {
        for (var nature : Nature.values()) {
            demander(nature, courriel());
        }
        assertThat(modeles(courriel()))
                .containsExactly("compte/deja-actif", "compte/mot-de-passe-oublie", "compte/verrou");

        desactiver.executer(claire.id(), deTest.connecte(deTest.membre(Role.OPERATEUR)));
        for (var nature : Nature.values()) {
            demander(nature, claire.nomUtilisateur().valeur());
            demander(nature, "personne-de-ce-nom");
        }
        assertThat(modeles(courriel())).hasSize(4).endsWith("compte/desactive");
    }

    @Test
    void une_demande_d_un_compte_en_attente_renvoie_de_quoi_l_ouvrir() {
        inviter.executer(
                new MembreDeLEquipe(
                        Role.ANS,
                        null,
                        new NomUtilisateur(nom),
                        new AdresseElectronique(adresse),
                        Civilite.MADAME,
                        "Roux",
                        "Inès"),
                "systeme");
        demander(Nature.VERROU, nom);
        assertThat(modeles(adresse))
                .as("on ne force pas ce qui n'est pas ouvert")
                .hasSize(1);
        demander(Nature.ACTIVATION, adresse);
        demander(Nature.MOT_DE_PASSE, nom);
        assertThat(modeles(adresse)).hasSize(3).containsOnly("compte/invitation");

        var inscrit = "inscrit." + adresse;
        creer.executer(inscription(inscrit));
        demander(Nature.MOT_DE_PASSE, inscrit);
        assertThat(modeles(inscrit)).containsExactly("compte/activation", "compte/activation");
    }

    /** Un titulaire n'apprend qu'une fois par heure que l'on force sa porte. */
    @Test
    void l_avis_de_verrou_part_une_fois_par_heure() {
        demander(Nature.VERROU, courriel());
        demander(Nature.VERROU, courriel());
        horloge.avancer(Duration.ofMinutes(55));
        demander(Nature.VERROU, courriel());
        assertThat(modeles(courriel())).containsExactly("compte/verrou");
        horloge.avancer(Duration.ofMinutes(10));
        demander(Nature.VERROU, courriel());
        assertThat(modeles(courriel())).containsExactly("compte/verrou", "compte/verrou");
    }

    /** L'identifiant tapé peut être une adresse, ou un mot de passe tapé à la mauvaise place : il n'est pas en clair. */
    @Test
    void une_demande_est_scellee_et_ne_sert_qu_une_fois() {
        demandes.deposer(Nature.ACTIVATION, courriel());
        assertThat(base.sql("select identifiant_scelle from compte_demande")
                        .query(byte[].class)
                        .list())
                .hasSize(1)
                .noneMatch(scelle -> new String(scelle, ISO_8859_1).contains(courriel()));
        assertThat(demandes.traiterUne()).isTrue();
        assertThat(demandes.traiterUne()).isFalse();
    }

    private Inscription inscription(String courriel) {
        return new Inscription(
                new NomUtilisateur("i." + nom),
                new AdresseElectronique(courriel),
                Civilite.MADAME,
                "Martin",
                "Anne",
                new Telephone("+33467336733"),
                "haché",
                ComptesDeTest.CHU,
                List.of());
    }

    private void demander(Nature nature, String identifiant) {
        demandes.deposer(nature, identifiant);
        traiter();
    }

    private void traiter() {
        while (demandes.traiterUne()) {
            // Jusqu'à ce que la file soit vide.
        }
    }

    private String courriel() {
        return claire.courriel().valeur();
    }

    private List<String> modeles(String destinataire) {
        return boite.de(destinataire).stream().map(Lettre::modele).toList();
    }
}
