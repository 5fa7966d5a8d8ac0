package fr.convergence.portail.conteneur;

import fr.convergence.portail.conteneur.Conteneur.Espece;
import fr.convergence.socle.chiffrement.Coffre;
import fr.convergence.socle.contenu.Controles;
import fr.convergence.socle.contenu.Raison;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Les conteneurs remis, question par question ; l'accès à l'étape a été jugé par qui demande. */
@Component
public final class Conteneurs {

    private static final String COLONNES = """
            select id, etape, question, numero, espece, active_le is not null as active, reserve from conteneur
            """;

    private final JdbcClient base;
    private final Coffre coffre;
    private final Clock horloge;

    Conteneurs(JdbcClient base, Coffre coffre, Clock horloge) {
        this.base = base;
        this.coffre = coffre;
        this.horloge = horloge;
    }

    /** Celles où un conteneur a été préparé ; les autres n'en sont nulle part. */
    public Map<String, EtatDuConteneur> deLEtape(UUID etape) {
        var etats = new HashMap<String, EtatDuConteneur>();
        base.sql("""
                select c.id, c.etape, c.question, c.numero, c.espece, c.active_le is not null as active, c.reserve,
                       a.le is not null as accepte
                from conteneur c left join conteneur_accord a using (etape, question)
                where c.etape = ? and c.remplace_le is null
                """).param(etape).query(ligne -> {
            var courant = lire(ligne, 0);
            etats.put(courant.question(), new EtatDuConteneur(Optional.of(courant), ligne.getBoolean("accepte")));
        });
        return etats;
    }

    public EtatDuConteneur etat(UUID etape, String question) {
        return deLEtape(etape).getOrDefault(question, EtatDuConteneur.AUCUN);
    }

    /**
     * Pourquoi ce contenu ne peut pas se rendre ici ; vide s'il le peut. Une archive s'ouvre avec le dernier mot de passe remis
     * et contient autre chose que sa consigne ; un ZED n'est pas celui de la réserve, octet pour octet.
     */
    public Optional<Raison> refus(UUID etape, String question, SeekableByteChannel contenu) throws IOException {
        var courant = courant(etape, question).filter(Conteneur::active);
        if (courant.isEmpty()) {
            return Optional.of(Raison.CONTENEUR_AUTRE);
        }
        return switch (courant.get().espece()) {
            case ZED -> telQueRemis(etape, question, contenu) ? Optional.of(Raison.CONTENEUR_VIDE) : Optional.empty();
            case INTEGRE ->
                Controles.conteneur(
                        contenu,
                        identifiants(courant.get()).orElseThrow().motDePasse().toCharArray(),
                        ArchiveVide.CONSIGNE);
        };
    }

    /** Vrai d'un conteneur de la réserve remis à cette question, où personne n'a rien changé. */
    private boolean telQueRemis(UUID etape, String question, SeekableByteChannel contenu) throws IOException {
        var memeTaille = base.sql("""
                select r.octets from conteneur c join conteneur_reserve r on r.id = c.reserve
                where c.etape = ? and c.question = ? and octet_length(r.octets) = ?
                """)
                .params(etape, question, contenu.size())
                .query((ligne, _) -> ligne.getBytes(1))
                .list();
        if (memeTaille.isEmpty()) {
            return false;
        }
        var octets = Channels.newInputStream(contenu.position(0)).readAllBytes();
        return memeTaille.stream().anyMatch(remis -> Arrays.equals(remis, octets));
    }

    Optional<Conteneur> courant(UUID etape, String question) {
        return base.sql(COLONNES + "where etape = ? and question = ? and remplace_le is null")
                .params(etape, question)
                .query(Conteneurs::lire)
                .optional();
    }

    /** Tous ceux qui ont été remis là, remplacés compris : ce qui fut déposé avant se lit encore. */
    List<Conteneur> remis(UUID etape, String question) {
        return base.sql(COLONNES + "where etape = ? and question = ? and active_le is not null order by numero")
                .params(etape, question)
                .query(Conteneurs::lire)
                .list();
    }

    /**
     * De quand à quand un conteneur fut le dernier remis : ce qui s'est déposé là entre-temps en vient.
     *
     * @param au vide tant qu'il l'est
     */
    record Periode(Instant du, Optional<Instant> au) {}

