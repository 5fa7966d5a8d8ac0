package fr.convergence.portail.inscription;

import static fr.convergence.portail.inscription.Visiteur.redirige;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.chiffrement.Coffre;
import fr.convergence.socle.essai.BoiteAuxLettres;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** L'inscription d'un bout à l'autre, ses étapes dans l'ordre, et le compte créé une fois. */
@TestDuPortail
@Tag("INS-4")
@Tag("INS-5")
@Tag("INS-6")
@Tag("INS-7")
@Tag("INS-8")
@Tag("INS-9")
final class InscriptionTest {

    @Autowired
    MockMvcTester web;

    @Autowired
    JdbcClient base;

    @Autowired
    Coffre coffre;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    HorlogeDeTest horloge;

    @Autowired
    Brouillons brouillons;

    private Visiteur zoe;

    @BeforeEach
    void un_visiteur() {
        RegistreDEssai.poser(base);
        base.sql("delete from captcha").update();
        zoe = new Visiteur(web, base, coffre);
    }

    @Test
    void un_ght_s_inscrit_de_bout_en_bout_et_recoit_son_lien() throws Exception {
        redirige(zoe.envoyer("/inscription/informations", zoe.informations("zoe.ght")), "/inscription/etablissement");
        redirige(
                zoe.envoyer("/inscription/etablissement", Map.of("type", "GHT", "region", "76")),
                "/inscription/etablissement/choix");
        var choix = zoe.page("/inscription/etablissement/choix?q=montpellier");
        assertThat(choix.select("thead th").eachText())
                .containsExactly(
                        "Code GHT",
                        "Nom du GHT",
                        "FINESS EJ de l’établissement support",
                        "Raison sociale de l’établissement support",
                        "Commune",
                        "Action");
        var cle = choix.select("button[name=etablissement]").val();
        assertThat(cle).isEqualTo("GHT:OCC-04");
        redirige(
                zoe.envoyer("/inscription/etablissement/choix", Map.of("etablissement", cle)),
                "/inscription/etablissement/entites");
        var entites = zoe.page("/inscription/etablissement/entites");
        assertThat(entites.select("dl").text()).contains("OCC-04", "340780477", "CHU MONTPELLIER", "Occitanie");
        assertThat(entites.text()).contains("Page 1 sur 1", "entités juridiques");
        assertThat(entites.select("tbody tr")).hasSize(9);
        assertThat(entites.text()).contains("Source : FINESS et SAE", "Licence Ouverte 2.0");
        assertThat(entites.text()).doesNotContain("Composition déduite");

        var recapitulatif = zoe.page("/inscription/recapitulatif");
        assertThat(recapitulatif.select("dl").text())
                .contains("zoe.ght", "Madame", "Dùpont-Lêger", "Zoé", "+33 4 67 33 67 33", "OCC-04")
                .doesNotContain(Visiteur.MOT_DE_PASSE);
        redirige(zoe.creer(recapitulatif.select("input[name=version]").val()), "/inscription/fin");
        assertThat(zoe.page("/inscription/fin").text())
                .contains("Nous avons bien pris en compte votre inscription", "zoe.ght@chu.example.fr");

        assertThat(boite.de("zoe.ght@chu.example.fr")).singleElement().satisfies(lettre -> {
            assertThat(lettre.modele()).isEqualTo("compte/activation");
            assertThat(lettre.trouver("/activation/(\\S+?)[\\s>)]")).hasSizeGreaterThan(20);
        });
        assertThat(base.sql("select cardinality(entites) from compte_etablissement join compte on id = compte"
                                + " where nom_utilisateur = 'zoe.ght'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(9);
    }

    @Test
    void ce_que_valent_les_donnees_d_un_groupement_se_dit() throws Exception {
        zoe.envoyer("/inscription/informations", zoe.informations("zoe.source"));
        zoe.envoyer("/inscription/etablissement", Map.of("type", "GHT", "region", "76"));
        zoe.envoyer("/inscription/etablissement/choix", Map.of("etablissement", "GHT:OCC-04"));
        base.sql("update etablissement_ght_membre set deduite = true where code_ght = 'OCC-04' and finess_ej = ?")
                .param(RegistreDEssai.SUPPORT)
                .update();
        var essai = Uuid.v7();
        base.sql("insert into etablissement_import (id, fichier, format, commence_le, issue)"
                        + " values (?, 'registre', 'DOSSIER_D_ESSAI', now() + interval '1 hour', 'IMPORTE')")
                .param(essai)
                .update();
        try {
            assertThat(zoe.page("/inscription/etablissement/entites").text())
                    .contains("Composition déduite, non officielle", "Établissements inventés pour la démonstration")
                    .doesNotContain("Source : FINESS");
        } finally {
            base.sql("update etablissement_ght_membre set deduite = false").update();
            base.sql("delete from etablissement_import where id = ?")
                    .param(essai)
                    .update();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/inscription/etablissement,0,/inscription/informations",
        "/inscription/etablissement/choix,0,/inscription/informations",
        "/inscription/etablissement/entites,0,/inscription/informations",
        "/inscription/recapitulatif,0,/inscription/informations",
        "/inscription/fin,0,/inscription/informations",
        "/inscription/etablissement/choix,1,/inscription/etablissement",
        "/inscription/etablissement/entites,1,/inscription/etablissement",
        "/inscription/recapitulatif,1,/inscription/etablissement",
        "/inscription/etablissement/entites,2,/inscription/etablissement/choix",
        "/inscription/recapitulatif,2,/inscription/etablissement/choix",
        "/inscription/fin,3,/inscription/recapitulatif"
    })
    void une_etape_sautee_ramene_a_la_premiere_incomplete(String chemin, int faites, String vers) throws Exception {
        if (faites >= 1) {
            zoe.passerLEtape1("zoe.saut" + Math.abs(chemin.hashCode() % 1000) + faites);
        }
        if (faites >= 2) {
            zoe.envoyer("/inscription/etablissement", Map.of("type", "GHT", "region", "76"));
        }
        if (faites >= 3) {
            zoe.envoyer("/inscription/etablissement/choix", Map.of("etablissement", "GHT:OCC-04"));
        }
        redirige(zoe.voir(chemin), vers);
    }

    @Test
    void envoyer_une_etape_sautee_ne_fait_rien() {
        redirige(
                zoe.envoyer("/inscription/etablissement", Map.of("type", "GHT", "region", "76")),
                "/inscription/informations");
        redirige(
                zoe.envoyer("/inscription/etablissement/choix", Map.of("etablissement", "GHT:OCC-04")),
                "/inscription/informations");
        redirige(zoe.creer("1"), "/inscription/informations");
    }

    @Test
    void le_compte_existant_ne_se_devine_pas_et_son_titulaire_est_prevenu() throws Exception {
        inscrire(zoe, "zoe.connue");
        base.sql("update compte set etat = 'ACTIF' where nom_utilisateur = 'zoe.connue'")
                .update();
        var intrus = new Visiteur(web, base, coffre);
        var champs = intrus.informations("autre.nom");
        champs.put("courriel", "Zoe.Connue@chu.example.fr");
        redirige(intrus.envoyer("/inscription/informations", champs), "/inscription/etablissement");
        intrus.choisir("GHT", "76", "GHT:OCC-04");
        redirige(intrus.creer(intrus.version()), "/inscription/fin");
        assertThat(intrus.page("/inscription/fin").select("main").html())
                .isEqualToIgnoringCase(
                        zoe.page("/inscription/fin").select("main").html());
        assertThat(boite.derniere("zoe.connue@chu.example.fr").modele()).isEqualTo("compte/deja-inscrit");
        assertThat(comptes("autre.nom")).isZero();
    }

    @Test
    void un_nom_d_utilisateur_pris_n_est_dit_que_par_courriel() throws Exception {
        inscrire(zoe, "zoe.prise");
        var autre = new Visiteur(web, base, coffre);
        var champs = autre.informations("ZOE.prise");
        champs.put("courriel", "quelqu.un@chu.example.fr");
        redirige(autre.envoyer("/inscription/informations", champs), "/inscription/etablissement");
        autre.choisir("GHT", "76", "GHT:OCC-04");
        redirige(autre.creer(autre.version()), "/inscription/fin");

        assertThat(boite.derniere("quelqu.un@chu.example.fr").modele()).isEqualTo("compte/nom-pris");
        assertThat(comptes("zoe.prise")).isEqualTo(1);
    }

    @Test
    void une_inscription_delaissee_est_oubliee_apres_une_heure() throws Exception {
        zoe.passerLEtape1("zoe.lente");
        horloge.avancer(Duration.ofMinutes(61));
        redirige(zoe.voir("/inscription/etablissement"), "/inscription/informations");
        brouillons.purger();
        assertThat(base.sql("select count(*) from inscription_brouillon")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void rien_de_personnel_n_est_en_clair_dans_le_brouillon() throws Exception {
        zoe.passerLEtape1("zoe.secrete");
        var contenus = base.sql("select contenu_scelle from inscription_brouillon")
                .query(byte[].class)
                .list();

        assertThat(contenus)
                .isNotEmpty()
                .allSatisfy(contenu -> assertThat(new String(contenu))
                        .doesNotContain("zoe.secrete")
                        .doesNotContain(Visiteur.MOT_DE_PASSE));
    }

    @Test
    void deux_onglets_ne_creent_pas_un_compte_d_apres_une_page_perimee() throws Exception {
        zoe.passerLEtape1("zoe.onglets");
        zoe.choisir("GHT", "76", "GHT:OCC-04");
        var vue = zoe.version();
        var onglet = zoe.autreOnglet();
        onglet.choisir("EJ_PRIVEE", "76", "EJ_PRIVEE:" + RegistreDEssai.PRIVEE);

        for (var perimee : List.of(vue, "-1", "abc", "99999999999999")) {
            redirige(zoe.creer(perimee), "/inscription/recapitulatif");
        }
        assertThat(comptes("zoe.onglets")).isZero();
        assertThat(zoe.page("/inscription/recapitulatif").text()).contains("MIREMONT");
    }

    @Test
    void vingt_clics_a_la_fois_creent_un_seul_compte_et_disent_tous_la_meme_chose() throws Exception {
        zoe.passerLEtape1("zoe.clics");
        zoe.choisir("GHT", "76", "GHT:OCC-04");
        var vue = zoe.version();
        Callable<String> clic = () -> zoe.autreOnglet().creer(vue).getResponse().getHeader("Location");
        try (var fils = Executors.newFixedThreadPool(6)) {
            assertThat(fils.invokeAll(Stream.generate(() -> clic).limit(20).toList()))
                    .extracting(reponse -> reponse.get())
                    .containsOnly("/inscription/fin");
        }
        assertThat(comptes("zoe.clics")).isEqualTo(1);
        assertThat(boite.de("zoe.clics@chu.example.fr")).hasSize(1);
    }

    private void inscrire(Visiteur visiteur, String nom) throws Exception {
        visiteur.passerLEtape1(nom);
        visiteur.choisir("GHT", "76", "GHT:OCC-04");
        redirige(visiteur.creer(visiteur.version()), "/inscription/fin");
    }

    private long comptes(String nomUtilisateur) {
        return base.sql("select count(*) from compte where nom_utilisateur_cle = ?")
                .param(nomUtilisateur)
                .query(Long.class)
                .single();
    }
}
