package fr.convergence.portail.attente;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.socle.page.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** La place dans la file et le délai habituel (NOW-1). D'autres essais laissent des dossiers ici, tous plus récents. */
@TestDuPortail
@Tag("NOW-1")
final class AttentesTest {

    private static final String GUYANE = "03";
    private static final String MARTINIQUE = "02";

    @Autowired
    UneInstruction instruction;

    @Autowired
    Attentes attentes;

    @Autowired
    Requetes requetes;

    @Autowired
    JdbcClient base;

    @Autowired
    Clock horloge;

    private Connecte claire;

    @BeforeEach
    void preparer() {
        claire = instruction.referent();
    }

    @Test
    void la_place_est_celle_d_arrivee_dans_sa_region() {
        var premier = transmis(GUYANE, Duration.ofDays(900));
        var deuxieme = transmis(GUYANE, Duration.ofDays(800));
        transmis(MARTINIQUE, Duration.ofDays(850));
        var troisieme = transmis(GUYANE, Duration.ofDays(700));

        assertThat(place(premier)).isEqualTo(new Message("attente.prochain"));
        assertThat(place(deuxieme).cle()).isEqualTo("attente.place.un");
        assertThat(place(troisieme).cle()).isEqualTo("attente.place");
        assertThat((Long) place(troisieme).args().getFirst()).isEqualTo(2L);
        assertThat((Long) place(troisieme).args().getLast()).isGreaterThanOrEqualTo(3L);

        accepter(GUYANE, premier);
        assertThat(place(deuxieme)).isEqualTo(new Message("attente.prochain"));
        assertThat(attentes.de(instruction.relire(claire, premier))).isEmpty();
    }

    @Test
    void un_examen_fini_compte_ses_jours_un_jour_entame_compris() {
        var avant = examines(5);
        accepter(MARTINIQUE, transmis(MARTINIQUE, Duration.ofDays(4).plusHours(3)));
        assertThat(examines(5)).isEqualTo(avant + 1);
    }

    @Test
    void le_delai_habituel_est_celui_que_neuf_sur_dix_n_ont_pas_depasse() {
        noter(MARTINIQUE, 90, 21);
        noter(MARTINIQUE, 10, 60);
        var dossier = transmis(MARTINIQUE, Duration.ZERO);

        assertThat(attentes.de(dossier)).contains(new Message("attente.delai", 21, 12));
        assertThat(requetes.lire(claire, "/dossiers/" + dossier.reference()))
                .hasStatusOk()
                .bodyText()
                .contains("en 21 jours au plus", "de ce guichet");
    }

    @Test
    void quelques_dossiers_ne_font_pas_un_delai_habituel() {
        base.sql("delete from dossier_delai where region = ?").param(GUYANE).update();
        noter(GUYANE, 9, 21);
        assertThat(attentes.de(transmis(GUYANE, Duration.ZERO))).hasSize(1);
    }

    @Test
    void un_brouillon_n_attend_personne() {
        assertThat(attentes.de(instruction.brouillon(GUYANE, "HÔPITAL D'ESSAI", claire)))
                .isEmpty();
    }

    private Dossier transmis(String region, Duration ilYA) {
        return instruction.transmis(
                region, "HÔPITAL D'ESSAI", claire, maintenant().minus(ilYA));
    }

    private void accepter(String region, Dossier dossier) {
        var version = dossier.etape("candidature").orElseThrow().version();
        var adresse = "/instruction/" + dossier.reference() + "/candidature/decisions/validation";
        assertThat(requetes.envoyer(instruction.ars(region), adresse, Map.of("version", String.valueOf(version))))
                .hasStatus(303);
    }

    private Message place(Dossier dossier) {
        return attentes.de(instruction.relire(claire, dossier)).getFirst();
    }

    private long examines(int jours) {
        return base.sql("select coalesce(sum(nombre), 0) from dossier_delai where region = ? and jours = ?")
                .params(MARTINIQUE, jours)
                .query(Long.class)
                .single();
    }

    private void noter(String region, int nombre, int jours) {
        base.sql("""
                insert into dossier_delai (region, guichet, etape, niveau, mois, jours, nombre)
                values (?, 'CARE-D1', 'candidature', 'ARS', ?::date, ?, ?)
                """).params(region, maintenant().toString(), jours, nombre).update();
    }

    private Instant maintenant() {
        return horloge.instant();
    }
}
