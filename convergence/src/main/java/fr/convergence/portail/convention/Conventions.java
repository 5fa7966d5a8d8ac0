package fr.convergence.portail.convention;

import fr.convergence.portail.acte.CodeDeConvention;
import fr.convergence.portail.convention.EtatDeConvention.AEnvoyer;
import fr.convergence.portail.convention.EtatDeConvention.Envoyee;
import fr.convergence.portail.convention.EtatDeConvention.Expiree;
import fr.convergence.portail.convention.EtatDeConvention.Refusee;
import fr.convergence.portail.convention.EtatDeConvention.Remplacee;
import fr.convergence.portail.convention.EtatDeConvention.Signee;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Les conventions en base ; qui demande celles d'un dossier a jugé de l'accès au dossier. */
@Component
final class Conventions {

    private static final String SELECTION = """
            select id, dossier, reference, numero, etape, contenu, empreinte, etat, depuis, expire_le, motif, document,
                   signe, preuve
            from convention
            """;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient base;

    Conventions(JdbcClient base) {
        this.base = base;
    }

    Optional<Convention> courante(UUID dossier) {
        return une(base.sql(SELECTION + "where dossier = ? and courante").param(dossier));
    }

    Optional<Convention> celle(UUID id) {
        return une(base.sql(SELECTION + "where id = ?").param(id));
    }

    /** La même, tenue jusqu'à la fin de la transaction : elle seule peut encore en changer l'état. */
    Optional<Convention> prendre(UUID id) {
        return une(base.sql(SELECTION + "where id = ? for no key update").param(id));
    }

    /** De la première à la courante. */
    List<Convention> toutes(UUID dossier) {
        return base.sql(SELECTION + "where dossier = ? order by numero")
                .param(dossier)
                .query(Conventions::lire)
                .list();
    }

    /** Celles dont le document est à faire et à envoyer, après celle-ci. */
    List<UUID> aEnvoyer(UUID apres, int lot) {
        return base.sql("select id from convention where etat = " + CodeDeConvention.A_ENVOYER.sql()
                        + " and id > ? order by id limit ?")
                .params(apres, lot)
                .query(UUID.class)
                .list();
    }

    /** Celles que l'on ne peut plus signer, et qui ne le disent pas encore ; d'une confiée, le prestataire le dit. */
    List<UUID> echues(Instant maintenant, int lot) {
        return base.sql("select id from convention where etat = " + CodeDeConvention.ENVOYEE.sql()
                        + " and not confiee and expire_le <= ? order by expire_le limit ?")
                .params(Timestamp.from(maintenant), lot)
                .query(UUID.class)
                .list();
    }

    /** Celles dont le signataire est à relancer. */
    List<UUID> aRappeler(Instant maintenant, int lot) {
        return base.sql("select id from convention where etat = " + CodeDeConvention.ENVOYEE.sql()
                        + " and rappel_le <= ? and expire_le > ? order by expire_le limit ?")
                .params(Timestamp.from(maintenant), Timestamp.from(maintenant), lot)
                .query(UUID.class)
                .list();
    }

    /** @param le quand le prochain rappel partira */
    void rappeler(UUID id, Instant le) {
        base.sql("update convention set rappel_le = ? where id = ?")
                .params(Timestamp.from(le), id)
                .update();
    }

    /** Une convention neuve, désormais la courante de son dossier. */
    void ajouter(Convention convention) {
        base.sql("update convention set courante = false where dossier = ? and courante")
                .param(convention.dossier())
                .update();
        base.sql("""
                insert into convention (id, dossier, reference, numero, etape, etat, depuis, contenu, empreinte)
                values (:id, :dossier, :reference, :numero, :etape, :etat, :depuis, :contenu::jsonb, :empreinte)
                """)
                .param("id", convention.id())
                .param("dossier", convention.dossier())
                .param("reference", convention.reference().valeur())
                .param("numero", convention.numero())
                .param("etape", convention.etape())
                .param("etat", convention.etat().code().name())
                .param("depuis", Timestamp.from(convention.etat().depuis()))
                .param("contenu", JSON.writeValueAsString(convention.contenu()))
                .param("empreinte", convention.empreinte())
                .update();
    }

    /** Ce qu'elle est devenue. */
    void ecrire(Convention apres) {
        var etat = apres.etat();
        base.sql("""
                update convention
                set etat = :etat, depuis = :depuis, expire_le = :expire, rappel_le = null, motif = :motif,
                    document = coalesce(:document, document), signe = :signe, preuve = :preuve
                where id = :id
                """)
                .param("id", apres.id())
                .param("etat", etat.code().name())
                .param("depuis", Timestamp.from(etat.depuis()))
                .param("expire", etat instanceof Envoyee envoyee ? Timestamp.from(envoyee.expireLe()) : null)
                .param("motif", motif(etat))
                .param("document", etat instanceof Envoyee envoyee ? envoyee.document() : null)
                .param("signe", etat instanceof Signee signee ? signee.signe() : null)
                .param("preuve", etat instanceof Signee signee ? signee.preuve() : null)
                .update();
    }

    private static @Nullable String motif(EtatDeConvention etat) {
        return switch (etat) {
            case Refusee refusee -> refusee.motif();
            case Remplacee remplacee -> remplacee.motif();
            case AEnvoyer _, Envoyee _, Signee _, Expiree _ -> null;
        };
    }

    private static Optional<Convention> une(JdbcClient.StatementSpec requete) {
        return requete.query(Conventions::lire).optional();
    }

    private static Convention lire(ResultSet ligne, int rang) throws SQLException {
        return new Convention(
                ligne.getObject("id", UUID.class),
                ligne.getObject("dossier", UUID.class),
                new ReferenceDeDossier(ligne.getString("reference")),
                ligne.getInt("numero"),
                ligne.getString("etape"),
                JSON.readValue(ligne.getString("contenu"), ContenuDeConvention.class),
                ligne.getString("empreinte"),
                etat(ligne));
    }

    private static EtatDeConvention etat(ResultSet ligne) throws SQLException {
        var depuis = ligne.getTimestamp("depuis").toInstant();
        var document = ligne.getObject("document", UUID.class);
        return switch (CodeDeConvention.valueOf(ligne.getString("etat"))) {
            case A_ENVOYER -> new AEnvoyer(depuis);
            case ENVOYEE -> new Envoyee(depuis, ligne.getTimestamp("expire_le").toInstant(), document);
            case SIGNEE ->
                new Signee(
                        depuis, document, ligne.getObject("signe", UUID.class), ligne.getObject("preuve", UUID.class));
            case REFUSEE -> new Refusee(depuis, ligne.getString("motif"), document);
            case EXPIREE -> new Expiree(depuis, document);
            case REMPLACEE -> new Remplacee(depuis, ligne.getString("motif"), Optional.ofNullable(document));
        };
    }
}
