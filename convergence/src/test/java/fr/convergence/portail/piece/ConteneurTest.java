package fr.convergence.portail.piece;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.socle.contenu.Controles;
import fr.convergence.socle.contenu.Echantillons;
import fr.convergence.socle.contenu.Raison;
import fr.convergence.socle.fichier.Analyse;
import fr.convergence.socle.fichier.EtatFichier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Le conteneur fait à la demande : remis une fois, rendu chiffré, lu de l'ANS seule (ZED-1 à ZED-4). */
@TestDuPortail
@ExtendWith(OutputCaptureExtension.class)
final class ConteneurTest {

    @Autowired
    ApplicationContext portail;

    @Autowired
    Requetes requetes;

    @Autowired
    Analyse analyse;

    @Autowired
    JdbcClient base;

    @TempDir
    Path dossierDuPoste;

    private Depots depots;
    private Connecte claire;
    private Dossier dossier;
    private UnConteneur conteneur;

    @BeforeEach
    void un_dossier() {
        depots = Depots.dans(portail);
        claire = depots.referent();
        dossier = depots.dossier(claire);
        conteneur = new UnConteneur(requetes, claire, dossier, "secret");
    }

    @Test
    @Tag("ZED-1")
    void les_identifiants_se_montrent_jusqu_a_l_activation_et_plus_jamais_ensuite() {
        assertThat(conteneur.page().text()).contains("ne vous seront montrés qu’une fois");
        var montres = conteneur.montrer();
        assertThat(montres[0]).isEqualTo("conteneur-" + dossier.reference() + "-secret-1");
        assertThat(montres[1]).hasSize(20);
        assertThat(conteneur.montrer()).as("pas encore activé").isEqualTo(montres);
        assertThat(requetes.lire(claire, conteneur.adresse()).getResponse().getHeader("Cache-Control"))
                .contains("no-store");
        assertThat(requetes.lire(claire, conteneur.adresse() + "/fichier")).hasStatus(404);

        var sansCase = requetes.envoyer(claire, conteneur.adresse() + "/activations");
        assertThat(sansCase).hasStatus(422);
        assertThat(UnConteneur.texte(sansCase)).contains(montres[1], "une fois les identifiants mémorisés");

        conteneur.activer();
        requetes.envoyer(claire, conteneur.adresse());
        for (var page : List.of(
                conteneur.adresse(), Depots.adresse(dossier) + "/preuves", "/dossiers/" + dossier.reference())) {
            assertThat(UnConteneur.texte(requetes.lire(claire, page))).as(page).doesNotContain(montres[1]);
        }
        assertThat(UnConteneur.texte(requetes.lire(claire, "/dossiers/" + dossier.reference() + "/historique")))
                .contains("Conteneur confidentiel remis");
    }

    /** Un onglet resté sur le premier : activer le second ferait perdre des identifiants que personne n'a vus. */
    @Test
    @Tag("ZED-1")
    void une_page_ancienne_n_active_pas_le_conteneur_d_apres() {
        conteneur.pret();
        requetes.envoyer(claire, conteneur.adresse() + "/remplacements");
        var neufs = UnConteneur.identifiants(conteneur.page());

        conteneur.activer("1");

        assertThat(UnConteneur.identifiants(conteneur.page()))
                .as("pas activé : il se montre encore")
                .isEqualTo(neufs);
        assertThat(requetes.lire(claire, conteneur.adresse() + "/fichier")).hasStatus(404);
    }

    @Test
    @Tag("ZED-1")
    void ni_la_base_entiere_ni_les_traces_ne_disent_les_identifiants(CapturedOutput traces) throws IOException {
        var niveaux = LoggingSystem.get(getClass().getClassLoader());
        var bavards = List.of("fr.convergence", "org.springframework.jdbc", "org.springframework.web");
        bavards.forEach(nom -> niveaux.setLogLevel(nom, LogLevel.TRACE));
        String motDePasse;
        try {
            motDePasse = conteneur.montrer()[1];
            conteneur.activer();
            conteneur.accepter();
            conteneur.fichier();
            depose("conteneur.zip", UnConteneur.archive(motDePasse));
        } finally {
            bavards.forEach(nom -> niveaux.setLogLevel(nom, null));
        }
        var entiere = deversee();

        assertThat(traces.getOut()).as("les traces parlent").contains("insert into conteneur");
        assertThat(entiere)
                .as("la base est bien déversée")
                .contains(dossier.reference().valeur());
        for (var forme : List.of(motDePasse, HexFormat.of().formatHex(motDePasse.getBytes(UTF_8)))) {
            assertThat(traces.getAll()).doesNotContain(forme);
            assertThat(entiere).doesNotContain(forme);
        }
    }

