package fr.convergence.isc.inscription;

import fr.convergence.socle.base.Sha256;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.chiffrement.Coffre;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** La table des inscriptions de mandataires. Ce qu’elles contiennent est scellé. */
@Component
class Demarches {

    /** Sans rien demander, ce qui est commencé sur un poste partagé ne s’y retrouve pas le lendemain. */
    static final Duration CONSERVATION = Duration.ofHours(1);

    /** Le temps de reprendre plus tard, ou de finir une vérification commencée sur un téléphone. */
    static final Duration REPRISE = Duration.ofDays(7);

    /** Le temps, pour qui conteste une décision, d’en demander la raison. */
    static final Duration APRES_DECISION = Duration.ofDays(30);

    private static final JsonMapper JSON = new JsonMapper();
    private static final SecureRandom HASARD = new SecureRandom();
    private static final int OCTETS_DU_TEMOIN = 32;
    private static final String COLONNES = "select id, etat, version, contenu_scelle, transmise_le from inscription ";

    enum Etat {
        EN_COURS,
        A_EXAMINER,
        ACCEPTEE,
        REFUSEE
    }

    /** Une inscription telle qu’elle est dans la base ; {@code version} change à chaque écriture. */
    record Tenue(
            UUID id,
            Etat etat,
            int version,
            DemarcheDuMandataire demarche,
            @Nullable Instant transmiseLe) {

        boolean enCours() {
            return etat == Etat.EN_COURS;
        }
    }

    private final JdbcClient base;
    private final Coffre coffre;
    private final Clock horloge;

    Demarches(JdbcClient base, Coffre coffre, Clock horloge) {
        this.base = base;
        this.coffre = coffre;
        this.horloge = horloge;
    }

    /** Ouvre une inscription et rend le témoin qui la retrouvera. */
    String ouvrir(DemarcheDuMandataire demarche) {
        var id = Uuid.v7();
        var temoin = nouveauTemoin();
        base.sql("""
                insert into inscription (id, temoin, version, contenu_scelle, etat, commencee_le, oubli_le)
                values (?, ?, 1, ?, 'EN_COURS', ?, ?)
                """)
                .params(
                        id,
                        Sha256.de(temoin),
                        sceller(id, demarche),
                        Timestamp.from(horloge.instant()),
                        dans(CONSERVATION))
                .update();
        return temoin;
    }

    Optional<Tenue> retrouver(String temoin) {
        return base.sql(COLONNES + "where temoin = ? and (oubli_le is null or oubli_le > ?)")
                .params(Sha256.de(temoin), Timestamp.from(horloge.instant()))
                .query(this::lire)
                .optional();
    }

    Optional<Tenue> une(UUID id) {
        return base.sql(COLONNES + "where id = ?").param(id).query(this::lire).optional();
    }

    /** La même, que personne d’autre ne change jusqu’à la fin de la transaction. */
    Optional<Tenue> prendre(UUID id, Etat etat) {
        return base.sql(COLONNES + "where id = ? and etat = ? for update")
                .params(id, etat.name())
                .query(this::lire)
                .optional();
    }

    /** Change une inscription en cours d’après son état présent ; faux si elle ne l’est plus. */
    @Transactional
    boolean modifier(UUID id, UnaryOperator<DemarcheDuMandataire> changement) {
        return prendre(id, Etat.EN_COURS)
                .map(tenue -> changement.apply(tenue.demarche()))
                .map(changee -> base.sql("""
                        update inscription set contenu_scelle = ?, document = ?, version = version + 1,
                            oubli_le = greatest(oubli_le, ?)
                        where id = ?
                        """)
                                .params(Arrays.asList(sceller(id, changee), document(changee), dans(CONSERVATION), id))
                                .update()
                        == 1)
                .orElse(false);
    }

    /** Elle se garde assez longtemps pour être reprise. */
    void garder(UUID id) {
        base.sql("update inscription set oubli_le = ? where id = ? and etat = 'EN_COURS'")
                .params(dans(REPRISE), id)
                .update();
    }

    /** Un autre navigateur la reprend : celui d’avant ne la retrouve plus. */
    Optional<String> reprendre(UUID id) {
        var temoin = nouveauTemoin();
        return base.sql("update inscription set temoin = ?, version = version + 1 where id = ? and etat = 'EN_COURS'")
                                .params(Sha256.de(temoin), id)
                                .update()
                        == 1
                ? Optional.of(temoin)
                : Optional.empty();
    }

    void transmettre(UUID id, DemarcheDuMandataire demarche) {
        base.sql("""
                update inscription set etat = 'A_EXAMINER', contenu_scelle = ?, transmise_le = ?, oubli_le = null,
                    version = version + 1
                where id = ?
                """)
                .params(sceller(id, demarche), Timestamp.from(horloge.instant()), id)
                .update();
    }

    void rendre(UUID id, DemarcheDuMandataire demarche) {
        base.sql("""
                update inscription set etat = 'EN_COURS', contenu_scelle = ?, document = ?, oubli_le = ?, version = version + 1
                where id = ?
                """)
                .params(Arrays.asList(sceller(id, demarche), document(demarche), dans(REPRISE), id))
                .update();
    }

    void decider(UUID id, Etat decision) {
        base.sql("update inscription set etat = ?, decidee_le = ?, oubli_le = ?, version = version + 1 where id = ?")
                .params(decision.name(), Timestamp.from(horloge.instant()), dans(APRES_DECISION), id)
                .update();
    }

    /** Celles qui attendent un opérateur, la plus ancienne d’abord. */
    List<Tenue> aExaminer(Instant apres, UUID apresId, int limite) {
        return base.sql(COLONNES + """
                where etat = 'A_EXAMINER' and (transmise_le, id) > (?, ?) order by transmise_le, id limit ?
                """)
                .params(Timestamp.from(apres), apresId, limite)
                .query(this::lire)
                .list();
    }

    /** Une inscription à oublier, et son document. */
    record Oubliee(UUID id, @Nullable UUID document) {}

    /** En oublie une ; vide s’il n’y en a pas. */
    Optional<Oubliee> oublierUne() {
        return base.sql("""
                delete from inscription where id = (
                    select id from inscription where oubli_le <= ? order by oubli_le limit 1 for update skip locked)
                returning id, document
                """)
                .param(Timestamp.from(horloge.instant()))
                .query((ligne, _) ->
                        new Oubliee(ligne.getObject("id", UUID.class), ligne.getObject("document", UUID.class)))
                .optional();
    }

    private Tenue lire(ResultSet ligne, int rang) throws SQLException {
        var id = ligne.getObject("id", UUID.class);
        var transmise = ligne.getTimestamp("transmise_le");
        return new Tenue(
                id,
                Etat.valueOf(ligne.getString("etat")),
                ligne.getInt("version"),
                JSON.readValue(
                        coffre.ouvrir(ligne.getBytes("contenu_scelle"), contexte(id)), DemarcheDuMandataire.class),
                transmise == null ? null : transmise.toInstant());
    }

    private byte[] sceller(UUID id, DemarcheDuMandataire demarche) {
        return coffre.sceller(JSON.writeValueAsBytes(demarche), contexte(id));
    }

    private Timestamp dans(Duration duree) {
        return Timestamp.from(horloge.instant().plus(duree));
    }

    private static @Nullable UUID document(DemarcheDuMandataire demarche) {
        return demarche.document() == null ? null : demarche.document().fichier();
    }

    private static String contexte(UUID id) {
        return "inscription/" + id;
    }

    private static String nouveauTemoin() {
        var octets = new byte[OCTETS_DU_TEMOIN];
        HASARD.nextBytes(octets);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }
}
