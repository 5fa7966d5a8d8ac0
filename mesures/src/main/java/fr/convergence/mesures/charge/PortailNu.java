package fr.convergence.mesures.charge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * Le moins que Java puisse faire des gestes du portail : HTTP, SQL et une page de 40 ko, sur 10 000 dossiers de 25 champs. Ni
 * session, ni anti-rejeu, ni droits, ni journal, ni formulaire évalué : ce que la machine permet, à quoi se compare le portail.
 */
final class PortailNu {

    static final String ORDRE = "portail-nu";

    private static final int DOSSIERS = 10_000;
    private static final int REGIONS = 12;
    private static final int LIGNES = 25;
    private static final int CHAMPS = 25;
    private static final int TAILLE = 40_000;
    private static final int CONNEXIONS = 16;
    private static final Seance PERSONNE = new Seance("", "");

    private final HikariDataSource base;

    private PortailNu(HikariDataSource base) {
        this.base = base;
    }

    /** Les gestes, de ce côté : tous se refont. */
    static List<Operation> gestes() {
        return List.of(
                geste("liste", REGIONS, Connexion::lire, "<tr"),
                geste("formulaire", DOSSIERS, Connexion::lire, "<input"),
                geste("enregistrement", DOSSIERS, (c, chemin, p) -> c.poster(chemin, p, "champ=valeur"), "enregistré"),
                geste("transmission", DOSSIERS, (c, chemin, p) -> c.poster(chemin, p, ""), "transmis"));
    }

    @FunctionalInterface
    private interface Envoi {
        ReponseDuServeur envoyer(Connexion connexion, String chemin, Seance personne) throws IOException;
    }

    private static Operation geste(String nom, int objets, Envoi envoi, String temoin) {
        return Operation.repetable("nu, " + nom, objets, (connexion, objet) -> {
            var reponse =
                    envoi.envoyer(connexion, "/" + nom + "/" + objet, PERSONNE).attendue(200, nom);
            if (reponse.compte(temoin) == 0) {
                throw reponse.inattendue(nom);
            }
        });
    }

    /** Ce que fait le processus lancé. */
    static void servir(int port, String adresse) throws IOException, SQLException {
        var reglages = new HikariConfig();
        reglages.setJdbcUrl(adresse);
        reglages.setUsername("postgres");
        reglages.setPassword("postgres");
        reglages.setMaximumPoolSize(CONNEXIONS);
        reglages.setAutoCommit(false);
        // Sans lui, le serveur de la bibliothèque attend 40 ms la suite d'une grande réponse.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        var portail = new PortailNu(new HikariDataSource(reglages));
        portail.peupler();
        var serveur = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        serveur.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        serveur.createContext("/", portail::repondre);
        serveur.start();
    }

    private void peupler() throws SQLException {
        try (var connexion = base.getConnection();
                var ordre = connexion.createStatement()) {
            ordre.execute("""
                    drop table if exists nu_dossier, nu_historique, nu_envoi;
                    create table nu_dossier (
                        id int primary key, region int not null, etat text not null, revision int not null,
                        champs text[] not null);
                    create index on nu_dossier (region, id);
                    create table nu_historique (
                        id bigint generated always as identity primary key, dossier int not null, le timestamptz not null,
                        champs text[] not null);
                    create index on nu_historique (dossier);
                    create table nu_envoi (
                        id bigint generated always as identity primary key, dossier int not null, corps text not null);
                    insert into nu_dossier
                    select id, id %% %d, 'BROUILLON', 0, (select array_agg('Valeur ' || id || ' du champ ' || c)
                                                         from generate_series(1, %d) c)
                    from generate_series(0, %d) id;
                    """.formatted(REGIONS, CHAMPS, DOSSIERS - 1));
            connexion.commit();
            connexion.setAutoCommit(true);
            ordre.execute("vacuum analyze nu_dossier");
        }
    }

