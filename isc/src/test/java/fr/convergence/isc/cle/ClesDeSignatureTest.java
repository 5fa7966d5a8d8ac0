package fr.convergence.isc.cle;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import fr.convergence.isc.TestDIsc;
import fr.convergence.socle.base.HorlogeDeTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** Une base à elle : les autres essais signent des mêmes clés. */
@TestDIsc
@DirtiesContext
final class ClesDeSignatureTest {

    @Autowired
    ClesDeSignature cles;

    @Autowired
    TournerCles tourner;

    @Autowired
    HorlogeDeTest horloge;

    @Autowired
    JdbcClient base;

    @BeforeEach
    void repartir() {
        base.sql("delete from cle_signature").update();
        publiees();
    }

    @Test
    void la_premiere_demande_en_fait_naitre_une_active_par_algorithme() {
        assertThat(publiees()).hasSize(2).allMatch(JWK::isPrivate);
        assertThat(cles.toutes()).allMatch(cle -> cle.etat() == EtatDeCle.ACTIVE);
    }

    @Test
    void la_partie_privee_ne_se_lit_pas_dans_la_base() {
        var gardees = base.sql("select scellee from cle_signature")
                .query(byte[].class)
                .list();

        assertThat(gardees)
                .hasSize(2)
                .noneMatch(scellee -> new String(scellee, StandardCharsets.ISO_8859_1).contains("\"d\""));
        assertThat(base.sql("select publique from cle_signature")
                        .query(String.class)
                        .list())
                .noneMatch(publique -> publique.contains("\"d\""));
    }

    @Test
    void la_suivante_se_publie_une_semaine_avant_de_signer() {
        horloge.avancer(Duration.ofDays(82));
        tourner.aLeurHeure();
        assertThat(etats()).containsExactly(EtatDeCle.ACTIVE);

        horloge.avancer(Duration.ofDays(2));
        tourner.aLeurHeure();
        assertThat(etats()).containsExactlyInAnyOrder(EtatDeCle.ACTIVE, EtatDeCle.PREPAREE);

        horloge.avancer(Duration.ofDays(6));
        tourner.aLeurHeure();
        assertThat(etats()).as("préavis non couru").containsExactlyInAnyOrder(EtatDeCle.ACTIVE, EtatDeCle.PREPAREE);

        horloge.avancer(Duration.ofDays(1));
        tourner.aLeurHeure();
        assertThat(etats()).containsExactlyInAnyOrder(EtatDeCle.ACTIVE, EtatDeCle.PASSIVE);

        horloge.avancer(Duration.ofDays(30));
        tourner.aLeurHeure();
        assertThat(etats()).containsExactlyInAnyOrder(EtatDeCle.ACTIVE, EtatDeCle.RETIREE);
        assertThat(publiees()).hasSize(2);
    }

    @Test
    void l_operateur_en_change_aussitot_et_retire_l_ancienne() {
        var ancienne = cles.toutes().stream()
                .filter(cle -> cle.algorithme() == AlgorithmeDeCle.RS256)
                .findFirst()
                .orElseThrow();
        assertThat(tourner.retirer(ancienne.kid())).as("elle signe encore").isFalse();

        tourner.toutDeSuite(AlgorithmeDeCle.RS256);

        assertThat(publiees()).hasSize(3);
        assertThat(etats()).containsExactlyInAnyOrder(EtatDeCle.ACTIVE, EtatDeCle.PASSIVE);
        assertThat(tourner.retirer(ancienne.kid())).isTrue();
        assertThat(publiees()).noneMatch(cle -> cle.getKeyID().equals(ancienne.kid()));
        assertThat(base.sql("select scellee is null from cle_signature where kid = ?")
                        .param(ancienne.kid())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private List<JWK> publiees() {
        return cles.get(new JWKSelector(new JWKMatcher.Builder().build()), null);
    }

    private List<EtatDeCle> etats() {
        return cles.toutes().stream()
                .filter(cle -> cle.algorithme() == AlgorithmeDeCle.RS256)
                .map(CleDuSite::etat)
                .toList();
    }
}
