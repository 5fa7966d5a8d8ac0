package fr.convergence.isc.demande;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.isc.PortesDIsc;
import fr.convergence.isc.TestDIsc;
import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.acces.Membre;
import fr.convergence.isc.compte.Comptes;
import fr.convergence.isc.compte.ComptesDeTest;
import fr.convergence.isc.entreprise.Entreprise;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.personne.EtatDePersonne;
import fr.convergence.socle.site.Langue;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TestDIsc
final class DemandesTest {

    @Autowired
    ComptesDeTest comptesDeTest;

    @Autowired
    Comptes comptes;

    @Autowired
    DemanderInscription demander;

    @Autowired
    DemanderModification modifier;

    @Autowired
    TraiterDemande traiter;

    @Autowired
    Demandes demandes;

    @Autowired
    PortesDIsc portes;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    Clock horloge;

    private Entreprise entreprise;
    private UUID representante;

    @BeforeEach
    void une_entreprise_et_sa_representante() {
        entreprise = comptesDeTest.entreprise();
        representante = comptesDeTest.membre(Fonction.REPRESENTANT, entreprise);
    }

    @Test
    void une_inscription_demandee_se_valide_et_la_personne_choisit_son_mot_de_passe() {
        var demande = demander.executer(entreprise.id(), Fonction.SALARIE, identite("aline"), Langue.FRANCAIS);

        assertThat(boite.derniere(courriel(representante)).objet()).contains("Aline Petit demande à rejoindre");
        var navigateur = portes.entrer(representante).lire("/tableau-de-bord");
        assertThat(navigateur.texte()).contains("Vos demandes à traiter (1)", "Aline Petit");
        navigateur.lire("/demandes/" + demande);
        assertThat(navigateur.texte()).contains("Salarié", "aline.petit", entreprise.raisonSociale());
        navigateur.envoyer("/demandes/" + demande + "/validation");
        assertThat(navigateur.destination()).isEqualTo("/demandes");
        assertThat(navigateur.suivre().texte()).contains("La demande est validée.");

        var cree = comptes.designe(adresse("aline")).orElseThrow();
        assertThat(cree.fonction()).isEqualTo(Fonction.SALARIE);
        assertThat(cree.entreprise()).isEqualTo(entreprise.id());
        assertThat(cree.personne().etat()).isInstanceOf(EtatDePersonne.EnAttente.class);
        assertThat(boite.derniere(adresse("aline")).texte()).contains("/invitation/");
    }

    @Test
    void une_inscription_refusee_dit_pourquoi_dans_la_langue_de_la_demande() {
        var demande = demander.executer(entreprise.id(), Fonction.SALARIE, identite("mary"), Langue.ANGLAIS);

        var navigateur = portes.entrer(representante).lire("/demandes/" + demande);
        navigateur.envoyer("/demandes/" + demande + "/refus", "motif", " ");
        assertThat(navigateur.statut()).isEqualTo(422);
        assertThat(navigateur.texte()).contains("Dites pourquoi vous refusez");
        navigateur.envoyer("/demandes/" + demande + "/refus", "motif", "Inconnue de nos services.");

        var lettre = boite.derniere(adresse("mary"));
        assertThat(lettre.objet()).contains("registration request is refused");
        assertThat(lettre.texte()).contains("Inconnue de nos services.");
        assertThat(comptes.designe(adresse("mary"))).isEmpty();
    }

    @Test
    void une_demande_ne_se_traite_qu_une_fois_meme_a_vingt_ensemble() throws Exception {
        var demande = demander.executer(entreprise.id(), Fonction.SALARIE, identite("vingt"), Langue.FRANCAIS);
        var qui = membre(representante);
        try (var fils = Executors.newFixedThreadPool(20)) {
            Callable<TraiterDemande.Resultat> essai = () -> traiter.valider(demande, qui);
            var resultats =
                    fils.invokeAll(Stream.generate(() -> essai).limit(20).toList());
            assertThat(resultats)
                    .map(resultat -> resultat.get())
                    .containsOnlyOnce(new TraiterDemande.Resultat.Traitee());
        }
    }

