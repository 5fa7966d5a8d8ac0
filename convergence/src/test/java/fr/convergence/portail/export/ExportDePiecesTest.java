package fr.convergence.portail.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.formulaire.Preuve;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.instruction.ListeDeTravail;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.socle.contenu.Format;
import fr.convergence.socle.contenu.NomDeFichier;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.fichier.Fichiers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.unit.DataSize;

/** Les pièces d'une sélection en une archive, et ce qui n'y est pas (INSTR-7). */
@TestDuPortail
@Tag("INSTR-7")
final class ExportDePiecesTest {

    private static final String REGION = "06";

    @Autowired
    UneInstruction instruction;

    @Autowired
    LesExports lesExports;

    @Autowired
    FaireExport faire;

    @Autowired
    Exports exports;

    @Autowired
    Comptes comptes;

    @Autowired
    ListeDeTravail liste;

    @Autowired
    GuichetsPublies guichets;

    @Autowired
    ListeExportee listeExportee;

    @Autowired
    PiecesExportees piecesExportees;

    @Autowired
    AnnonceDExport annonce;

    @Autowired
    EchecDExport echec;

    @Autowired
    Fichiers fichiers;

    @Autowired
    PiecesAbimees abimees;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock horloge;

    @Autowired
    JdbcClient base;

    private final Map<String, List<Preuve>> preuves = new LinkedHashMap<>();
    private Dossier dossier;

    @BeforeEach
    void transmettre() {
        dossier = instruction.transmis(REGION, "CH de l’Île / Sud");
    }

    @Test
    void chaque_piece_est_dans_son_dossier_et_le_manifeste_dit_ce_qui_n_y_est_pas() throws IOException {
        var une = piece("rib", "rib.pdf", "un", false);
        piece("rib", "RIB.pdf", "deux", false);
        etat(piece("rib", "refusée.pdf", "trois", false), "REFUSE");
        etat(piece("rib", "en analyse.pdf", "quatre", false), "RECU");
        abimees.perdre(piece("rib", "perdue.pdf", "cinq", false));
        piece("rib", "secret.zed", "six", true);
        sceller();

        var alice = instruction.ars(REGION);
        var archive = archive(alice);

        var dossierDuRib = archive.keySet().stream()
                .filter(chemin -> duDossier(chemin) && chemin.endsWith("/rib.pdf"))
                .map(chemin -> chemin.substring(0, chemin.lastIndexOf('/') + 1))
                .findFirst()
                .orElseThrow();
        assertThat(dossierDuRib).startsWith(dossier.reference() + " - CH de l’Île");
        assertThat(archive.keySet().stream().filter(this::duDossier))
                .containsExactlyInAnyOrder(dossierDuRib + "rib.pdf", dossierDuRib + "RIB (2).pdf");
        assertThat(archive)
                .containsKey("empreintes-sha256.txt")
                .containsEntry(dossierDuRib + "rib.pdf", "un")
                .containsEntry(dossierDuRib + "RIB (2).pdf", "deux");
        var manifeste =
                archive.get("manifeste.csv").lines().filter(this::duDossier).collect(Collectors.joining("\n"));
        assertThat(manifeste.lines()).hasSize(6);
        assertThat(ligne(manifeste, "rib.pdf"))
                .contains(dossier.reference().valeur(), dossierDuRib + "rib.pdf", ";2;", une.sha256(), "\"Sain\"");
        assertThat(ligne(manifeste, "refusée.pdf")).contains("Refusé à l’analyse");
        assertThat(ligne(manifeste, "en analyse.pdf")).contains("Analyse en cours");
        assertThat(ligne(manifeste, "perdue.pdf")).contains("Illisible");
        assertThat(ligne(manifeste, "réservé à l’ANS")).doesNotContain(";3;");
        assertThat(manifeste).as("ni nom, ni empreinte d’un conteneur").doesNotContain("secret.zed");
    }

    @Test
    void l_ans_emporte_les_conteneurs() throws IOException {
        piece("rib", "secret.zed", "six", true);
        sceller();

        assertThat(archive(instruction.ans()).keySet())
                .anyMatch(chemin -> duDossier(chemin) && chemin.endsWith("/secret.zed"));
    }

    @Test
    void une_autre_region_n_emporte_rien_d_ici() throws IOException {
        piece("rib", "rib.pdf", "un", false);
        sceller();
        var paul = instruction.ars("01");

        assertThat(archive(paul).keySet()).noneMatch(this::duDossier);
    }

