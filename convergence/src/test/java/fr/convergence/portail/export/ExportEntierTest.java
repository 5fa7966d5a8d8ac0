package fr.convergence.portail.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.instruction.ListeDeTravail;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.contenu.Format;
import fr.convergence.socle.fichier.Fichiers;
import fr.convergence.socle.journal.Journal;
import java.io.ByteArrayOutputStream;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Un export est entier, ne dit que ce qu'il doit, et ne se perd pas en route (INSTR-7). */
@TestDuPortail
@Tag("INSTR-7")
final class ExportEntierTest {

    private static final String EXPORTS = LesExports.ADRESSE;
    private static final Instant LE = Instant.parse("2026-03-03T13:03:00Z");

    @Autowired
    UneInstruction instruction;

    @Autowired
    Requetes requetes;

    @Autowired
    LesExports lesExports;

    @Autowired
    FaireExport faire;

    @Autowired
    Exports exports;

    @Autowired
    ListeDeTravail liste;

    @Autowired
    ListeExportee listeExportee;

    @Autowired
    Fichiers fichiers;

    @Autowired
    Journal journal;

    @Autowired
    HorlogeDeTest horloge;

    @Autowired
    JdbcClient base;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void une_etape_qui_change_pendant_la_lecture_n_y_est_qu_une_fois() throws Exception {
        var noe = instruction.ans();
        var references = IntStream.range(0, 250)
                .mapToObj(
                        rang -> instruction.transmis("03", "CH " + rang, instruction.referent(), LE.plusSeconds(rang)))
                .map(dossier -> dossier.reference().valeur())
                .toList();
        var filtres = liste.filtres(noe, Map.of("etat", "tous", "region", "03", "tri", "date"));
        var demande = new DemandeDExport(
                UUID.randomUUID(), noe.compte(), Format.CSV, List.of(ColonneDExport.REFERENCE), filtres, 1);
        var fichier = new ByteArrayOutputStream();

        var faits = listeExportee.ecrire(noe, demande, fichier, lus -> {
            if (lus == 100) {
                dater(references.get(3), LE.plusSeconds(1000));
                dater(references.get(240), LE.minusSeconds(1));
            }
        });

        var ecrites = fichier.toString(UTF_8)
                .lines()
                .skip(1)
                .map(ligne -> ligne.replace("\"", ""))
                .toList();
        assertThat(faits).isEqualTo(ecrites.size());
        var pages = new AtomicInteger();
        liste.parcourirTantQue(noe, filtres, _ -> pages.incrementAndGet() < 2);
        assertThat(pages).as("ce qui ne sert plus n’est pas lu").hasValue(2);
        // D'autres essais laissent des dossiers dans cette région.
        assertThat(ecrites.stream().filter(references::contains)).containsExactlyElementsOf(references);
    }

    @Test
    void un_avancement_qui_ne_se_dit_pas_n_arrete_pas_l_export() throws Exception {
        var alice = instruction.ars("27");
        lesExports.demander(alice, "CSV", "REFERENCE");
        var demande = exports.prendre(false).orElseThrow();
        var sansBase = new Exports(
                JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql://localhost:1/fermee")), horloge);

        assertThatCode(() -> new NouvellesDExport(sansBase, demande, transaction, Duration.ZERO).accept(3))
                .doesNotThrowAnyException();
        new NouvellesDExport(exports, demande, transaction, Duration.ZERO).accept(3);

        assertThat(exports.de(alice).getFirst().faits()).isEqualTo(3);
        exports.echouer(demande, "export.echec.acces", "");
    }

    @Test
    void l_arret_d_un_noeud_n_est_pas_un_essai_manque() throws Exception {
        var alice = instruction.ars("27");
        lesExports.demander(alice, "CSV", "REFERENCE");
        for (var n = 0; n < 5; n++) {
            var demande = exports.prendre(false).orElseThrow();
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> faire.faire(demande)).isNotNull();
            assertThat(Thread.interrupted()).as("le fil reste interrompu").isTrue();
        }

        assertThat(faire.liste()).isTrue();

        assertThat(exports.de(alice))
                .singleElement()
                .matches(suivi -> suivi.rendu().isPresent());
    }

    @Test
    void un_telephone_s_emporte_tel_qu_il_se_compose() throws Exception {
        var alice = instruction.ars("27");
        telephone(instruction.transmis("27", "CH DE BEAUNE"), "+33612345678");
        telephone(instruction.transmis("27", "CH DE SEMUR"), "+442079460958");

        var fichier = requetes.lire(
                alice, LesExports.adresse(lesExports.pret(alice, "CSV", "CANDIDAT", "COURRIEL", "TELEPHONE")));

        assertThat(fichier.getResponse().getContentAsString(UTF_8).lines())
                .anyMatch(ligne -> ligne.matches("\"CH DE BEAUNE\";\"[^\"]+@[^\"]+\";\"06 12 34 56 78\""))
                .anyMatch(ligne -> ligne.matches("\"CH DE SEMUR\";\"[^\"]+@[^\"]+\";\"00 44 20 7946 0958\""));
    }