    @Test
    @Tag("ZED-2")
    void sept_zip_ouvre_le_conteneur_le_complete_et_il_est_recu() throws Exception {
        var motDePasse = conteneur.pret();
        var archive = Files.write(dossierDuPoste.resolve("conteneur.zip"), conteneur.fichier());
        try (var canal = Files.newByteChannel(archive)) {
            assertThat(Controles.conteneur(canal, motDePasse.toCharArray(), "LISEZ-MOI.txt"))
                    .contains(Raison.CONTENEUR_VIDE);
        }
        try (var canal = Files.newByteChannel(archive)) {
            assertThat(Controles.conteneur(canal, "un autre mot de passe".toCharArray(), "LISEZ-MOI.txt"))
                    .contains(Raison.CONTENEUR_AUTRE);
        }
        var septZip =
                List.of("7zz", "7z").stream().filter(ConteneurTest::installe).findFirst();
        Assumptions.assumeTrue(septZip.isPresent(), "7-Zip n'est pas installé : rien n'est essayé avec lui");

        assertThat(lancer(septZip.get(), "t", "-p" + motDePasse, "conteneur.zip"))
                .isZero();
        assertThat(lancer(septZip.get(), "t", "-pfaux", "conteneur.zip")).isNotZero();
        Files.write(dossierDuPoste.resolve("rapport.pdf"), Echantillons.pdf());
        assertThat(lancer(
                        septZip.get(), "a", "-tzip", "-mem=AES256", "-p" + motDePasse, "conteneur.zip", "rapport.pdf"))
                .isZero();

        assertThat(depose("conteneur.zip", Files.readAllBytes(archive))).isInstanceOf(EtatFichier.NonAnalyse.class);
    }

    @Test
    @Tag("ZED-3")
    void on_depose_apres_avoir_recu_le_conteneur_et_accepte_l_analyse() throws IOException {
        assertThat(refus("conteneur.zip")).contains("Téléchargez d’abord le conteneur");
        var motDePasse = conteneur.montrer()[1];
        conteneur.activer();
        assertThat(refus("conteneur.zip")).contains("Cochez d’abord la case");
        assertThat(requetes.envoyer(claire, conteneur.adresse() + "/accords")).hasStatus(422);
        conteneur.accepter();
        assertThat(refus("conteneur.zed")).contains("un fichier zip");

        assertThat(depose("conteneur.zip", UnConteneur.archive(motDePasse))).isInstanceOf(EtatFichier.NonAnalyse.class);
        assertThat(refuse("preuves.zip", Echantillons.zip(new Echantillons.Entree("a", "b"))))
                .isEqualTo(Raison.ARCHIVE_EN_CLAIR);
        assertThat(refuse("autre.zip", UnConteneur.archive("un mot de passe à moi")))
                .isEqualTo(Raison.CONTENEUR_AUTRE);
        assertThat(refuse("faible.zip", Echantillons.zipChiffre())).isEqualTo(Raison.CONTENEUR_AUTRE);
    }

    @Test
    @Tag("ZED-1")
    void des_identifiants_perdus_font_un_autre_conteneur_et_l_ancien_n_est_plus_recu() throws IOException {
        var perdu = conteneur.pret();
        assertThat(requetes.envoyer(claire, conteneur.adresse() + "/remplacements"))
                .hasStatus(303);
        assertThat(requetes.envoyer(claire, conteneur.adresse() + "/remplacements"))
                .as("une seconde fois : rien de plus")
                .hasStatus(303);
        var neufs = conteneur.montrer();

        assertThat(neufs[0]).endsWith("-secret-2");
        assertThat(neufs[1]).isNotEqualTo(perdu);
        conteneur.activer();
        assertThat(refuse("a.zip", UnConteneur.archive(perdu))).isEqualTo(Raison.CONTENEUR_AUTRE);
        assertThat(depose("b.zip", UnConteneur.archive(neufs[1]))).isInstanceOf(EtatFichier.NonAnalyse.class);
        assertThat(refus("conteneur-" + dossier.reference() + "-secret-1.zip")).contains("a été remplacé");
        assertThat(base.sql("select acte from journal where chaine = ? and acte like 'conteneur%' order by rang")
                        .param(dossier.reference().valeur())
                        .query(String.class)
                        .list())
                .containsExactly("conteneur-active", "conteneur-accepte", "conteneur-remplace", "conteneur-active");
    }

