package fr.convergence.socle.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.convergence.socle.base.BaseDeTest;
import fr.convergence.socle.chiffrement.ClesDeTest;
import fr.convergence.socle.chiffrement.ScellementInvalide;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Les sessions dans un vrai PostgreSQL. */
@ExtendWith(BaseDeTest.class)
final class SessionsEnBaseTest {

    private static final String QUI = "qui";

    private final JdbcClient base;
    private final SessionsEnBase depot;
    private final Sessions sessions;

    SessionsEnBaseTest(JdbcClient base, TransactionTemplate transactions) {
        this.base = base;
        var empreintes = ClesDeTest.empreintes("session");
        depot = new SessionsEnBase(
                base, transactions, empreintes, ClesDeTest.coffre(), new EnTexte(), Duration.ofMinutes(31));
        sessions = new Sessions(base, depot, empreintes, _ -> {});
    }

    /** Un attribut est un texte ; « compte:… » dit qui est connecté. */
    private static final class EnTexte implements FormeDesAttributs {

        @Override
        public byte[] ecrire(Object attribut) {
            return attribut.toString().getBytes(UTF_8);
        }

        @Override
        public Object lire(byte[] octets) {
            return new String(octets, UTF_8);
        }

        @Override
        public Optional<UUID> titulaire(Object attribut) {
            return attribut.toString().startsWith("compte:")
                    ? Optional.of(UUID.fromString(attribut.toString().substring(7)))
                    : Optional.empty();
        }
    }

    @Test
    void une_session_se_relit_avec_ce_qu_elle_garde() {
        var temoin = ouverte("claire").getId();

        var relue = depot.findById(temoin);

        assertThat(relue.<String>getAttribute(QUI)).isEqualTo("claire");
        assertThat(relue.getAttributeNames()).containsExactly(QUI);
        assertThat(relue.getMaxInactiveInterval()).isEqualTo(Duration.ofMinutes(31));
        assertThat(relue.isExpired()).isFalse();
    }

    @Test
    void ce_que_dit_une_ligne_n_ouvre_aucune_session() {
        var session = ouverte("claire");
        var ligne = base.sql("select id::text, empreinte from session_ouverte where id = ?")
                .param(session.ligne())
                .query()
                .singleRow();
        var empreinte = (byte[]) ligne.get("empreinte");

        assertThat(depot.findById((String) ligne.get("id"))).isNull();
        assertThat(depot.findById(HexFormat.of().formatHex(empreinte))).isNull();
        assertThat(depot.findById(Base64.getUrlEncoder().encodeToString(empreinte)))
                .isNull();
        assertThat(depot.findById("\0")).isNull();
    }

    @Test
    void un_attribut_recopie_d_une_autre_session_ne_se_lit_pas() {
        var volee = ouverte("operateur");
        var temoin = ouverte("claire").getId();
        base.sql("""
                update session_attribut a set valeur = b.valeur from session_attribut b
                where b.session = ? and a.nom = b.nom
                """).param(volee.ligne()).update();

        var relue = depot.findById(temoin);

        assertThatThrownBy(() -> relue.getAttribute(QUI)).isInstanceOf(ScellementInvalide.class);
    }

    @Test
    void le_meme_attribut_ecrit_par_deux_requetes_garde_le_dernier() {
        var temoin = ouverte("claire").getId();
        var premiere = depot.findById(temoin);
        var seconde = depot.findById(temoin);
        premiere.setAttribute("annonce", "une");
        seconde.setAttribute("annonce", "deux");

        depot.save(premiere);
        depot.save(seconde);

        assertThat(depot.findById(temoin).<String>getAttribute("annonce")).isEqualTo("deux");
    }

    @Test
    void une_session_terminee_pendant_une_requete_ne_renait_pas() {
        var temoin = ouverte("claire").getId();
        var encours = depot.findById(temoin);
        depot.deleteById(temoin);
        encours.setAttribute("annonce", "une");

        depot.save(encours);

        assertThat(depot.findById(temoin)).isNull();
    }

    @Test
    void un_temoin_change_remplace_l_ancien_meme_si_une_autre_requete_finit_apres() {
        var ancien = ouverte("claire").getId();
        var autre = depot.findById(ancien);
        var change = depot.findById(ancien);
        var nouveau = change.changeSessionId();
        depot.save(change);
        autre.setMaxInactiveInterval(Duration.ofMinutes(31));
        depot.save(autre);

        assertThat(nouveau).isNotEqualTo(ancien);
        assertThat(depot.findById(ancien)).isNull();
        assertThat(depot.findById(nouveau).<String>getAttribute(QUI)).isEqualTo("claire");
    }

    @Test
    void le_dernier_acces_ne_s_ecrit_qu_une_fois_par_minute() {
        var temoin = ouverte("claire").getId();
        var servie = depot.findById(temoin);
        servie.setLastAccessedTime(Instant.now());
        assertThat(servie.entete()).isFalse();

        vieillir(Sessions.RETARD);
        var reprise = depot.findById(temoin);
        var avant = reprise.getLastAccessedTime();
        reprise.setLastAccessedTime(Instant.now());
        depot.save(reprise);

        assertThat(depot.findById(temoin).getLastAccessedTime()).isAfter(avant);
    }

    @Test
    void une_session_oubliee_est_finie_puis_s_efface() {
        var session = ouverte("claire");
        vieillir(Duration.ofMinutes(31));

        assertThat(depot.findById(session.getId())).isNull();
        assertThat(sessions.purger()).isPositive();
        assertThat(base.sql("select count(*) from session_attribut where session = ?")
                        .param(session.ligne())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void un_titulaire_voit_ses_sessions_et_les_termine() {
        var compte = UUID.randomUUID();
        var ici = connectee(compte, "Firefox, Linux");
        var ailleurs = connectee(compte, "Safari, iPhone");
        ouverte("anonyme");

        var vues = sessions.de(compte, ici);
        assertThat(vues)
                .extracting(SessionOuverte::appareil)
                .containsExactlyInAnyOrder("Firefox, Linux", "Safari, iPhone");
        assertThat(vues)
                .filteredOn(SessionOuverte::courante)
                .singleElement()
                .satisfies(vue -> assertThat(vue.appareil()).isEqualTo("Firefox, Linux"));

        assertThat(sessions.terminer(UUID.randomUUID(), vues.getFirst().reference()))
                .as("celle d'un autre")
                .isFalse();
        assertThat(sessions.terminer(compte, "a\0b")).isFalse();
        sessions.terminerLesAutres(compte, ici);
        assertThat(depot.findById(ailleurs)).isNull();
        assertThat(depot.findById(ici)).isNotNull();
        assertThat(sessions.terminer(compte, sessions.de(compte, "").getFirst().reference()))
                .isTrue();
        assertThat(depot.findById(ici)).isNull();
    }

    private String connectee(UUID compte, String appareil) {
        var session = depot.createSession();
        session.setAttribute(QUI, "compte:" + compte);
        session.setAttribute(Sessions.APPAREIL, appareil);
        depot.save(session);
        return session.getId();
    }

    private SessionEnBase ouverte(String qui) {
        var session = depot.createSession();
        session.setAttribute(QUI, qui);
        depot.save(session);
        return session;
    }

    private void vieillir(Duration de) {
        base.sql("update session_ouverte set vue_le = vue_le - ? * interval '1 s'")
                .param(de.toSeconds())
                .update();
    }
}
