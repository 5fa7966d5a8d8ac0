package fr.convergence.mesures.charge;

import fr.convergence.doublures.MagasinS3;
import fr.convergence.mesures.charge.Serveur.Lancement;
import fr.convergence.portail.Portail;
import fr.convergence.socle.base.Sha256;
import fr.convergence.socle.fichier.Fichiers;
import fr.convergence.socle.journal.VerificationDuJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/**
 * L'exercice d'exploitation.md, pour de vrai : sauvegarder en marche, perdre des données, revenir à l'instant d'avant, comparer
 * tout. Base, dépôt et trousseau. Le dépôt restauré passe à S3, par la commande de l'exploitant, et c'est là que tout se relit, journal
 * compris.
 */
final class ExerciceDeReprise {

    /**
     * Ce qui a été retrouvé.
     *
     * @param avant de chaque table, combien de lignes et l'empreinte de leur contenu, à l'instant choisi
     * @param apres de même, dans la base restaurée
     * @param fichiers combien de fichiers déposés ont été relus octet par octet
     * @param differents ceux dont les octets ne sont pas ceux qui furent reçus
     * @param bascule code de fin de la commande qui passe le dépôt restauré du dossier à S3
     * @param journal ce que sa vérification lui reproche, ancres lues sur S3
     */
    record Constat(
            Map<String, String> avant,
            Map<String, String> apres,
            int fichiers,
            List<UUID> differents,
            int bascule,
            List<String> journal) {}

    private final Path travail;

    private ExerciceDeReprise(Path travail) {
        this.travail = travail;
    }

    public static void main(String[] arguments) throws Exception {
        var constat = mener(Files.createTempDirectory("reprise"));
        constat.avant()
                .forEach((table, contenu) -> System.out.printf(
                        "%-32s %s%n", table, contenu.equals(constat.apres().get(table)) ? contenu : "DIFFÉRENTE"));
        System.out.printf(
                "%d fichiers relus, %d différents ; passage à S3 : code %d ; journal : %s%n",
                constat.fichiers(), constat.differents().size(), constat.bascule(), constat.journal());
    }

    static Constat mener(Path travail) throws IOException, InterruptedException, SQLException {
        return new ExerciceDeReprise(travail).mener();
    }

    private Constat mener() throws IOException, InterruptedException, SQLException {
        var vive = Files.createDirectories(travail.resolve("vive"));
        var reprise = Files.createDirectories(travail.resolve("reprise"));
        Map<String, String> avant;
        try (var base = Base.ouvrir(vive, false, "on")) {
            var sauvegarde = new Sauvegarde(base, travail.resolve("sauvegarde"));
            Peuplement.executerSansCopies(base, vive, "avant");
            sauvegarde.copier();
            Peuplement.executerSansCopies(base, vive, "apres");
            avant = empreintes(base);
            var instant = base.sql()
                    .sql("select clock_timestamp()::text")
                    .query(String.class)
                    .single();
            Sauvegarde.copier(vive.resolve("fichiers"), reprise.resolve("fichiers"), Set.of());
            for (var cle : List.of("cles.json", "cachet.p12")) {
                Files.copy(vive.resolve(cle), reprise.resolve(cle));
            }
            perdre(base);
            sauvegarde.archiver();
            sauvegarde.restaurer(reprise, instant);
        }
        try (var base = Base.ouvrir(reprise, false);
                var magasin = new MagasinS3()) {
            var apres = empreintes(base);
            var s3 = reglages(magasin, reprise);
            var bascule = basculer(base, reprise, s3);
            s3.put("convergence.depot.genre", "s3");
            try (var portail = Peuplement.ouvrir(base, reprise, s3)) {
                return relire(base, portail, avant, apres, bascule);
            }
        }
    }

    /** L'accident : des lignes récrites, d'autres effacées, une table de moins. */
    private static void perdre(Base base) {
        base.sql().sql("update compte set nom = 'Écrasé'").update();
        base.sql().sql("delete from courriel").update();
        base.sql().sql("truncate dossier cascade").update();
        base.sql().sql("drop table jeton_lien").update();
    }

    private static Map<String, String> empreintes(Base base) {
        var empreintes = new TreeMap<String, String>();
        for (var table : base.sql()
                .sql("select tablename from pg_tables where schemaname = 'public'")
                .query(String.class)
                .list()) {
            empreintes.put(
                    table,
                    base.sql().sql("""
                    select count(*) || ' ' || md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), ''))
                    from %s t
                    """.formatted(table)).query(String.class).single());
        }
        return empreintes;
    }

    private static Map<String, String> reglages(MagasinS3 magasin, Path reprise) {
        var s3 = "convergence.depot.s3.";
        return new TreeMap<>(Map.of(
                s3 + "adresse",
                magasin.adresse().toString(),
                s3 + "chemin",
                "true",
                s3 + "seau",
                MagasinS3.SEAU,
                s3 + "cle",
                MagasinS3.CLE,
                s3 + "secret",
                MagasinS3.SECRET,
                s3 + "attente",
                reprise.resolve("attente").toString()));
    }

    private static int basculer(Base base, Path dossier, Map<String, String> s3)
            throws IOException, InterruptedException {
        var jvm = new ArrayList<>(List.of("-Xmx256m", "-Dconvergence.depot.commande=basculer"));
        s3.forEach((nom, valeur) -> jvm.add("-D" + nom + "=" + valeur));
        var application = List.of("-cp", System.getProperty("java.class.path"), Portail.class.getName());
        return Serveur.lancer(new Lancement(jvm, application, base, dossier, 25, false), 0)
                .waitFor();
    }

    private static Constat relire(
            Base base, ApplicationContext portail, Map<String, String> avant, Map<String, String> apres, int bascule)
            throws IOException {
        var fichiers = portail.getBean(Fichiers.class);
        var journal = portail.getBean(VerificationDuJournal.class).executer();
        var recus = new TreeMap<UUID, String>();
        base.sql()
                .sql("select id, sha256 from fichier where sha256 is not null")
                .query(ligne -> {
                    recus.put(ligne.getObject("id", UUID.class), HexFormat.of().formatHex(ligne.getBytes("sha256")));
                });
        var differents = new ArrayList<UUID>();
        for (var recu : recus.entrySet()) {
            try (var lecture = fichiers.lire(recu.getKey()).orElseThrow()) {
                var octets = HexFormat.of().formatHex(Sha256.de(lecture.flux().readAllBytes()));
                if (!octets.equals(recu.getValue())) {
                    differents.add(recu.getKey());
                }
            }
        }
        return new Constat(avant, apres, recus.size(), differents, bascule, journal.anomalies());
    }
}