    @Test
    void personne_ne_traite_la_sienne_ni_celle_d_une_autre_entreprise() {
        modifier.deSesInformations(representante, changement(representante, "Claire-Marie"), "Prénom d'usage");
        var demande = demandes.enCours(representante).getFirst().id();
        var autreEntreprise = comptesDeTest.membre(Fonction.REPRESENTANT, comptesDeTest.entreprise());
        var salarie = comptesDeTest.membre(Fonction.SALARIE, entreprise);

        assertThat(Stream.of(representante, autreEntreprise, salarie, comptesDeTest.operateur()))
                .allSatisfy(qui -> {
                    assertThat(demandes.une(membre(qui), demande)).isEmpty();
                    assertThat(traiter.valider(demande, membre(qui)))
                            .isEqualTo(new TraiterDemande.Resultat.Introuvable());
                });
        assertThat(portes.entrer(salarie).lire("/demandes/" + demande).statut()).isEqualTo(403);
    }

    @Test
    void le_changement_d_un_salarie_se_decide_dans_son_entreprise_celui_d_un_mandataire_par_un_operateur() {
        var salarie = comptesDeTest.membre(Fonction.SALARIE, entreprise);
        var mandataire = comptesDeTest.mandataire(entreprise);
        modifier.deSesInformations(salarie, changement(salarie, "Aude"), "");
        modifier.deSesInformations(mandataire, changement(mandataire, "Anne"), "");
        var duSalarie = demandes.enCours(salarie).getFirst();
        var duMandataire = demandes.enCours(mandataire).getFirst();
        var operateur = membre(comptesDeTest.operateur());

        assertThat(duSalarie.changements()).extracting("donnee").containsExactly(Donnee.PRENOM);
        assertThat(demandes.une(operateur, duSalarie.id())).isEmpty();
        assertThat(demandes.une(membre(representante), duMandataire.id())).isEmpty();
        assertThat(traiter.valider(duSalarie.id(), membre(representante)))
                .isEqualTo(new TraiterDemande.Resultat.Traitee());
        assertThat(traiter.valider(duMandataire.id(), operateur)).isEqualTo(new TraiterDemande.Resultat.Traitee());
        assertThat(comptes.titulaire(salarie).orElseThrow().personne().prenom()).isEqualTo("Aude");
        assertThat(comptes.titulaire(mandataire).orElseThrow().personne().prenom())
                .isEqualTo("Anne");
    }

    @Test
    void une_seconde_demande_attend_la_decision_de_la_premiere() {
        assertThat(modifier.deSesInformations(representante, changement(representante, "Une"), ""))
                .isEqualTo(new DemanderModification.Resultat.Deposee());
        assertThat(modifier.deSesInformations(representante, changement(representante, "Deux"), ""))
                .isEqualTo(new DemanderModification.Resultat.DejaEnCours());
        assertThat(modifier.deSesInformations(
                        comptesDeTest.membre(Fonction.SALARIE, entreprise),
                        DemanderModification.actuel(
                                comptes.titulaire(representante).orElseThrow()),
                        ""))
                .as("l'adresse change")
                .isEqualTo(new DemanderModification.Resultat.Deposee());
    }

    private Membre membre(UUID id) {
        var compte = comptes.titulaire(id).orElseThrow();
        return new Membre(id, compte.fonction(), Optional.ofNullable(compte.entreprise()), "Essai", horloge.instant());
    }

    private Map<Donnee, String> changement(UUID compte, String prenom) {
        var voulu = new HashMap<>(
                DemanderModification.actuel(comptes.titulaire(compte).orElseThrow()));
        voulu.put(Donnee.PRENOM, prenom);
        return voulu;
    }

    private String courriel(UUID compte) {
        return comptes.titulaire(compte).orElseThrow().personne().courriel().valeur();
    }

    private Map<Donnee, String> identite(String prenom) {
        return Map.of(
                Donnee.NOM_UTILISATEUR,
                        prenom + ".petit." + entreprise.identifiant().valeur(),
                Donnee.CIVILITE, "MADAME",
                Donnee.PRENOM, prenom.substring(0, 1).toUpperCase() + prenom.substring(1),
                Donnee.NOM, "Petit",
                Donnee.COURRIEL, adresse(prenom),
                Donnee.TELEPHONE, "+33467336733",
                Donnee.MOBILE, "");
    }

    private String adresse(String prenom) {
        return prenom + "." + entreprise.identifiant().valeur() + "@logiciels.example";
    }
}
