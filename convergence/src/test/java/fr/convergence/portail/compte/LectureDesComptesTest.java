package fr.convergence.portail.compte;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.personne.DesactiverCompte;
import fr.convergence.socle.personne.NomUtilisateur;
import fr.convergence.socle.personne.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Qui se trouve, par qui et comment : les vérificateurs d'une région, les collègues, une recherche. */
@TestDuPortail
@Tag("ADM-1")
@Transactional
final class LectureDesComptesTest {

    private static final CleCandidat CORSE = CleCandidat.lire("GHT", "COR-01").orElseThrow();

    @Autowired
    ComptesDeTest deTest;

    @Autowired
    Comptes comptes;

    @Autowired
    DesactiverCompte desactiver;

    @Autowired
    OuvrirComptePret ouvrir;

    @Autowired
    Secrets secrets;

    @Test
    void on_n_ecrit_qu_aux_verificateurs_actifs_de_la_region() {
        var premiere = deTest.ars(Region.CORSE);
        var ferme = deTest.ars(Region.CORSE);
        deTest.ars(Region.BRETAGNE);
        deTest.membre(Role.ANS);
        desactiver.executer(ferme.id(), deTest.connecte(deTest.membre(Role.OPERATEUR)));
        assertThat(comptes.verificateurs(Region.CORSE))
                .allMatch(compte -> compte.region() == Region.CORSE && compte.actif())
                .extracting(Compte::id)
                .contains(premiere.id())
                .doesNotContain(ferme.id());
    }

    @Test
    void les_actifs_d_un_role_sont_de_l_equipe() {
        var ans = deTest.membre(Role.ANS);
        deTest.referent();
        assertThat(comptes.actifs(Role.ANS)).extracting(Compte::id).contains(ans.id());
        assertThat(comptes.actifs(Role.ANS)).allMatch(compte -> compte.role() == Role.ANS && compte.actif());
        assertThat(comptes.actifs(Role.REFERENT))
                .as("un référent n'est pas de l'équipe")
                .isEmpty();
    }

    /** Un dossier se transfère à un collègue actif du même établissement, jamais à soi ni à un autre (TRF-1). */
    @Test
    void les_collaborateurs_sont_les_autres_referents_actifs_de_l_etablissement() {
        var moi = deTest.referent(CORSE);
        var collegue = deTest.referent(CORSE, ComptesDeTest.CHU);
        var ferme = deTest.referent(CORSE);
        deTest.referent();
        desactiver.executer(ferme.id(), deTest.connecte(deTest.membre(Role.OPERATEUR)));
        assertThat(comptes.collaborateurs(moi.id(), CORSE))
                .extracting(Compte::id)
                .containsExactly(collegue.id());
        assertThat(comptes.collaborateurs(collegue.id(), CORSE))
                .extracting(Compte::id)
                .containsExactly(moi.id());
    }

    @Test
    void un_compte_se_designe_par_son_nom_ou_son_adresse_sans_egard_a_la_casse() {
        var compte = deTest.referent();
        for (var identifiant : List.of(
                compte.nomUtilisateur().valeur(),
                compte.nomUtilisateur().valeur().toUpperCase(),
                " " + compte.courriel().valeur().toUpperCase() + "\u00a0")) {
            assertThat(comptes.designe(identifiant))
                    .map(Compte::id)
                    .as(identifiant)
                    .contains(compte.id());
            assertThat(secrets.de(identifiant)).map(Secrets.DuCompte::compte).contains(compte.id());
        }
        assertThat(comptes.designe("")).isEmpty();
        assertThat(comptes.designe("%")).isEmpty();
        assertThat(secrets.de("personne")).isEmpty();
    }

    /** « oncle » trouve « O'Nclé » : ni l'accent, ni l'apostrophe, ni l'espace, ni la casse ne comptent. */
    @Test
    void un_referent_se_cherche_par_les_lettres_de_son_nom_ou_par_ses_candidats() {
        var marque = UUID.randomUUID()
                .toString()
                .substring(0, 8)
                .replaceAll("\\d", "z")
                .replace("-", "z");
        var oncle = ouvert("O'Nclé " + marque, Role.REFERENT, List.of(CORSE));
        var autre = ouvert("Durand", Role.REFERENT, List.of(CORSE));
        ouvert("O'Nclé " + marque, Role.ANS, List.of());
        assertThat(referents("oncle" + marque)).containsExactly(oncle.id());
        assertThat(referents("O NCLE " + marque.toUpperCase())).containsExactly(oncle.id());
        assertThat(referents("%" + marque)).as("un signe n'est pas un joker").containsExactly(oncle.id());
        assertThat(referents("")).isEmpty();
        assertThat(comptes.referents("", List.of("COR-01"), null, 50))
                .extracting(Compte::id)
                .contains(oncle.id(), autre.id());
        assertThat(comptes.equipe("oncle" + marque, null, 10))
                .extracting(Compte::role)
                .containsExactly(Role.ANS);
    }

    @Test
    void une_liste_se_lit_page_par_page_sans_rien_perdre_ni_redire() {
        var marque = "page" + UUID.randomUUID().toString().substring(0, 8).replaceAll("[\\d-]", "z");
        var tous = new ArrayList<UUID>();
        for (var i = 0; i < 5; i++) {
            tous.add(ouvert(marque, Role.REFERENT, List.of(CORSE)).id());
        }
        var lus = new ArrayList<UUID>();
        @Nullable UUID apres = null;
        for (var page = comptes.referents(marque, List.of(), apres, 2);
                !page.isEmpty();
                page = comptes.referents(marque, List.of(), apres, 2)) {
            assertThat(page).hasSizeLessThanOrEqualTo(2);
            page.forEach(compte -> lus.add(compte.id()));
            apres = page.getLast().id();
        }
        assertThat(lus).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(tous);
        assertThat(comptes.noms(tous).values()).hasSize(5).allMatch(nom -> nom.equals("Essai " + marque));
    }

    /** Un code d'application ne sert qu'une fois, et aucun plus ancien après lui. */
    @Test
    void un_code_d_application_ne_sert_qu_une_fois() {
        var membre = deTest.membreSansApplication(Role.ANS).id();
        assertThat(secrets.application(membre)).isEmpty();
        secrets.lier(membre, ComptesDeTest.SECRET, 100);
        assertThat(secrets.application(membre)).contains(new Secrets.Application(ComptesDeTest.SECRET, 100));
        assertThat(secrets.consommer(membre, 100)).as("celui qui l'a prouvée").isFalse();
        assertThat(secrets.consommer(membre, 99)).isFalse();
        assertThat(secrets.consommer(membre, 101)).isTrue();
        assertThat(secrets.consommer(membre, 101)).isFalse();
        assertThat(secrets.consommer(membre, 103)).isTrue();
        assertThat(secrets.consommer(membre, 102)).isFalse();
    }

    private List<UUID> referents(String recherche) {
        return comptes.referents(recherche, List.of(), null, 50).stream()
                .map(Compte::id)
                .toList();
    }

    private Compte ouvert(String nom, Role role, List<CleCandidat> etablissements) {
        var identifiant = "lu." + UUID.randomUUID().toString().substring(0, 12);
        return ouvrir.executer(new ComptePret(
                role,
                null,
                new NomUtilisateur(identifiant),
                new AdresseElectronique(identifiant + "@chu.example.fr"),
                Civilite.MADAME,
                nom,
                "Essai",
                null,
                ComptesDeTest.MOT_DE_PASSE,
                null,
                etablissements));
    }
}
