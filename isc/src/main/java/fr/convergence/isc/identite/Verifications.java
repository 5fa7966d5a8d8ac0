package fr.convergence.isc.identite;

import static java.util.Objects.requireNonNull;

import fr.convergence.isc.identite.EtatDeVerification.ARefaire;
import fr.convergence.isc.identite.EtatDeVerification.Acceptee;
import fr.convergence.isc.identite.EtatDeVerification.Code;
import fr.convergence.isc.identite.EtatDeVerification.Creee;
import fr.convergence.isc.identite.EtatDeVerification.EnExamen;
import fr.convergence.isc.identite.EtatDeVerification.Expiree;
import fr.convergence.isc.identite.EtatDeVerification.Filmee;
import fr.convergence.isc.identite.EtatDeVerification.Ouverte;
import fr.convergence.isc.identite.EtatDeVerification.Refusee;
import fr.convergence.isc.identite.EtatDeVerification.Soumise;
import fr.convergence.isc.identite.Verification.Personne;
import fr.convergence.socle.site.Langue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** La table des vérifications d'identité. */
@Component
public final class Verifications {

    private static final String COLONNES = """
            select i.id, i.inscription, i.prenom, i.nom, i.courriel, i.mobile, i.langue, i.etat, i.etat_depuis, i.motif,
                i.telephone, i.consentement_le, i.document, i.pays, i.partenaire, i.reference, i.avis, i.expire_le,
                array(select s.sequence from identite_sequence s where s.identite = i.id and s.recu_le is not null) as recus
            from identite i
            """;

    private final JdbcClient base;
    private final Clock horloge;

    Verifications(JdbcClient base, Clock horloge) {
        this.base = base;
        this.horloge = horloge;
    }

    public Optional<Verification> celle(UUID id) {
        return lire(COLONNES + "where i.id = ?", id);
    }

    /** La même, tenue jusqu'à la fin de la transaction. */
    public Optional<Verification> prendre(UUID id) {
        return lire(COLONNES + "where i.id = ? for update of i", id);
    }

    /** Celle que ce téléphone tient ; vide dès qu'un autre l'a ouverte, ou qu'elle n'attend plus personne. */
    public Optional<Verification> duTelephone(UUID id, UUID telephone) {
        return lire(COLONNES + "where i.id = ? and i.telephone = ?", id, telephone);
    }

    /** La même, tenue. */
    public Optional<Verification> prendreDuTelephone(UUID id, UUID telephone) {
        return lire(COLONNES + "where i.id = ? and i.telephone = ? for update of i", id, telephone);
    }

    /** La dernière de cette inscription. */
    public Optional<Verification> deLInscription(UUID inscription) {
        return lire(COLONNES + "where i.inscription = ? order by i.cree_le desc, i.id desc limit 1", inscription);
    }

    /** Celle que le partenaire connaît sous cette référence, tenue. */
    public Optional<Verification> prendreChez(String partenaire, String reference) {
        return lire(COLONNES + "where i.partenaire = ? and i.reference = ? for update of i", partenaire, reference);
    }

    /** Faux quand l'inscription en a déjà une en cours. */
    boolean creer(Verification verification) {
        var personne = verification.personne();
        return base.sql("""
                insert into identite (id, inscription, partenaire, prenom, nom, courriel, mobile, langue, etat, etat_depuis,
                    expire_le, cree_le)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """)
                        .params(Arrays.asList(
                                verification.id(),
                                verification.inscription(),
                                verification.partenaire(),
                                personne.prenom(),
                                personne.nom(),
                                personne.courriel(),
                                personne.mobile(),
                                personne.langue().code(),
                                verification.etat().code().name(),
                                temps(verification.etat().depuis()),
                                temps(verification.expireLe()),
                                temps(horloge.instant())))
                        .update()
                == 1;
    }

    /** Écrit le passage d'une vérification tenue. */
    public void ecrire(Verification verification) {
        var etat = verification.etat();
        base.sql("""
                update identite set etat = :etat, etat_depuis = :depuis, motif = :motif, telephone = :telephone,
                    consentement_le = :consentement, document = :document, pays = :pays, reference = :reference,
                    avis = :avis, expire_le = :expire,
                    soumise_le = case when :etat = 'EN_EXAMEN' then :depuis else soumise_le end
                where id = :id
                """)
                .param("etat", etat.code().name())
                .param("depuis", temps(etat.depuis()))
                .param("motif", motif(etat))
                .param("telephone", etat.siege().orElse(null))
                .param(
                        "consentement",
                        consentement(verification).map(Verifications::temps).orElse(null))
                .param(
                        "document",
                        verification
                                .prise()
                                .map(prise -> prise.document().name())
                                .orElse(null))
                .param("pays", verification.prise().map(Prise::pays).orElse(null))
                .param("reference", verification.reference())
                .param("avis", verification.avis())
                .param("expire", temps(verification.expireLe()))
                .param("id", verification.id())
                .update();
    }

