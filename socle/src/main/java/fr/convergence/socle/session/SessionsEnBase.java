package fr.convergence.socle.session;

import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.chiffrement.Coffre;
import fr.convergence.socle.chiffrement.Empreintes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Les sessions et leurs attributs. Un témoin n'est gardé que par son empreinte ; un attribut est scellé pour sa session : qui
 * lit la base ne reprend aucune session, qui y écrit n'en forge pas.
 *
 * <p>Deux requêtes d'une même session s'écrivent l'une après l'autre, attribut par attribut : la dernière l'emporte, aucune
 * n'échoue. Une session que l'autre a terminée ne renaît pas.
 */
@Component
final class SessionsEnBase implements SessionRepository<SessionEnBase> {

    private final JdbcClient base;
    private final TransactionTemplate transactions;
    private final Empreintes empreintes;
    private final Coffre coffre;
    private final FormeDesAttributs forme;
    private final Duration duree;

    /** @param duree inactivité qui finit une session, {@link Sessions#RETARD} compris */
    SessionsEnBase(
            JdbcClient base,
            TransactionTemplate transactions,
            @Qualifier("empreintesDesSessions") Empreintes empreintes,
            Coffre coffre,
            FormeDesAttributs forme,
            @Value("${spring.session.timeout}") Duration duree) {
        this.base = base;
        this.transactions = transactions;
        this.empreintes = empreintes;
        this.coffre = coffre;
        this.forme = forme;
        this.duree = duree;
    }

    @Override
    public SessionEnBase createSession() {
        return SessionEnBase.neuve(Uuid.v7(), Instant.now(), duree, Temoins::tirer);
    }

    /** D'un seul ordre, sans transaction, dont la fin serait un aller-retour de plus à chaque page. */
    @Override
    public @Nullable SessionEnBase findById(String temoin) {
        return base.sql("""
                select s.id, s.ouverte_le, s.vue_le, s.duree, a.nom, a.valeur
                from session_ouverte s left join session_attribut a on a.session = s.id
                where s.empreinte = any(?) and s.vue_le + s.duree * interval '1 s' > now()
                """)
                .param(empreintes.possibles(temoin))
                .query(lignes -> lignes.next() ? Optional.of(session(temoin, lignes)) : Optional.<SessionEnBase>empty())
                .orElse(null);
    }

    private SessionEnBase session(String temoin, ResultSet lignes) throws SQLException {
        var session = SessionEnBase.lue(
                lignes.getObject("id", UUID.class),
                temoin,
                lignes.getTimestamp("ouverte_le").toInstant(),
                lignes.getTimestamp("vue_le").toInstant(),
                Duration.ofSeconds(lignes.getLong("duree")),
                Temoins::tirer);
        do {
            var nom = lignes.getString("nom");
            if (nom != null) {
                session.relire(nom, new Scelle(session.ligne(), nom, lignes.getBytes("valeur")));
            }
        } while (lignes.next());
        return session;
    }

    @Override
    public void save(SessionEnBase session) {
        if (session.neuve() || session.entete() || !session.changes().isEmpty()) {
            transactions.executeWithoutResult(_ -> ecrire(session));
            session.ecrite();
        }
    }

    /** La ligne d'abord, puis les attributs dans leur ordre : deux requêtes ne s'attendent jamais l'une l'autre. */
    private void ecrire(SessionEnBase session) {
        var titulaire = titulaire(session);
        if (session.neuve()) {
            inserer(session, titulaire);
        } else if (session.entete() || titulaire != null) {
            actualiser(session, titulaire);
        }
        for (var nom : session.changes()) {
            Object valeur = session.getAttribute(nom);
            if (valeur == null) {
                oter(session.ligne(), nom);
            } else {
                poser(session.ligne(), nom, valeur);
            }
        }
    }

    private @Nullable UUID titulaire(SessionEnBase session) {
        return session.changes().stream()
                .map(session::<Object>getAttribute)
                .filter(Objects::nonNull)
                .flatMap(valeur -> forme.titulaire(valeur).stream())
                .findFirst()
                .orElse(null);
    }

    private void inserer(SessionEnBase session, @Nullable UUID titulaire) {
        base.sql("""
                insert into session_ouverte (id, empreinte, titulaire, ouverte_le, vue_le, duree)
                values (?, ?, cast(? as uuid), now(), now(), ?)
                """)
                .param(session.ligne())
                .param(empreintes.de(session.getId()))
                .param(titulaire)
                .param(secondes(session))
                .update();
    }

    /** Un témoin que cette requête n'a pas changé ne s'écrit pas : une autre vient peut-être de le faire. */
    private void actualiser(SessionEnBase session, @Nullable UUID titulaire) {
        base.sql("""
                update session_ouverte
                set empreinte = coalesce(cast(? as bytea), empreinte),
                    titulaire = coalesce(cast(? as uuid), titulaire), vue_le = now(), duree = ?
                where id = ?
                """)
                .param(session.temoinChange() ? empreintes.de(session.getId()) : null)
                .param(titulaire)
                .param(secondes(session))
                .param(session.ligne())
                .update();
    }

    private static int secondes(SessionEnBase session) {
        return (int) session.getMaxInactiveInterval().toSeconds();
    }

    private void oter(UUID ligne, String nom) {
        base.sql("delete from session_attribut where session = ? and nom = ?")
                .params(ligne, nom)
                .update();
    }

    /** Rien ne s'écrit si la session vient d'être terminée ailleurs ; la tenir fait attendre qui la terminerait. */
    private void poser(UUID ligne, String nom, Object valeur) {
        base.sql("""
                insert into session_attribut (session, nom, valeur)
                select id, ?, ? from session_ouverte where id = ? for key share
                on conflict (session, nom) do update set valeur = excluded.valeur
                """)
                .params(nom, coffre.sceller(forme.ecrire(valeur), contexte(ligne, nom)), ligne)
                .update();
    }

    @Override
    public void deleteById(String temoin) {
        base.sql("delete from session_ouverte where empreinte = any(?)")
                .param(empreintes.possibles(temoin))
                .update();
    }

    /** L'attribut de cette session, tel que cet ordre l'a rendu. */
    Optional<Object> ouvrir(UUID ligne, String nom, byte @Nullable [] valeur) {
        return valeur == null ? Optional.empty() : Optional.of(forme.lire(coffre.ouvrir(valeur, contexte(ligne, nom))));
    }

    private static String contexte(UUID ligne, String nom) {
        return "session/" + ligne + "/" + nom;
    }

    /** Un attribut qui ne se déchiffre que si la requête le demande. */
    private final class Scelle implements Supplier<Object> {

        private final UUID ligne;
        private final String nom;
        private final byte[] valeur;
        private @Nullable Object ouvert;

        private Scelle(UUID ligne, String nom, byte[] valeur) {
            this.ligne = ligne;
            this.nom = nom;
            this.valeur = valeur;
        }

        @Override
        public Object get() {
            if (ouvert == null) {
                ouvert = ouvrir(ligne, nom, valeur).orElseThrow();
            }
            return ouvert;
        }
    }
}
