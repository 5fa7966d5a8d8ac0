package fr.convergence.mesures.charge;

import fr.convergence.portail.acte.CodeDEtat;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Un PostgreSQL à nous, réglé comme un serveur : écritures sûres, et le compte des ordres qu'il reçoit. */
public final class Base implements AutoCloseable {

    /** Le rôle qui migre ; la bibliothèque ne demande de mot de passe à personne. */
    static final String PROPRIETAIRE = "postgres";

    /** Celui qui sert les requêtes. */
    static final String APPLICATION = "application";

    private static final Duration DEMARRAGE = Duration.ofMinutes(2);

    private final EmbeddedPostgres serveur;
    private final Path donnees;

    private Base(EmbeddedPostgres serveur, Path donnees) {
        this.serveur = serveur;
        this.donnees = donnees;
    }

    /** @param detail vrai pour compter aussi le temps que PostgreSQL prend à prévoir chaque ordre ; cela coûte un peu */
    public static Base ouvrir(Path dossier, boolean detail) throws IOException {
        return ouvrir(dossier, detail, "off");
    }

    /** @param archivage « on » pour que PostgreSQL archive ses journaux, une fois « archive_command » réglée */
    static Base ouvrir(Path dossier, boolean detail, String archivage) throws IOException {
        var donnees = dossier.resolve("base");
        var serveur = EmbeddedPostgres.builder()
                .setDataDirectory(donnees)
                .setCleanDataDirectory(false)
                .setPGStartupWait(DEMARRAGE)
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                // La bibliothèque, faite pour les essais, coupe les écritures sûres : on les rétablit.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("archive_mode", archivage)
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .setServerConfig("pg_stat_statements.track_planning", detail ? "on" : "off")
                .setServerConfig("unix_socket_directories", "")
                .start();
        var base = new Base(serveur, donnees);
        base.attendreLaFinDUneReprise();
        base.sql().sql("create extension if not exists pg_stat_statements").update();
        base.creerLeRole();
        return base;
    }

    /** Une base restaurée se lit avant d'avoir tout rejoué. */
    private void attendreLaFinDUneReprise() {
        while (sql().sql("select pg_is_in_recovery()").query(Boolean.class).single()) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private void creerLeRole() {
        var role = sql().sql("select 1 from pg_roles where rolname = ?").param(APPLICATION);
        if (role.query(Integer.class).optional().isEmpty()) {
            sql().sql("create role " + APPLICATION + " login").update();
        }
    }

    public String adresse() {
        return "jdbc:postgresql://localhost:" + serveur.getPort() + "/postgres";
    }

    public JdbcClient sql() {
        return JdbcClient.create(serveur.getPostgresDatabase());
    }

    DataSource source() {
        return serveur.getPostgresDatabase();
    }

    Path donnees() {
        return donnees;
    }

    /** Le processus père de PostgreSQL. */
    long pid() {
        try {
            return Long.parseLong(
                    Files.readAllLines(donnees.resolve("postmaster.pid")).getFirst());
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL ne tourne plus", e);
        }
    }

    /** Combien d'ordres SQL ont été reçus, hors les nôtres. */
    long ordres() {
        return sql().sql("select coalesce(sum(calls), 0) from pg_stat_statements where query not like '%pg_stat%'")
                .query(Long.class)
                .single();
    }

    void oublierLesOrdres() {
        sql().sql("select pg_stat_statements_reset()").query().singleRow();
    }

    /** Les ordres reçus depuis {@link #oublierLesOrdres()}, du plus coûteux au moins coûteux ; temps en ms par appel. */
    String coutDesOrdres() {
        return String.join("\n", sql().sql("""
                        select format('%s appels, prévu %s, fait %s : %s', calls,
                                      round((total_plan_time / calls)::numeric, 3), round(mean_exec_time::numeric, 3),
                                      left(regexp_replace(query, '\s+', ' ', 'g'), 160))
                        from pg_stat_statements
                        where query not like '%pg_stat%'
                        order by total_plan_time + total_exec_time desc limit 20
                        """).query(String.class).list());
    }

    /** Un dossier ne se transmet qu'une fois : ceux-ci redeviennent des brouillons. */
    public void remettreEnBrouillon(List<String> references) {
        var dossiers = references.toArray(String[]::new);
        sql().sql("""
                delete from saisie_edition where etape in (
                    select e.id from dossier_etape e join dossier d on d.id = e.dossier where d.reference = any (?))
                """).param(dossiers).update();
        sql().sql("""
                update dossier_etape set etat = :brouillon, niveau = null, transmise_le = null
                where etat = :transmise and dossier in (select id from dossier where reference = any (:references))
                """)
                .param("brouillon", CodeDEtat.BROUILLON.name())
                .param("transmise", CodeDEtat.EN_VERIFICATION.name())
                .param("references", dossiers)
                .update();
        sql().sql("update piece set scellee_le = null where reference = any (?)")
                .param(dossiers)
                .update();
    }

    /** Refait de la place : ce qui y fut déposé est retiré, ce qui y fut commencé est expiré. Les octets restent. */
    public void viderLesEspaces(List<String> references) {
        var dossiers = references.toArray(String[]::new);
        sql().sql("""
                update fichier_televersement set expire_le = now()
                where fichier in (select fichier from piece where reference = any (?))
                """).param(dossiers).update();
        sql().sql("update piece set retiree_le = now() where retiree_le is null and reference = any (?)")
                .param(dossiers)
                .update();
    }

    /** Les fichiers reçus qui attendent leur verdict. */
    long enAnalyse() {
        return sql().sql("select count(*) from fichier_analyse")
                .query(Long.class)
                .single();
    }

    public long courrielsAEnvoyer() {
        return sql().sql("""
                        select (select count(*) from courriel where etat = 'A_ENVOYER')
                               + (select count(*) from courriel_lettre l, string_to_table(l.destinataires, E'\\n'))
                        """).query(Long.class).single();
    }

    /** Tue tous ses processus d'un coup, comme une coupure de courant ; rend la main quand il n'en reste aucun. */
    public void tuer() {
        var pere = ProcessHandle.of(pid()).orElseThrow();
        var famille = Stream.concat(Stream.of(pere), pere.descendants()).toList();
        famille.forEach(ProcessHandle::destroyForcibly);
        famille.forEach(mort -> mort.onExit().join());
    }

    /** Le relance tel qu'il était : les options de son dernier démarrage sont à côté de ses données. */
    public void relever() throws IOException, InterruptedException {
        var options = Files.readString(donnees.resolve("postmaster.opts"));
        var outil = Path.of(options.substring(0, options.indexOf(' '))).resolveSibling("pg_ctl");
        var commande = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            commande.addAll(
                    List.of("unshare", "-U")); // il refuse de servir sous le compte root, comme au premier démarrage
        }
        commande.addAll(List.of(outil.toString(), "restart", "-w", "-D", donnees.toString()));
        var relance = new ProcessBuilder(commande)
                .redirectErrorStream(true)
                .redirectOutput(donnees.resolveSibling("relance.log").toFile())
                .start();
        if (relance.waitFor() != 0) {
            throw new IllegalStateException(
                    "PostgreSQL ne se relève pas : " + Files.readString(donnees.resolveSibling("relance.log")));
        }
    }

    long taille() {
        return sql().sql("select pg_database_size(current_database())")
                .query(Long.class)
                .single();
    }

    @Override
    public void close() throws IOException {
        serveur.close();
    }
}