    @Test
    @Tag("ZED-4")
    void l_ans_ouvre_le_conteneur_et_l_ars_sait_seulement_qu_il_est_la() throws IOException {
        var motDePasse = conteneur.pret();
        var fichier = depots.depose(claire, dossier, "secret", "rapports-du-chu.zip", UnConteneur.archive(motDePasse));
        analyse.analyserLot();
        assertThat(requetes.envoyer(claire, Depots.adresse(dossier) + "/transmissions"))
                .hasStatus(303);
        var ars = depots.verificateur(Role.ARS, "76");
        var ans = depots.verificateur(Role.ANS, null);
        var page = "/instruction/" + dossier.reference();
        var identifiants = page + "/candidature/conteneurs/secret";

        assertThat(UnConteneur.texte(requetes.lire(ars, page)))
                .contains("1 conteneur confidentiel déposé")
                .doesNotContain("rapports-du-chu", fichier.toString(), identifiants);
        assertThat(requetes.lire(ars, "/pieces/" + fichier)).hasStatus(404);
        assertThat(requetes.lire(ars, identifiants)).hasStatus(403);

        assertThat(UnConteneur.texte(requetes.lire(ans, page)))
                .contains("rapports-du-chu.zip", "/pieces/" + fichier, identifiants);
        assertThat(requetes.lire(ans, "/pieces/" + fichier)).hasStatusOk();
        assertThat(UnConteneur.texte(requetes.lire(ans, identifiants))).contains(motDePasse);
        assertThat(base.sql("select acte from journal where chaine = ? order by rang")
                        .param("acces/" + dossier.reference())
                        .query(String.class)
                        .list())
                .containsExactly("piece-telechargee", "identifiants-lus");
        assertThat(requetes.lire(claire, identifiants)).hasStatus(403);
    }

    @Test
    @Tag("ZED-1")
    void le_conteneur_d_un_autre_n_existe_pas() {
        conteneur.montrer();
        var autre = depots.referent();
        for (var suite : List.of("", "/fichier")) {
            assertThat(requetes.lire(autre, conteneur.adresse() + suite)).hasStatus(404);
        }
        for (var suite : List.of("", "/activations", "/accords", "/remplacements")) {
            assertThat(requetes.envoyer(autre, conteneur.adresse() + suite)).hasStatus(404);
        }
        assertThat(requetes.lire(claire, Depots.adresse(dossier) + "/conteneurs/rib"))
                .hasStatus(404);
    }

    private String refus(String nom) {
        var reponse = depots.creer(claire, dossier, "secret", nom, 100);
        assertThat(reponse.getStatus()).isEqualTo(422);
        return Depots.texte(reponse);
    }

    private EtatFichier depose(String nom, byte[] octets) {
        UUID fichier = depots.depose(claire, dossier, "secret", nom, octets);
        return analyse.analyser(fichier).orElseThrow();
    }

    private Raison refuse(String nom, byte[] octets) {
        return ((EtatFichier.Refuse) depose(nom, octets)).refus().raison();
    }

    /** Toutes les lignes de toutes les tables, en texte, comme une sauvegarde. */
    private String deversee() {
        var tables = base.sql("select quote_ident(tablename) from pg_tables where schemaname = 'public'")
                .query(String.class)
                .list();
        var tout = new StringBuilder();
        tables.stream()
                .filter(table -> !table.equals("flyway_schema_history"))
                .forEach(table -> base.sql("select t::text from " + table + " t")
                        .query(String.class)
                        .list()
                        .forEach(ligne -> tout.append(ligne).append('\n')));
        return tout.toString();
    }

    private int lancer(String... commande) throws IOException, InterruptedException {
        return new ProcessBuilder(commande)
                .directory(dossierDuPoste.toFile())
                .redirectErrorStream(true)
                .redirectOutput(dossierDuPoste.resolve("7z.txt").toFile())
                .start()
                .waitFor();
    }

    private static boolean installe(String commande) {
        return List.of(System.getenv("PATH").split(java.io.File.pathSeparator)).stream()
                .anyMatch(dossier -> Files.isExecutable(Path.of(dossier, commande.toLowerCase(Locale.ROOT))));
    }
}