    /** Par numéro. */
    Map<Integer, Periode> periodes(UUID etape, String question) {
        var periodes = new HashMap<Integer, Periode>();
        base.sql("""
                select numero, active_le, remplace_le from conteneur
                where etape = ? and question = ? and active_le is not null
                """).params(etape, question).query((ResultSet ligne) -> {
            periodes.put(
                    ligne.getInt("numero"),
                    new Periode(
                            ligne.getTimestamp("active_le").toInstant(),
                            Optional.ofNullable(ligne.getTimestamp("remplace_le"))
                                    .map(Timestamp::toInstant)));
        });
        return periodes;
    }

    /** Tient une question jusqu'à la fin de la transaction : elle n'a qu'un conteneur à la fois. */
    void prendre(UUID etape, String question) {
        base.sql("select pg_advisory_xact_lock(hashtextextended('conteneur/' || :etape || '/' || :question, 0))")
                .param("etape", etape.toString())
                .param("question", question)
                .query((ligne, rang) -> true)
                .single();
    }

    int suivant(UUID etape, String question) {
        return base.sql("select coalesce(max(numero), 0) + 1 from conteneur where etape = ? and question = ?")
                .params(etape, question)
                .query(Integer.class)
                .single();
    }

    void garder(Conteneur neuf, Identifiants identifiants, UUID par) {
        base.sql("""
                insert into conteneur (id, etape, question, numero, espece, identifiants, reserve, par, propose_le)
                values (:id, :etape, :question, :numero, :espece, :identifiants, :reserve, :par, :le)
                """)
                .param("id", neuf.id())
                .param("etape", neuf.etape())
                .param("question", neuf.question())
                .param("numero", neuf.numero())
                .param("espece", neuf.espece().name())
                .param("identifiants", coffre.sceller(identifiants.octets(), contexte(neuf.id())))
                .param("reserve", neuf.reserve())
                .param("par", par)
                .param("le", maintenant())
                .update();
    }

    /** Ceux d'un conteneur qu'on n'a pas encore activé, ou fait à la demande ; effacés, d'un conteneur de la réserve. */
    Optional<Identifiants> identifiants(Conteneur conteneur) {
        return Optional.ofNullable(base.sql("select identifiants from conteneur where id = ?")
                        .param(conteneur.id())
                        .query((ligne, _) -> new Scelles(ligne.getBytes(1)))
                        .single()
                        .octets())
                .map(scelles -> Identifiants.lire(coffre.ouvrir(scelles, contexte(conteneur.id()))));
    }

    private record Scelles(byte @Nullable [] octets) {}

    /** @return faux s'il l'était déjà, ou n'est plus le dernier */
    boolean activer(Conteneur conteneur) {
        return base.sql("""
                update conteneur set active_le = :le,
                    identifiants = case when espece = 'ZED' then null else identifiants end
                where id = :id and active_le is null and remplace_le is null
                """)
                        .param("le", maintenant())
                        .param("id", conteneur.id())
                        .update()
                == 1;
    }

    void remplacer(Conteneur ancien) {
        base.sql("update conteneur set remplace_le = ? where id = ? and remplace_le is null")
                .params(maintenant(), ancien.id())
                .update();
    }

    /** @return faux si c'était déjà accepté */
    boolean accepter(UUID etape, String question, UUID par) {
        return base.sql("""
                insert into conteneur_accord (etape, question, par, le) values (?, ?, ?, ?) on conflict do nothing
                """).params(etape, question, par, maintenant()).update() == 1;
    }

    private static String contexte(UUID conteneur) {
        return "conteneur/" + conteneur;
    }

    private static Conteneur lire(ResultSet ligne, int rang) throws SQLException {
        return new Conteneur(
                ligne.getObject("id", UUID.class),
                ligne.getObject("etape", UUID.class),
                ligne.getString("question"),
                ligne.getInt("numero"),
                Espece.valueOf(ligne.getString("espece")),
                ligne.getBoolean("active"),
                ligne.getObject("reserve", UUID.class));
    }

    private Timestamp maintenant() {
        return Timestamp.from(horloge.instant());
    }
}