    private void repondre(HttpExchange echange) throws IOException {
        try (echange;
                var connexion = base.getConnection()) {
            var chemin = echange.getRequestURI().getPath();
            var objet = Integer.parseInt(chemin.substring(chemin.lastIndexOf('/') + 1));
            var corps = new String(echange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var page = switch (chemin.substring(1, chemin.lastIndexOf('/'))) {
                case "liste" -> liste(connexion, objet);
                case "formulaire" -> formulaire(connexion, objet);
                case "enregistrement" -> enregistrer(connexion, objet, corps);
                case "transmission" -> transmettre(connexion, objet);
                default -> throw new IOException("Geste inconnu : " + chemin);
            };
            connexion.commit();
            var octets = page.getBytes(StandardCharsets.UTF_8);
            echange.getResponseHeaders().add("Content-Type", "text/html;charset=UTF-8");
            echange.sendResponseHeaders(200, octets.length);
            echange.getResponseBody().write(octets);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static String liste(Connection connexion, int region) throws SQLException {
        var page = new StringBuilder(TAILLE);
        try (var ordre = preparer(connexion, """
                select id, champs from nu_dossier where region = ? order by id limit %d
                """.formatted(LIGNES), region);
                var lignes = ordre.executeQuery()) {
            while (lignes.next()) {
                page.append("<tr><td>").append(lignes.getInt(1));
                for (var valeur : (String[]) lignes.getArray(2).getArray()) {
                    page.append("</td><td class=\"fr-cell\">");
                    echapper(page, valeur);
                }
                page.append("</td></tr>\n");
            }
        }
        return page.toString();
    }

    private static String formulaire(Connection connexion, int dossier) throws SQLException {
        var page = new StringBuilder(TAILLE);
        for (var valeur : champs(connexion, dossier, "")) {
            page.append("<label>");
            echapper(page, valeur);
            page.append("</label><p>");
            page.repeat("Aide de ce champ, telle qu'un formulaire en porte. ", TAILLE / CHAMPS / 52);
            page.append("</p><input value=\"");
            echapper(page, valeur);
            page.append("\">\n");
        }
        return page.toString();
    }

    private static String enregistrer(Connection connexion, int dossier, String corps) throws SQLException {
        var champs = champs(connexion, dossier, "for update");
        champs[0] = corps;
        try (var ordre = connexion.prepareStatement(
                "update nu_dossier set champs = ?, revision = revision + 1 where id = ? returning revision")) {
            ordre.setArray(1, connexion.createArrayOf("text", champs));
            ordre.setInt(2, dossier);
            ordre.executeQuery();
        }
        garder(connexion, dossier, champs);
        return "enregistré";
    }

    private static String transmettre(Connection connexion, int dossier) throws SQLException {
        var champs = champs(connexion, dossier, "for update");
        for (var valeur : champs) {
            if (valeur.isBlank()) {
                return "incomplet";
            }
        }
        executer(connexion, "update nu_dossier set etat = 'TRANSMIS' where id = ?", dossier);
        garder(connexion, dossier, champs);
        executer(connexion, "insert into nu_envoi (dossier, corps) values (?, 'Votre dossier est transmis.')", dossier);
        return "transmis";
    }

    private static void garder(Connection connexion, int dossier, String[] champs) throws SQLException {
        try (var ordre =
                connexion.prepareStatement("insert into nu_historique (dossier, le, champs) values (?, now(), ?)")) {
            ordre.setInt(1, dossier);
            ordre.setArray(2, connexion.createArrayOf("text", champs));
            ordre.executeUpdate();
        }
    }

    private static String[] champs(Connection connexion, int dossier, String suite) throws SQLException {
        try (var ordre = preparer(connexion, "select champs from nu_dossier where id = ? " + suite, dossier);
                var ligne = ordre.executeQuery()) {
            if (!ligne.next()) {
                throw new SQLException("Dossier inconnu : " + dossier);
            }
            return (String[]) ligne.getArray(1).getArray();
        }
    }

    private static void executer(Connection connexion, String sql, int dossier) throws SQLException {
        try (var ordre = preparer(connexion, sql, dossier)) {
            ordre.executeUpdate();
        }
    }

    private static PreparedStatement preparer(Connection connexion, String sql, int valeur) throws SQLException {
        var ordre = connexion.prepareStatement(sql);
        ordre.setInt(1, valeur);
        return ordre;
    }

    private static void echapper(StringBuilder page, String valeur) {
        for (var i = 0; i < valeur.length(); i++) {
            switch (valeur.charAt(i)) {
                case '<' -> page.append("&lt;");
                case '&' -> page.append("&amp;");
                case '"' -> page.append("&quot;");
                default -> page.append(valeur.charAt(i));
            }
        }
    }
}