    @Test
    void les_filtres_se_disent_tous_et_le_journal_n_en_garde_aucun_nom() throws Exception {
        var alice = instruction.ars("27");
        var collegue = instruction.ars("27").compte().toString();
        var filtres =
                "?etat=refuse&guichet=CARE-D1&etape=candidature&type=EJ_PRIVEE&du=2026-03-01&au=2026-03-31&q=dupont"
                        + "&assigne=";
        var page = lesExports.page(alice, EXPORTS + "/nouveau" + filtres + collegue);

        assertThat(page.select("h1 ~ ul li").eachText())
                .hasSize(8)
                .contains("Assigné à : Alice Essai", "Recherche : dupont", "Statut : Refusé")
                .allMatch(ligne -> Character.isUpperCase(ligne.charAt(0)));
        assertThat(lesExports
                        .page(
                                alice,
                                EXPORTS + "/nouveau" + filtres
                                        + instruction.ars("28").compte())
                        .select("h1 ~ ul li")
                        .eachText())
                .contains("Assigné à : un autre vérificateur");
        assertThat(page.select(".cv-actions a").attr("href"))
                .startsWith("/instruction?")
                .contains("etat=refuse", "q=dupont", "assigne=" + collegue);

        requetes.envoyer(alice, EXPORTS, "forme", "CSV", "colonnes", "REFERENCE", "q", "dupont", "assigne", collegue);
        faire.liste();
        var pret = exports.de(alice).getFirst().demande().id();
        assertThat(journal.chaine("export/" + pret).getFirst().detail().get("filtres"))
                .contains("Recherche : non gardé", "Assigné à : non gardé")
                .doesNotContain("dupont", collegue, "Alice");
    }

    @Test
    void l_avancement_est_annonce_hors_de_ce_que_la_page_remplace() throws Exception {
        var alice = instruction.ars("27");
        lesExports.demander(alice, "CSV", "REFERENCE");

        var page = lesExports.page(alice, EXPORTS);

        var bloc = page.selectFirst("#exports");
        assertThat(page.selectFirst("[role=status]#exports-etat").text()).startsWith("1 export se prépare.");
        assertThat(bloc.select("[role=status], [aria-live]")).isEmpty();
        assertThat(bloc.attr("hx-select-oob")).isEqualTo("#exports-etat:innerHTML");
        faire.liste();
        var prete = lesExports.page(alice, EXPORTS);
        assertThat(prete.selectFirst("#exports-etat").text()).isEqualTo("Le dernier export demandé est prêt.");
        assertThat(prete.select("#exports a")).allMatch(lien -> !lien.id().isEmpty());
        assertThat(prete.selectFirst("#exports").hasAttr("hx-get")).isFalse();
    }

    @Test
    void ceux_que_l_on_ne_voit_plus_ne_comptent_pas() throws Exception {
        var alice = instruction.ars("27");
        lesExports.pret(alice, "CSV", "REFERENCE");
        assertThat(exports.nombre(alice)).isEqualTo(1);

        var ailleurs = new Connecte(alice.compte(), Role.ARS, alice.nom(), Role.ARS.perimetre("28"), alice.depuis());
        assertThat(exports.nombre(ailleurs)).isZero();
        horloge.avancer(Duration.ofHours(24));
        assertThat(exports.nombre(alice)).isZero();
    }

    @Test
    void ceux_qui_n_ont_pas_de_fichier_s_oublient_sans_arreter_les_autres() {
        base.sql("""
                insert into export_demande (id, compte, forme, colonnes, filtres, empreinte, etat, raison, detail,
                    demande_le, fini_le, expire_le)
                select gen_random_uuid(), gen_random_uuid(), 'CSV', 'REFERENCE', '{}', 'essai', 'ECHOUE', 'x', '',
                    '2020-01-01', '2020-01-01', '2020-01-02' from generate_series(1, 21)
                """).update();

        assertThat(TravauxDExport.oublier(exports, fichiers, transaction))
                .as("un lot plein : il en reste")
                .isTrue();
        while (TravauxDExport.oublier(exports, fichiers, transaction)) {
            // un lot plein : il en reste peut-être
        }
        assertThat(base.sql("select count(*) from export_demande where expire_le = '2020-01-02'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** D'une autre connexion, et tout de suite : ce que font les autres pendant qu'on lit. */
    private void dater(String reference, Instant depuis) {
        CompletableFuture.runAsync(() ->
                        base.sql("""
                        update dossier_etape set depuis = ?
                        where transmise_le is not null and dossier = (select id from dossier where reference = ?)
                        """).params(Timestamp.from(depuis), reference).update())
                .join();
    }

    private void telephone(Dossier dossier, String numero) {
        base.sql("update compte set telephone = ? where id = ?")
                .params(numero, dossier.referent())
                .update();
    }
}
