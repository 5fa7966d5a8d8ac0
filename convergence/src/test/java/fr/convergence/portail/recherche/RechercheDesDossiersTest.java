package fr.convergence.portail.recherche;

import static fr.convergence.portail.acte.ActesDEssai.mouvement;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.ActesDEssai;
import fr.convergence.portail.acte.CodeDEtat;
import fr.convergence.portail.contact.ContactCorrige;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.EtapePassee;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.portail.question.Valeur;
import fr.convergence.portail.registre.ImporterRegistre;
import fr.convergence.socle.identifiant.CodeGht;
import fr.convergence.socle.personne.IdentiteChangee;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TestDuPortail
@Tag("INSTR-8")
final class RechercheDesDossiersTest {

    private static final Instant LE = Instant.parse("2026-03-03T13:03:00Z");

    @Autowired
    UneInstruction instruction;

    @Autowired
    Requetes requetes;

    @Autowired
    ApplicationEventPublisher faits;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient base;

    @Autowired
    RelectureDesDossiers relecture;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "miséricorde",
                "MISERICORDE",
                "claire",
                "essai.example",
                "lefèvre",
                "jean lefevre",
                "lefevre jean misericorde",
                "dupont-martin@ch-essai.fr",
                "39380",
                "39 380",
                "39 380,50",
                "39380,50 €",
                "06 11 22 33 44",
                "0611223344",
                "FR76 3000 6000 0112 3456 7890 189",
                "misericrode",
                "lefevbre"
            })
    void tout_ce_qui_est_ecrit_sur_un_dossier_le_trouve(String saisie) {
        var dossier = rempli("84", "HÔPITAL DE LA MISÉRICORDE");
        for (var tri : List.of("date", "nom", "-nom")) {
            assertThat(liste(instruction.ars("84"), saisie, tri))
                    .as(saisie + " " + tri)
                    .contains(dossier.reference().valeur());
        }
        assertThat(liste(instruction.ars("93"), saisie, "nom"))
                .as("une autre région")
                .doesNotContain(dossier.reference().valeur());
    }

    @Test
    void un_mot_qui_n_y_est_pas_l_ecarte() {
        var dossier = rempli("84", "CLINIQUE DES TILLEULS");

        for (var saisie : List.of("tilleuls absent", "lefevre tilleuls 39381", "zzzz")) {
            assertThat(liste(instruction.ars("84"), saisie, "nom")).as(saisie).doesNotContain(reference(dossier));
        }
        assertThat(liste(instruction.ars("84"), "lefevre tilleuls", "nom")).contains(reference(dossier));
    }

    @Test
    void un_brouillon_ne_se_trouve_pas_ni_ce_qui_n_est_pas_transmis() {
        var brouillon = instruction.brouillon("11", "BROUILLON INTROUVABLE", instruction.referent());

        assertThat(liste(instruction.ars("11"), "introuvable", "nom"))
                .doesNotContain(brouillon.reference().valeur());
    }

    @Test
    void un_mot_du_nom_et_un_mot_d_une_reponse_se_suivent_par_nom() {
        var alice = instruction.ars("44");
        var parReponse = rempli("44", "AUBERIVE");
        var parNom = instruction.transmis("44", "LEFEVRE BIOLOGIE");

        var page = liste(alice, "lefevre", "nom");

        assertThat(page).containsSubsequence(reference(parReponse), reference(parNom));
        assertThat(liste(alice, "lefevre", "-nom")).containsSubsequence(reference(parNom), reference(parReponse));
    }

    @Test
    void un_contact_corrige_se_trouve_sous_son_nouveau_nom() {
        var dossier = rempli("75", "GUYANE");
        transaction.executeWithoutResult(_ -> {
            base.sql("""
                    insert into contact_correction (dossier, question, version, valeur, le, par)
                    values (?, 'dsi', 1, '{"nom":"Oyapock","prenom":"Inès"}', now(), ?)
                    """).params(dossier.id(), UUID.randomUUID()).update();
            faits.publishEvent(new ContactCorrige(dossier.id()));
        });

        assertThat(liste(instruction.ars("75"), "ines oyapock", "date")).contains(reference(dossier));
    }

    @Test
    void un_referent_qui_change_de_nom_se_trouve_sous_le_nouveau() {
        var claire = instruction.referent();
        var dossier = instruction.transmis("52", "REUNION", claire, LE);
        transaction.executeWithoutResult(_ -> {
            base.sql("update compte set nom = 'Payet-Hoarau' where id = ?")
                    .param(claire.compte())
                    .update();
            faits.publishEvent(new IdentiteChangee(claire.compte()));
        });
        toutRelire();

        assertThat(liste(instruction.ars("52"), "hoarau", "date")).contains(reference(dossier));
    }

    @Test
    void un_candidat_que_le_registre_renomme_se_trouve_sous_ses_deux_noms() {
        var dossier = instruction.transmis("76", "ANCIEN NOM DE MAYOTTE");
        var finess = dossier.candidat().cle().identifiant();
        transaction.executeWithoutResult(_ -> {
            var lot = UUID.randomUUID();
            base.sql("""
                    insert into etablissement_import (id, fichier, commence_le, issue) values (?, 'essai', now(), 'IMPORTE')
                    """).param(lot).update();
            base.sql("""
                    insert into etablissement_ej (finess, raison_sociale, type, commune, region, tri, mots, import_id)
                    values (?, 'HOPITAL RENOMME', 'EJ_PRIVEE', 'MAMOUDZOU', '76', 'hopital renomme', ' hopital renomme', ?)
                    """).params(finess, lot).update();
            faits.publishEvent(new ImporterRegistre.Publie(lot));
        });
        toutRelire();

        for (var saisie : List.of("ancien nom", "renomme", "mamoudzou", "mamoudzu")) {
            assertThat(liste(instruction.ars("76"), saisie, "nom")).as(saisie).contains(reference(dossier));
        }
    }

    @Test
    void le_code_d_un_ght_le_trouve_avec_ou_sans_tiret() {
        var dossier = instruction.transmisPour("27", "GHT DU CODE", CleCandidat.de(new CodeGht("BFC-09")));

        for (var saisie : List.of("BFC-09", "bfc09", "bfc 09")) {
            assertThat(liste(instruction.ars("27"), saisie, "nom")).as(saisie).contains(reference(dossier));
        }
    }

    private void toutRelire() {
        while (relecture.relireUnLot()) {
            // Il en reste.
        }
    }

    /** Transmis par Claire Essai, avec un DSI, un montant, un téléphone et un IBAN. */
    private Dossier rempli(String region, String nom) {
        var dossier = instruction.transmis(region, nom, instruction.referent(), LE);
        instruction.sceller(
                dossier,
                1,
                LE,
                Map.of(
                        "dsi",
                        new Valeur.Bloc(Map.of(
                                "nom", Valeur.simple("Lefèvre"),
                                "prenom", Valeur.simple("Jean"),
                                "courriel", Valeur.simple("j.dupont-martin@ch-essai.fr"),
                                "telephone", Valeur.simple("06 11 22 33 44"))),
                        "montant",
                        Valeur.simple("39 380,50"),
                        "iban",
                        Valeur.simple("FR76 3000 6000 0112 3456 7890 189")),
                Map.of());
        transaction.executeWithoutResult(_ -> faits.publishEvent(new EtapePassee(
                dossier.reference(),
                ActesDEssai.transmise(mouvement("candidature", CodeDEtat.BROUILLON, CodeDEtat.EN_VERIFICATION)),
                LE)));
        return dossier;
    }

    private String liste(Connecte qui, String saisie, String tri) {
        try {
            var reponse = requetes.lire(qui, "/instruction?etat=tous&taille=100&tri=" + tri + "&q=" + saisie);
            assertThat(reponse).hasStatusOk();
            return Jsoup.parse(reponse.getResponse().getContentAsString())
                    .select("tbody")
                    .text();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String reference(Dossier dossier) {
        return dossier.reference().valeur();
    }
}
