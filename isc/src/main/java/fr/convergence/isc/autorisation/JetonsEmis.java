package fr.convergence.isc.autorisation;

import fr.convergence.isc.autorisation.Autorisation.Jeton;
import fr.convergence.isc.autorisation.Autorisation.Sorte;
import fr.convergence.socle.chiffrement.Empreintes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Les tables des autorisations et de leurs jetons. Un jeton n'y est que sous son empreinte.
 *
 * <p>L'heure est celle de la machine, ici et dans tout le protocole : la bibliothèque n'en connaît pas d'autre, et un jeton
 * jugé sous deux horloges naîtrait parfois périmé.
 */
@Component
public class JetonsEmis {

    private static final String USAGE = "autorisation/jeton/";

    private final JdbcClient base;
    private final Empreintes empreintes;

    JetonsEmis(JdbcClient base, @Qualifier("empreintesDesJetons") Empreintes empreintes) {
        this.base = base;
        this.empreintes = empreintes;
    }

    /** Celui que cette valeur désigne, employé ou non, si sa famille n'est pas révoquée. */
    Optional<Autorisation> trouver(String valeur) {
        return base.sql("""
                select a.id, a.client, a.titulaire, a.octroi, a.portees, a.demande, a.session, a.connecte_le, a.acr, a.amr,
                    j.sorte, j.portees as portees_du_jeton, j.cle_liee, j.emis_le, j.expire_le, j.utilise_le
                from autorisation_jeton j join autorisation a on a.id = j.autorisation
                where j.empreinte = any(?) and a.revoquee_le is null
                """)
                .param(empreintes.possibles(USAGE + valeur))
                .query((ligne, _) -> lire(ligne))
                .optional();
    }

    /** @param fin jusqu'où la retenir, au moins */
    void ouvrir(Autorisation autorisation, Instant fin) {
        var preuve = autorisation.preuve();
        base.sql("""
                insert into autorisation (id, client, titulaire, octroi, portees, demande, session, connecte_le, acr,
                    amr, cree_le, expire_le)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(Arrays.asList(
                        autorisation.id(),
                        autorisation.client(),
                        autorisation.titulaire(),
                        autorisation.octroi(),
                        textes(autorisation.portees()),
                        autorisation.demande(),
                        preuve.map(PreuveDeConnexion::session).orElse(null),
                        preuve.map(dite -> Timestamp.from(dite.le())).orElse(null),
                        preuve.map(PreuveDeConnexion::acr).orElse(null),
                        preuve.map(dite -> textes(dite.amr())).orElse(null),
                        maintenant(),
                        Timestamp.from(fin)))
                .update();
    }

    void prolonger(UUID autorisation, Set<String> portees, Instant fin) {
        base.sql("""
                update autorisation set portees = ?, expire_le = greatest(expire_le, ?)
                where id = ? and revoquee_le is null
                """).params(textes(portees), Timestamp.from(fin), autorisation).update();
    }

    void emettre(UUID autorisation, String valeur, Jeton jeton) {
        base.sql("""
                insert into autorisation_jeton (empreinte, autorisation, sorte, portees, cle_liee, emis_le, expire_le)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(Arrays.asList(
                        empreintes.de(USAGE + valeur),
                        autorisation,
                        jeton.sorte().name(),
                        textes(jeton.portees()),
                        jeton.cleLiee(),
                        Timestamp.from(jeton.emisLe()),
                        Timestamp.from(jeton.expireLe())))
                .update();
    }

    /** Vrai pour un seul de ceux qui l'emploient, fussent-ils vingt au même instant. */
    boolean employer(String valeur) {
        return base.sql("update autorisation_jeton set utilise_le = ? where empreinte = any(?) and utilise_le is null")
                        .params(maintenant(), empreintes.possibles(USAGE + valeur))
                        .update()
                == 1;
    }

    /** Ni code, ni accès, ni renouvellement de cette famille ne vaut plus rien. */
    void revoquer(UUID autorisation) {
        base.sql("update autorisation set revoquee_le = ? where id = ? and revoquee_le is null")
                .params(maintenant(), autorisation)
                .update();
    }

    public void revoquerLaSession(String session) {
        base.sql("update autorisation set revoquee_le = ? where session = ? and revoquee_le is null")
                .params(maintenant(), session)
                .update();
    }

    /** Faux si une autre demande l'a fait d'abord. */
    boolean oublier(UUID autorisation) {
        return base.sql("delete from autorisation where id = ?")
                        .param(autorisation)
                        .update()
                == 1;
    }

    /** Un code employé reste autant que sa famille : présenté de nouveau, il la révoque. */
    public boolean purger(int combien) {
        var jetons = base.sql("""
                delete from autorisation_jeton where empreinte in (
                    select empreinte from autorisation_jeton where expire_le < ? and sorte <> 'CODE' limit ?)
                """).params(maintenant(), combien).update();
        var autorisations = base.sql("""
                delete from autorisation where id in (
                    select id from autorisation where expire_le < ? limit ?)
                """).params(maintenant(), combien).update();
        return jetons == combien || autorisations == combien;
    }

    private static Autorisation lire(ResultSet ligne) throws SQLException {
        var session = ligne.getString("session");
        return new Autorisation(
                ligne.getObject("id", UUID.class),
                ligne.getObject("client", UUID.class),
                ligne.getString("titulaire"),
                ligne.getString("octroi"),
                textes(ligne, "portees"),
                ligne.getBytes("demande"),
                session == null
                        ? Optional.empty()
                        : Optional.of(new PreuveDeConnexion(
                                session,
                                ligne.getTimestamp("connecte_le").toInstant(),
                                ligne.getString("acr"),
                                List.of((String[]) ligne.getArray("amr").getArray()))),
                new Jeton(
                        Sorte.valueOf(ligne.getString("sorte")),
                        textes(ligne, "portees_du_jeton"),
                        ligne.getString("cle_liee"),
                        ligne.getTimestamp("emis_le").toInstant(),
                        ligne.getTimestamp("expire_le").toInstant(),
                        ligne.getTimestamp("utilise_le") != null));
    }

    private static Set<String> textes(ResultSet ligne, String colonne) throws SQLException {
        return Set.of((String[]) ligne.getArray(colonne).getArray());
    }

    private static String[] textes(Collection<String> valeurs) {
        return valeurs.toArray(String[]::new);
    }

    private static Timestamp maintenant() {
        return Timestamp.from(Instant.now());
    }
}
