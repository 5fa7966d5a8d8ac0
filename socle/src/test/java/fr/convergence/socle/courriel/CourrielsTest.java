package fr.convergence.socle.courriel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("NOT-2")
@Tag("NOT-3")
final class CourrielsTest extends UnEnvoi {

    CourrielsTest(JdbcClient base, TransactionTemplate transaction) {
        super(base, transaction);
    }

    @Test
    void un_courriel_part_en_texte_et_en_html_et_son_corps_ne_reste_pas() throws Exception {
        ecrire("Jeanne");

        envoi.envoyerUnLot();

        var recu = boite.recus().getFirst();
        assertThat(recu.getSubject()).isEqualTo("Essai pour Jeanne");
        assertThat(recu.getHeader("Message-ID")[0]).endsWith("@convergence.example>");
        assertThat(recu.getReplyTo()[0]).hasToString("support@convergence.example");
        assertThat(recu.getFrom()[0]).hasToString("Convergence <ne-pas-repondre@convergence.example>");
        assertThat(recu.getSentDate()).isNotNull();
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
    void une_tournee_plus_longue_que_son_bail_n_est_pas_reprise_par_un_autre_noeud() {
        for (var nom : List.of("Jeanne", "Anne", "Marie")) {
            ecrire(nom);
        }
        var autre = new EnvoiDesCourriels(base, lettres, facteur, SANS_SMS, coffre, horloge);
        boite.aLaReception(() -> {
            horloge.avancer(Duration.ofSeconds(100));
            if (boite.recus().size() == 2) {
                autre.envoyerUnLot();
            }
        });

        envoi.envoyerUnLot();

        assertThat(boite.recus()).hasSize(3);
    }

    @Test
    void un_noeud_fige_plus_que_son_bail_n_envoie_pas_ce_qu_un_autre_a_repris() {
        for (var nom : List.of("Jeanne", "Anne", "Marie")) {
            ecrire(nom);
        }

        fige(boite.port(), envoi::envoyerUnLot).envoyerUnLot();

        assertThat(boite.recus()).hasSize(3);
    }

    @Test
    void un_noeud_fige_plus_que_son_bail_ne_dit_rien_de_ce_qu_un_autre_a_repris() {
        ecrire("Jeanne");
        var repris = Timestamp.from(horloge.instant().plus(Duration.ofMinutes(7)));

        fige(
                        1,
                        () -> base.sql("update courriel set prochain_essai = ?")
                                .param(repris)
                                .update())
                .envoyerUnLot();

        assertThat(base.sql("select prochain_essai from courriel where erreur is null")
                        .query(Timestamp.class)
                        .single())
                .isEqualTo(repris);
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
    void un_refus_passager_dit_ce_que_le_serveur_a_repondu() {
        ecrire("Jeanne");
        boite.refuser(451);

        envoi.envoyerUnLot();

        assertThat(valeur("erreur"))
                .contains("451", "refus d'essai")
                .doesNotContain("Invalid Addresses")
                .doesNotContain(ADRESSE);
    }

    @Test
    void un_serveur_qui_repond_n_importe_quoi_apres_data_ne_fait_pas_attendre_la_fin_du_bail() throws IOException {
        ecrire("Jeanne");
        ecrire("Paul");
        try (var insense = new ServeurInsense()) {
            smtp.setPort(insense.port());
            envoi.envoyerUnLot();
        }

        assertThat(base.sql("select count(*) from courriel where erreur is not null and prochain_essai < ?")
                        .param(Timestamp.from(horloge.instant().plusSeconds(60)))
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
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
    void un_objet_long_et_accentue_arrive_entier() throws Exception {
        var nom = "« Élodie d'Œuvre » 🏥 de l'hôpital de Saint-Étienne-lès-Orgues "
                .repeat(3)
                .strip();
        ecrire(nom);

        envoi.envoyerUnLot();

        var recu = boite.recus().getFirst();
        assertThat(recu.getSubject()).isEqualTo("Essai pour " + nom);
        assertThat(recu.getHeader("Subject")[0].lines())
                .allSatisfy(
                        ligne -> assertThat(ligne).hasSizeLessThanOrEqualTo(76).matches("\\p{ASCII}*"));
        assertThat(texte(recu)).contains("Bonjour " + nom);
    }

    @Test
    void un_courriel_qui_ne_peut_pas_partir_n_arrete_pas_les_autres() {
        courriels.ecrire("courriel/essai", "pas une adresse", Map.of("nom", "Personne"));
        ecrire("Illisible");
        lettres.distribuer();
        base.sql("update courriel set corps_scelle = '\\x00' where objet = 'Essai pour Illisible'")
                .update();
        ecrire("Paul");

        envoi.envoyerUnLot();

        assertThat(boite.recus()).hasSize(1);
        assertThat(base.sql("select etat from courriel order by objet")
                        .query(String.class)
                        .list())
                .containsExactly("A_ENVOYER", "ENVOYE", "ABANDONNE");
    }

    @Test
    void un_courriel_ecrit_par_la_version_precedente_part() throws Exception {
        var id = UUID.fromString("01930000-0000-7000-8000-000000000001");
        base.sql("""
                insert into courriel (id, modele, destinataire, objet, corps_scelle, prochain_essai, cree_le)
                values (:id, 'courriel/essai', :adresse, 'Avant', :corps, :le, :le)
                """)
                .param("id", id)
                .param("adresse", ADRESSE)
                .param(
                        "corps",
                        coffre.sceller(
                                "{\"texte\":\"en texte\",\"html\":\"<p>en HTML\"}".getBytes(UTF_8), "courriel/" + id))
                .param("le", Timestamp.from(horloge.instant()))
                .update();

        envoi.envoyerUnLot();

        assertThat(texte(boite.recus().getFirst())).contains("en texte");
    }

    /** Un nœud que sa machine fige, un lot en main, avant la connexion ; {@code pendant} est ce que fait l'autre. */
    private EnvoiDesCourriels fige(int port, Runnable pendant) {
        var fois = new AtomicInteger();
        var smtp = new JavaMailSenderImpl() {
            @Override
            public Session getSession() {
                if (fois.getAndIncrement() == 0) {
                    horloge.avancer(Duration.ofMinutes(4));
                    pendant.run();
                }
                return super.getSession();
            }
        };
        smtp.setHost("localhost");
        smtp.setPort(port);
        return new EnvoiDesCourriels(base, lettres, new Facteur(smtp, EXPEDITEUR), SANS_SMS, coffre, horloge);
    }
}