    /** La référence sous laquelle le partenaire la connaît, et ce qu'il en conclut ; elle reste où elle en est. */
    public void noter(UUID id, String reference, @Nullable String avis) {
        base.sql("update identite set reference = ?, avis = ? where id = ?")
                .params(Arrays.asList(reference, avis, id))
                .update();
    }

    /** Celles dont le temps est passé. */
    List<UUID> aExpirer(int lot) {
        return base.sql("""
                select id from identite where etat in ('CREEE', 'OUVERTE', 'FILMEE', 'A_REFAIRE') and expire_le <= ?
                order by expire_le limit ?
                """)
                .params(temps(horloge.instant()), lot)
                .query(UUID.class)
                .list();
    }

    private Optional<Verification> lire(String sql, Object... parametres) {
        return base.sql(sql).params(parametres).query(Verifications::lue).optional();
    }

    private static @Nullable String motif(EtatDeVerification etat) {
        return switch (etat) {
            case Refusee(var _, var motif) -> motif;
            case ARefaire(var _, var motif) -> motif;
            case Creee _, Ouverte _, Filmee _, Soumise _, EnExamen _, Acceptee _, Expiree _ -> null;
        };
    }

    private static Optional<Instant> consentement(Verification verification) {
        return verification.etat() instanceof Ouverte ouverte
                ? ouverte.consentement()
                : verification.prise().map(Prise::consentement);
    }

    private static Verification lue(ResultSet ligne, int rang) throws SQLException {
        var prise = prise(ligne);
        return new Verification(
                ligne.getObject("id", UUID.class),
                ligne.getObject("inscription", UUID.class),
                new Personne(
                        ligne.getString("prenom"),
                        ligne.getString("nom"),
                        ligne.getString("courriel"),
                        ligne.getString("mobile"),
                        Langue.lire(ligne.getString("langue")).orElse(Langue.FRANCAIS)),
                etat(ligne, prise),
                prise,
                ligne.getString("partenaire"),
                ligne.getString("reference"),
                ligne.getString("avis"),
                ligne.getTimestamp("expire_le").toInstant());
    }

    private static Optional<Prise> prise(ResultSet ligne) throws SQLException {
        var document = ligne.getString("document");
        return document == null
                ? Optional.empty()
                : Optional.of(new Prise(
                        ligne.getTimestamp("consentement_le").toInstant(),
                        TypeDeDocument.valueOf(document),
                        ligne.getString("pays")));
    }

    private static EtatDeVerification etat(ResultSet ligne, Optional<Prise> prise) throws SQLException {
        var depuis = ligne.getTimestamp("etat_depuis").toInstant();
        var motif = ligne.getString("motif");
        var telephone = ligne.getObject("telephone", UUID.class);
        var consentement = ligne.getTimestamp("consentement_le");
        return switch (Code.valueOf(ligne.getString("etat"))) {
            case CREEE -> new Creee(depuis);
            case OUVERTE ->
                new Ouverte(
                        depuis,
                        requireNonNull(telephone),
                        Optional.ofNullable(consentement).map(Timestamp::toInstant));
            case FILMEE -> new Filmee(depuis, requireNonNull(telephone), prise.orElseThrow(), recus(ligne));
            case SOUMISE -> new Soumise(depuis, requireNonNull(telephone), prise.orElseThrow());
            case EN_EXAMEN -> new EnExamen(depuis);
            case ACCEPTEE -> new Acceptee(depuis);
            case REFUSEE -> new Refusee(depuis, requireNonNull(motif));
            case A_REFAIRE -> new ARefaire(depuis, requireNonNull(motif));
            case EXPIREE -> new Expiree(depuis);
        };
    }

    private static Set<Sequence> recus(ResultSet ligne) throws SQLException {
        return Arrays.stream((String[]) ligne.getArray("recus").getArray())
                .map(Sequence::valueOf)
                .collect(Collectors.toSet());
    }

    private static Timestamp temps(Instant instant) {
        return Timestamp.from(instant);
    }
}
