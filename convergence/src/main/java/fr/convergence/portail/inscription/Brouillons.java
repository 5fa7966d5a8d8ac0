package fr.convergence.portail.inscription;

import fr.convergence.socle.base.Sha256;
import fr.convergence.socle.chiffrement.Coffre;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** La table des inscriptions en cours. Ce qu'elles contiennent est scellé, et effacé une heure après la dernière saisie. */
@Component
class Brouillons {

    static final Duration CONSERVATION = Duration.ofHours(1); // INS-9

    private static final JsonMapper JSON = new JsonMapper();
    private static final SecureRandom HASARD = new SecureRandom();
    private static final int OCTETS_DU_TEMOIN = 32;

    private final JdbcClient base;
    private final Coffre coffre;
    private final Clock horloge;

    Brouillons(JdbcClient base, Coffre coffre, Clock horloge) {
        this.base = base;
        this.coffre = coffre;
        this.horloge = horloge;
    }

    /** Un brouillon tel qu'il est dans la base ; {@code version} change à chaque écriture. */
    record Tenu(int version, boolean terminee, Brouillon brouillon) {}

    /** Ouvre un brouillon et rend le témoin qui le retrouvera. */
    String ouvrir(Brouillon brouillon) {
        var octets = new byte[OCTETS_DU_TEMOIN];
        HASARD.nextBytes(octets);
        var temoin = Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
        base.sql("insert into inscription_brouillon (cle, version, contenu_scelle, expire_le) values (?, 1, ?, ?)")
                .params(cle(temoin), sceller(temoin, brouillon), fin())
                .update();
        return temoin;
    }

    Optional<Tenu> lire(String temoin) {
        return lire(temoin, "");
    }

    /** Le même, que personne d'autre ne change jusqu'à la fin de la transaction. */
    Optional<Tenu> reserver(String temoin) {
        return lire(temoin, " for update");
    }

    /** Change un brouillon d'après son état présent : deux onglets n'effacent pas la saisie l'un de l'autre. */
    @Transactional
    void modifier(String temoin, UnaryOperator<Brouillon> changement) {
        reserver(temoin)
                .filter(tenu -> !tenu.terminee())
                .ifPresent(tenu -> base.sql("""
                        update inscription_brouillon set contenu_scelle = ?, version = version + 1, expire_le = ?
                        where cle = ?
                        """)
                        .params(sceller(temoin, changement.apply(tenu.brouillon())), fin(), cle(temoin))
                        .update());
    }

    /** Vide le brouillon et n'en garde que la fin, pour répondre de même à un second envoi, et l'adresse prévenue. */
    void terminer(String temoin, Brouillon brouillon) {
        base.sql("update inscription_brouillon set contenu_scelle = ?, terminee = true where cle = ?")
                .params(sceller(temoin, brouillon.termine()), cle(temoin))
                .update();
    }

    int purger() {
        return base.sql("delete from inscription_brouillon where expire_le <= ?")
                .param(Timestamp.from(horloge.instant()))
                .update();
    }

    private Optional<Tenu> lire(String temoin, String verrou) {
        return base.sql("""
                        select version, terminee, contenu_scelle from inscription_brouillon
                        where cle = ? and expire_le > ?""" + verrou)
                .params(cle(temoin), Timestamp.from(horloge.instant()))
                .query((ligne, rang) -> new Tenu(
                        ligne.getInt("version"),
                        ligne.getBoolean("terminee"),
                        ouvrir(temoin, ligne.getBytes("contenu_scelle"))))
                .optional();
    }

    private byte[] sceller(String temoin, Brouillon brouillon) {
        return coffre.sceller(JSON.writeValueAsBytes(brouillon), contexte(temoin));
    }

    private Brouillon ouvrir(String temoin, byte[] scelle) {
        return JSON.readValue(coffre.ouvrir(scelle, contexte(temoin)), Brouillon.class);
    }

    private Timestamp fin() {
        return Timestamp.from(horloge.instant().plus(CONSERVATION));
    }

    private static String contexte(String temoin) {
        return "inscription/" + HexFormat.of().formatHex(cle(temoin));
    }

    private static byte[] cle(String temoin) {
        return Sha256.de(temoin);
    }
}
