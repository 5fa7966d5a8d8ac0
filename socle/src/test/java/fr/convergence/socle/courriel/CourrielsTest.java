package fr.convergence.socle.courriel;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.base.BaseDeTest;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.chiffrement.ClesDeTest;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(BaseDeTest.class)
@Tag("NOT-2")
@Tag("NOT-3")
final class CourrielsTest {

    private static final String ADRESSE = "jeanne@hopital.example";

    private final HorlogeDeTest horloge = new HorlogeDeTest();
    private final BoiteDeTest boite = new BoiteDeTest();
    private final JavaMailSenderImpl smtp = new JavaMailSenderImpl();
    private final JdbcClient base;
    private final TransactionTemplate transaction;
    private final EnvoiDesCourriels envoi;
    private final Courriels courriels;

    CourrielsTest(JdbcClient base, TransactionTemplate transaction) {
        this.base = base;
        this.transaction = transaction;
        smtp.setHost("localhost");
        smtp.setPort(boite.port());
        var expediteur = new Expediteur(
                "ne-pas-repondre@convergence.example", "Convergence", "support@convergence.example", "http://ici");
        var coffre = ClesDeTest.coffre();
        envoi = new EnvoiDesCourriels(base, new Facteur(smtp, expediteur), coffre, horloge, false);
        courriels = new Courriels(base, new Modeles(base, horloge), expediteur, coffre, horloge, envoi);
    }

    @BeforeEach
    void vider() {
        base.sql("delete from courriel").update();
        base.sql("delete from courriel_modele").update();
    }

    @AfterEach
    void fermer() {
        boite.close();
    }

    @Test
    void un_courriel_part_en_texte_et_en_html_et_son_corps_ne_reste_pas() throws Exception {
        ecrire("Jeanne");

        envoi.envoyerUnLot();

        var recu = boite.recus().getFirst();
        assertThat(recu.getSubject()).isEqualTo("Essai pour Jeanne");
        assertThat(recu.getHeader("Message-ID")[0]).endsWith("@convergence.example>");
        assertThat(recu.getReplyTo()[0]).hasToString("support@convergence.example");
        assertThat(texte(recu)).contains("Bonjour Jeanne", "http://ici/suite?jeton=a_b*c");
        assertThat(html(recu)).contains("href=\"http://ici/suite?jeton=a_b*c\"");
        assertThat(valeur("etat")).isEqualTo("ENVOYE");
        assertThat(base.sql("select count(*) from courriel where corps_scelle is not null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void un_acte_annule_n_ecrit_a_personne() {
        transaction.executeWithoutResult(etat -> {
            ecrire("Jeanne");
            etat.setRollbackOnly();
        });

        envoi.envoyerUnLot();

        assertThat(boite.recus()).isEmpty();
    }

    @Test
    void une_variable_ne_peut_ni_mettre_en_forme_ni_glisser_un_lien() throws Exception {
        ecrire("[cliquez](http://mal) <script>alert(1)</script> **gras**");

        envoi.envoyerUnLot();

        assertThat(html(boite.recus().getFirst())).doesNotContain("href=\"http://mal", "<script>", "<strong>gras");
        assertThat(texte(boite.recus().getFirst())).contains("[cliquez](http://mal)", "**gras**");
    }

    @Test
    void un_refus_passager_repart_plus_tard_avec_le_meme_identifiant() throws Exception {
        ecrire("Jeanne");
        boite.refuser(450);
        envoi.envoyerUnLot();
        assertThat(valeur("etat")).isEqualTo("A_ENVOYER");
        boite.refuser(0);

        envoi.envoyerUnLot();
        assertThat(boite.recus()).as("l'attente n'est pas finie").isEmpty();
        horloge.avancer(Duration.ofMinutes(1));
        envoi.envoyerUnLot();

        assertThat(boite.recus()).hasSize(1);
        assertThat(boite.recus().getFirst().getHeader("Message-ID")[0])
                .contains(base.sql("select id::text from courriel")
                        .query(String.class)
                        .single());
    }

    @Test
    void une_adresse_refusee_pour_de_bon_est_abandonnee_aussitot() {
        ecrire("Jeanne");
        boite.refuser(550);

        envoi.envoyerUnLot();

        assertThat(valeur("etat")).isEqualTo("ABANDONNE");
        assertThat(valeur("erreur")).contains("550");
    }

    @Test
    void un_serveur_eteint_ne_perd_rien() {
        ecrire("Jeanne");
        var port = smtp.getPort();
        smtp.setPort(1);
        envoi.envoyerUnLot();
        smtp.setPort(port);
        horloge.avancer(Duration.ofMinutes(5));

        envoi.envoyerUnLot();

        assertThat(boite.recus()).hasSize(1);
    }

    @Test
    void deux_noeuds_n_envoient_pas_deux_fois() throws Exception {
        for (var i = 0; i < 120; i++) {
            ecrire("Jeanne " + i);
        }
        try (var fils = java.util.concurrent.Executors.newFixedThreadPool(4)) {
            for (var i = 0; i < 4; i++) {
                fils.submit(() -> {
                    while (envoi.envoyerUnLot()) {
                        // jusqu'au bout de la file
                    }
                });
            }
        }

        assertThat(boite.recus()).hasSize(120);
    }

    @Test
    void le_modele_reecrit_par_l_operateur_l_emporte() throws Exception {
        new Modeles(base, horloge).reecrire(new Modele("courriel/essai", "Réécrit {{nom}}", "Corps"), "operateur");
        ecrire("Jeanne");

        envoi.envoyerUnLot();

        assertThat(boite.recus().getFirst().getSubject()).isEqualTo("Réécrit Jeanne");
    }

    private void ecrire(String nom) {
        courriels.ecrire("courriel/essai", ADRESSE, Map.of("nom", nom, "jeton", "a_b*c"));
    }

    private String valeur(String colonne) {
        return base.sql("select " + colonne + " from courriel")
                .query(String.class)
                .single();
    }

    private static String texte(jakarta.mail.internet.MimeMessage message) throws Exception {
        return partie(message, "text/plain");
    }

    private static String html(jakarta.mail.internet.MimeMessage message) throws Exception {
        return partie(message, "text/html");
    }

    private static String partie(jakarta.mail.Part partie, String type) throws Exception {
        if (partie.isMimeType(type)) {
            return (String) partie.getContent();
        }
        if (partie.getContent() instanceof MimeMultipart parties) {
            for (var i = 0; i < parties.getCount(); i++) {
                var trouvee = partie(parties.getBodyPart(i), type);
                if (!trouvee.isEmpty()) {
                    return trouvee;
                }
            }
        }
        return "";
    }
}