    @Test
    void trop_lourde_rien_n_est_prepare_la_page_et_un_courriel_disent_pourquoi() throws IOException {
        piece("rib", "rib.pdf", "plus de dix octets", false);
        sceller();
        var alice = instruction.ars(REGION);
        lesExports.demander(alice, "ZIP");
        var plans = new PlanDesPieces(liste, guichets, fichiers, base, transactions, DataSize.ofBytes(10));
        var contenu = new ContenuDExport(exports, listeExportee, plans, piecesExportees, transactions);

        new FaireExport(exports, comptes, contenu, fichiers, annonce, echec, horloge).pieces();

        assertThat(exports.de(alice)).singleElement().satisfies(suivi -> {
            assertThat(suivi.rendu()).isEmpty();
            assertThat(suivi.echec().orElseThrow().cle()).isEqualTo("export.echec.trop-lourd");
        });
        assertThat(lesExports.page(alice, LesExports.ADRESSE).text()).contains("pèsent", "Filtrez davantage");
        var lettre = boite.derniere(UneInstruction.courriel(alice));
        assertThat(lettre.objet()).contains("Votre export n’a pas été fait");
        assertThat(lettre.texte()).contains("pèsent", LesExports.ADRESSE);
    }

    @Test
    void une_piece_alteree_en_son_milieu_nomme_son_dossier_et_l_archive_ne_se_refait_pas() throws IOException {
        piece("rib", "rib.pdf", "un", false);
        abimees.couper(piece("rib", "longue.pdf", "0".repeat(300_000), false));
        sceller();
        var alice = instruction.ars(REGION);
        lesExports.demander(alice, "ZIP");

        toutFaire();

        assertThat(exports.de(alice)).singleElement().satisfies(suivi -> {
            assertThat(suivi.rendu()).isEmpty();
            assertThat(suivi.demande().tentatives()).as("une fois suffit").isEqualTo(1);
        });
        assertThat(lesExports.page(alice, LesExports.ADRESSE).text())
                .contains("Une pièce du dossier " + dossier.reference() + " ne se lit plus");
        assertThat(boite.derniere(UneInstruction.courriel(alice)).texte())
                .contains("du dossier " + dossier.reference());
    }

    @Test
    void la_page_dit_combien_avant_de_demander() throws IOException {
        piece("rib", "rib.pdf", "un", false);
        sceller();

        var page = lesExports.page(
                instruction.ars(REGION), LesExports.ADRESSE + "/nouveau?etat=transmis_ars&region=" + REGION);

        assertThat(page.text()).contains("fichier", "Une archive porte au plus 5,4 Go");
        assertThat(page.select("input[name=forme][value=ZIP]")).hasSize(1);
    }

    /** D’autres essais ont pu en demander : les archives se font dans l’ordre où on les demande. */
    private void toutFaire() {
        while (faire.pieces()) {}
    }

    private Map<String, String> archive(Connecte qui) throws IOException {
        assertThat(lesExports.demander(qui, "ZIP")).hasStatus(303);
        toutFaire();
        var rendu = exports.de(qui).getFirst().rendu().orElseThrow();
        assertThat(rendu.nom()).startsWith("pieces-").endsWith(".zip");
        var contenu = new LinkedHashMap<String, String>();
        try (var lecture = fichiers.lire(rendu.fichier()).orElseThrow();
                var zip = new ZipInputStream(
                        new ByteArrayInputStream(lecture.flux().readAllBytes()))) {
            for (var entree = zip.getNextEntry(); entree != null; entree = zip.getNextEntry()) {
                contenu.put(entree.getName(), new String(zip.readAllBytes(), UTF_8));
            }
        }
        return contenu;
    }

    private boolean duDossier(String texte) {
        return texte.contains(dossier.reference().valeur());
    }

    private static String ligne(String manifeste, String mot) {
        return manifeste
                .lines()
                .filter(ligne -> ligne.contains(mot))
                .findFirst()
                .orElseThrow();
    }

    private Preuve piece(String question, String nom, String contenu, boolean confidentielle) {
        var octets = contenu.getBytes(UTF_8);
        var format = nom.endsWith(".zed") ? Format.ZED : Format.PDF;
        var fichier = fichiers.ranger("essai", new NomDeFichier(nom), format, octets);
        base.sql("""
                insert into piece (fichier, dossier, reference, etape, question, confidentielle, deposee_le, par, scellee_le)
                values (:fichier, :dossier, :reference, :etape, :question, :confidentielle, now(), :par, now())
                """)
                .param("fichier", fichier)
                .param("dossier", dossier.id())
                .param("reference", dossier.reference().valeur())
                .param("etape", dossier.etape("candidature").orElseThrow().id())
                .param("question", question)
                .param("confidentielle", confidentielle)
                .param("par", dossier.referent())
                .update();
        var preuve = new Preuve(
                fichier.toString(),
                nom,
                octets.length,
                String.valueOf(fichiers.fiche(fichier).orElseThrow().sha256()));
        preuves.computeIfAbsent(question, _ -> new ArrayList<>()).add(preuve);
        return preuve;
    }

    private void sceller() {
        instruction.sceller(dossier, 1, horloge.instant(), Map.of(), preuves);
    }

    private void etat(Preuve preuve, String etat) {
        var refuse = etat.equals("REFUSE");
        base.sql(
                        "update fichier set etat = :etat, raison = :raison, detail = '', cle = case when :refuse then null else cle end where id = :id")
                .param("etat", etat)
                .param("raison", refuse ? "INFECTE" : null)
                .param("refuse", refuse)
                .param("id", UUID.fromString(preuve.fichier()))
                .update();
    }
}
