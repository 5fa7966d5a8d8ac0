package fr.convergence.socle.courriel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Un SMS suit la file des courriels jusqu'à sa passerelle. */
final class SmsTest extends UnEnvoi {

    private static final String NUMERO = "+33612345678";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer passerelle;
    private final List<JsonNode> recus = new CopyOnWriteArrayList<>();
    private final List<String> cles = new CopyOnWriteArrayList<>();
    private volatile int statut = 202;

    SmsTest(JdbcClient base, TransactionTemplate transaction) throws IOException {
        super(base, transaction);
        passerelle = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        passerelle.createContext("/", echange -> {
            recus.add(JSON.readTree(echange.getRequestBody()));
            cles.add(echange.getRequestHeaders().getFirst("Authorization") + " "
                    + echange.getRequestHeaders().getFirst("Idempotency-Key"));
            echange.sendResponseHeaders(statut, -1);
            echange.close();
        });
    }

    @BeforeEach
    void ouvrir() {
        passerelle.start();
    }

    @AfterEach
    void eteindre() {
        passerelle.stop(0);
    }

    @Test
    void un_sms_part_en_texte_a_la_passerelle_et_un_courriel_au_serveur_smtp() {
        ecrireUnSms();
        ecrire("Jeanne");
        noeud().envoyerUnLot();

        assertThat(recus).hasSize(1);
        assertThat(recus.getFirst().path("to").asString()).isEqualTo(NUMERO);
        assertThat(recus.getFirst().path("from").asString()).isEqualTo("ISC");
        assertThat(recus.getFirst().path("text").asString()).contains("Jeanne").doesNotContain("<p>");
        assertThat(cles.getFirst())
                .isEqualTo("Bearer une-cle " + recus.getFirst().path("id").asString());
        assertThat(boite.recus()).hasSize(1);
        assertThat(envoyes()).isEqualTo(2);
    }

    @Test
    void une_passerelle_en_panne_ne_retient_pas_les_courriels_et_le_sms_repart_avec_la_meme_cle() {
        statut = 503;
        ecrireUnSms();
        ecrireUnSms();
        ecrire("Jeanne");
        noeud().envoyerUnLot();

        assertThat(recus).as("le second n’est pas essayé derrière une panne").hasSize(1);
        assertThat(envoyes()).isEqualTo(1);

        statut = 202;
        horloge.avancer(Duration.ofMinutes(1));
        noeud().envoyerUnLot();

        assertThat(cles).hasSize(3);
        assertThat(cles.stream().distinct()).as("une clé par SMS").hasSize(2);
        assertThat(envoyes()).isEqualTo(3);
    }

    @Test
    void un_numero_refuse_pour_de_bon_est_abandonne() {
        statut = 422;
        ecrireUnSms();
        noeud().envoyerUnLot();

        assertThat(valeur("etat")).isEqualTo("ABANDONNE");
        assertThat(valeur("erreur")).isEqualTo("SMS refusé : 422");
    }

    private void ecrireUnSms() {
        courriels.ecrire("courriel/essai", NUMERO, Map.of("nom", "Jeanne", "jeton", "a_b*c"));
    }

    private long envoyes() {
        return base.sql("select count(*) from courriel where etat = 'ENVOYE'")
                .query(Long.class)
                .single();
    }

    private EnvoiDesCourriels noeud() {
        var adresse = "http://localhost:" + passerelle.getAddress().getPort() + "/sms";
        var sms = new PasserelleDeSms(new ReglagesDesSms(adresse, "une-cle", "ISC", Duration.ofSeconds(5)));
        return new EnvoiDesCourriels(base, lettres, facteur, sms, coffre, horloge);
    }
}
