package fr.convergence.socle.courriel;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.chiffrement.Coffre;
import fr.convergence.socle.chiffrement.ScellementInvalide;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Les lettres qu'un acte a écrites, scellées une fois quel que soit le nombre de leurs destinataires, puis distribuées
 * hors de lui : mises en forme, un courriel à chacun (décision 0022).
 */
@Component
final class Lettres {

    /** Une lettre et les mots que l'acte lui a donnés. */
    record Ecrite(Lettre lettre, Redaction.Ecrit mots) {}

    private record Gardee(
            UUID id,
            String modele,
            List<String> destinataires,
            String objet,
            byte[] corpsScelle,
            @Nullable String reference,
            Timestamp creeLe) {

        /** L'identifiant du courriel de chacun, qui se range à la date de l'acte. */
        UUID courriel(int rang) {
            return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() + rang);
        }

        static Gardee lire(ResultSet ligne, int rang) throws SQLException {
            return new Gardee(
                    ligne.getObject("id", UUID.class),
                    ligne.getString("modele"),
                    ligne.getString("destinataires").lines().toList(),
                    ligne.getString("objet"),
                    ligne.getBytes("corps_scelle"),
                    ligne.getString("reference"),
                    ligne.getTimestamp("cree_le"));
        }
    }

    private static final Logger JOURNAL = LoggerFactory.getLogger(Lettres.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LOT = 20;
    /** Une lettre que ce nœud ne sait pas ouvrir attend celui qui a la clé, sans arrêter les autres. */
    private static final Duration ATTENTE = Duration.ofMinutes(10);

    private final JdbcClient base;
    private final TransactionTemplate transaction;
    private final Coffre coffre;
    private final Expediteur expediteur;
    private final Clock horloge;

    Lettres(JdbcClient base, TransactionTemplate transaction, Coffre coffre, Expediteur expediteur, Clock horloge) {
        this.base = base;
        this.transaction = transaction;
        this.coffre = coffre;
        this.expediteur = expediteur;
        this.horloge = horloge;
    }

    /** Dans la transaction de l'acte. */
    void garder(List<Ecrite> ecrites) {
        var ids = ecrites.stream().map(_ -> Uuid.v7()).toArray(UUID[]::new);
        var corps = new byte[ids.length][];
        for (var i = 0; i < ids.length; i++) {
            corps[i] = coffre.sceller(ecrites.get(i).mots().markdown().getBytes(UTF_8), contexte(ids[i]));
        }
        base.sql("""
                insert into courriel_lettre
                    (id, modele, destinataires, objet, corps_scelle, reference, prochain_essai, cree_le)
                select v.id, v.modele, v.destinataires, v.objet, v.corps, v.reference, :le, :le
                from unnest(:ids, :modeles, :destinataires, :objets, :corps, :references)
                     as v (id, modele, destinataires, objet, corps, reference)
                """)
                .param("le", Timestamp.from(horloge.instant()))
                .param("ids", ids)
                .param("modeles", textes(ecrites, ecrite -> ecrite.lettre().modele()))
                .param(
                        "destinataires",
                        textes(
                                ecrites,
                                ecrite -> String.join("\n", ecrite.lettre().destinataires())))
                .param("objets", textes(ecrites, ecrite -> ecrite.mots().objet()))
                .param("corps", corps)
                .param("references", textes(ecrites, ecrite -> ecrite.lettre().reference()))
                .update();
    }

    /** @return vrai s'il en reste peut-être */
    boolean distribuer() {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            var lot = prendre();
            var distribuees = new ArrayList<UUID>();
            for (var lettre : lot) {
                try {
                    distribuer(lettre);
                    distribuees.add(lettre.id());
                } catch (ScellementInvalide illisible) {
                    JOURNAL.error("Lettre {} ({}) illisible par ce nœud", lettre.id(), lettre.modele(), illisible);
                    differer(lettre.id());
                }
            }
            if (!distribuees.isEmpty()) {
                base.sql("delete from courriel_lettre where id = any (?)")
                        .param(distribuees.toArray(UUID[]::new))
                        .update();
            }
            return lot.size() == LOT;
        }));
    }

    private List<Gardee> prendre() {
        return base.sql("""
                select id, modele, destinataires, objet, corps_scelle, reference, cree_le from courriel_lettre
                where prochain_essai <= ? order by id limit ? for update skip locked
                """)
                .params(Timestamp.from(horloge.instant()), LOT)
                .query(Gardee::lire)
                .list();
    }

    private void distribuer(Gardee lettre) {
        var markdown = new String(coffre.ouvrir(lettre.corpsScelle(), contexte(lettre.id())), UTF_8);
        var texte = MiseEnForme.de(new Redaction.Ecrit(lettre.objet(), markdown), expediteur.nom());
        var clair = JSON.writeValueAsBytes(new Facteur.Corps(texte.texte(), texte.html()));
        var ids = new UUID[lettre.destinataires().size()];
        var corps = new byte[ids.length][];
        for (var i = 0; i < ids.length; i++) {
            ids[i] = lettre.courriel(i);
            corps[i] = coffre.sceller(clair, EnvoiDesCourriels.contexte(ids[i]));
        }
        base.sql("""
                insert into courriel (id, modele, destinataire, objet, corps_scelle, reference, prochain_essai, cree_le)
                select v.id, :modele, v.destinataire, :objet, v.corps, :reference, :maintenant, :le
                from unnest(:ids, :destinataires, :corps) as v (id, destinataire, corps)
                """)
                .param("modele", lettre.modele())
                .param("objet", lettre.objet())
                .param("reference", lettre.reference())
                .param("maintenant", Timestamp.from(horloge.instant()))
                .param("le", lettre.creeLe())
                .param("ids", ids)
                .param("destinataires", lettre.destinataires().toArray(String[]::new))
                .param("corps", corps)
                .update();
    }

    private void differer(UUID lettre) {
        base.sql("update courriel_lettre set prochain_essai = ? where id = ?")
                .params(Timestamp.from(horloge.instant().plus(ATTENTE)), lettre)
                .update();
    }

    private static String contexte(UUID id) {
        return "lettre/" + id;
    }

    private static @Nullable String[] textes(List<Ecrite> ecrites, Function<Ecrite, @Nullable String> texte) {
        return ecrites.stream().map(texte).toArray(String[]::new);
    }
}
