package fr.convergence.portail.accueil;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.PortailServi;
import fr.convergence.socle.mesure.PorteDesMesures;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Les mesures se relèvent sur leur port, et sur lui seul. */
@PortailServi
final class MesuresTest {

    private static final String REFERENCE = "ABCDEFGHIJ";

    @Autowired
    PorteDesMesures porte;

    @LocalServerPort
    int pages;

    @Test
    void un_releve_dit_la_machine_la_base_et_les_requetes_par_route() throws Exception {
        demander(pages, "/aide");

        var releve = demander(porte.port(), "/actuator/prometheus");

        assertThat(releve.statusCode()).isEqualTo(200);
        assertThat(releve.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain; version=0.0.4");
        assertThat(releve.body())
                .contains("jvm_memory_used_bytes", "process_cpu_usage", "base_connexions{etat=\"libres\"}")
                .contains("partenaire_repond{partenaire=\"base\"} 1.0", "courriels_en_attente ")
                .contains("requetes_seconds_count{methode=\"GET\",route=\"/aide\",statut=\"2xx\"}");
    }

    @Test
    void aucune_etiquette_ne_porte_ce_qu_on_a_demande() throws Exception {
        demander(pages, "/dossiers/" + REFERENCE + "/candidature");
        demander(pages, "/connexion?retour=claire.durand%40chu.example");
        demander(pages, "/inconnue/" + REFERENCE);

        assertThat(demander(porte.port(), "/actuator/prometheus").body())
                .contains("route=\"/connexion\"")
                .doesNotContain(REFERENCE, "claire.durand");
    }

    @Test
    void le_port_des_pages_ne_les_montre_pas_et_celui_des_mesures_ne_montre_qu_elles() throws Exception {
        var dehors = demander(pages, "/actuator/prometheus");
        assertThat(dehors.statusCode()).isNotEqualTo(200);
        assertThat(dehors.body()).doesNotContain("jvm_memory_used_bytes");

        assertThat(demander(porte.port(), "/").statusCode()).isEqualTo(404);
        assertThat(demander(porte.port(), "/aide").statusCode()).isEqualTo(404);
        assertThat(demander(pages, "/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> demander(int port, String adresse) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + adresse))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
