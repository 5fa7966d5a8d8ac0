package fr.convergence.portail.paiement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.instruction.UneInstruction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** La liste de qui paie et le fichier du comptable. L'horloge dit le 17 mars 2026. */
@TestDuPortail
@Tag("INSTR-6")
final class ListeDesPaiementsTest {

    private static final String PAGE = "/instruction/paiements";
    private static final Pattern LIGNE = Pattern.compile("<a href=\"/instruction/(PAGE\\w{6})");
    private static final Pattern SUIVANTE = Pattern.compile("link--next[^>]*href=\"([^\"]+)\"");
    private static final Pattern REFERENCE = Pattern.compile("PAGE\\w{6}");
    private static final String FICHIER = PAGE + ".csv";

    @Autowired
    UnPaiement paiement;

    @Autowired
    UneInstruction instruction;

    @Autowired
    GuichetsPublies guichets;

    @Autowired
    PaiementsEnCsv fichier;

    @Autowired
    ListeDesPaiements liste;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    DataSource source;

    @Autowired
    JdbcClient base;

    private Connecte alice;
    private Connecte noe;

    @BeforeEach
    void deux_verificateurs() {
        alice = instruction.ars("76");
        noe = instruction.ans();
    }

    @Test
    void le_fichier_dit_qui_payer_ou_et_combien_sans_formule() {
        var dossier = paiement.accorde(alice, noe, "=CLINIQUE DU FICHIER", "4000");
        paiement.verser(noe, dossier, "avance", Map.of("jour", "2026-03-17"));

        var fichier = paiement.lire(noe, FICHIER);

        assertThat(fichier)
                .hasStatus(200)
                .hasHeader("Content-Disposition", "attachment; filename=\"paiements.csv\"")
                .hasHeader("Cache-Control", "no-store");
        assertThat(ligne(texte(FICHIER), dossier.reference().valeur()))
                .isEqualTo(String.join(
                        ";",
                        "\"" + dossier.reference() + "\"",
                        "\"Domaine 1 Audits techniques\"",
                        "\"'=CLINIQUE DU FICHIER\"",
                        "\"" + dossier.candidat().cle().identifiant() + "\"",
                        "\"" + UnPaiement.IBAN + "\"",
                        "\"BDFEFRPPCCT\"",
                        "12000,00",
                        "12345,67",
                        "12000,00",
                        "4000,00",
                        "\"17/03/2026\"",
                        "8000,00",
                        "",
                        "\"17/03/2026\"",
                        "\"Avance versée\""));
    }

    @Test
    void la_periode_est_celle_de_la_decision_ou_du_paiement_et_le_guichet_choisit() {
        var dossier = paiement.accorde(alice, noe, "CLINIQUE DE LA PERIODE", "");
        var reference = dossier.reference().valeur();

        assertThat(texte(FICHIER + "?du=2026-03-17&au=2026-03-17")).contains(reference);
        assertThat(texte(FICHIER + "?au=2026-03-16")).doesNotContain(reference);
        assertThat(texte(FICHIER + "?du=2026-03-18")).doesNotContain(reference);
        assertThat(texte(FICHIER + "?guichet=CARE-D1")).contains(reference);
        assertThat(texte(FICHIER + "?guichet=CARE-D2")).doesNotContain(reference);
        assertThat(texte(FICHIER + "?selon=versement")).as("rien n’est payé").doesNotContain(reference);
        paiement.verser(noe, dossier, "solde", Map.of("jour", "2026-03-17"));
        assertThat(texte(FICHIER + "?selon=versement&du=2026-03-17")).contains(reference);
        assertThat(texte(FICHIER + "?selon=versement&du=2026-03-18")).doesNotContain(reference);
    }

    @Test
    void la_page_ne_montre_aucun_compte_bancaire_et_suit_le_filtre() {
        var dossier = paiement.accorde(alice, noe, "CLINIQUE DE LA LISTE", "");

        assertThat(texte(PAGE + "?guichet=CARE-D1"))
                .contains("CLINIQUE DE LA LISTE", dossier.reference().valeur(), "guichet=CARE-D1&amp;selon=decision")
                .doesNotContain(UnPaiement.IBAN);
        assertThat(texte(PAGE + "?guichet=CARE-D2&du=n%27importe")).doesNotContain("CLINIQUE DE LA LISTE");
    }

    @Test
    void la_liste_se_lit_page_apres_page_sans_en_perdre_ni_en_redire() {
        UneInstruction.publier(guichets);
        base.sql("delete from paiement where candidat = 'CLINIQUE DES PAGES'").update();
        poser(120);

        var vues = new ArrayList<String>();
        var adresse = PAGE + "?guichet=CARE-D2";
        for (var page = texte(adresse); ; page = texte(adresse)) {
            vues.addAll(LIGNE.matcher(page).results().map(lu -> lu.group(1)).toList());
            var suivante = SUIVANTE.matcher(page);
            if (!suivante.find()) {
                break;
            }
            adresse = suivante.group(1).replace("&amp;", "&");
            assertThat(adresse).contains("guichet=CARE-D2");
        }

        assertThat(vues).hasSize(120).doesNotHaveDuplicates();
        assertThat(adresse).contains("apres=");
        assertThat(texte(adresse)).contains("link--first");
        assertThat(texte(PAGE + "?guichet=CARE-D2&apres=n%27importe")).contains(vues.getFirst());
    }

    @Test
    void la_liste_de_travail_se_filtre_sur_ce_qui_est_paye() {
        var dossier = paiement.accorde(alice, noe, "CLINIQUE DU FILTRE", "4000");
        var reference = dossier.reference().valeur();

        assertThat(aPayer("a_verser")).contains(reference);
        assertThat(aPayer("paye")).doesNotContain(reference);
        paiement.verser(noe, dossier, "avance", Map.of("jour", "2026-03-17"));
        assertThat(aPayer("avance_versee")).contains(reference, "Avance versée");
        assertThat(aPayer("a_verser")).doesNotContain(reference);
        paiement.verser(noe, dossier, "solde", Map.of("jour", "2026-03-17"));
        assertThat(aPayer("paye")).contains(reference);
        assertThat(texte("/instruction?etat=tous&tri=-date&taille=100&paiement=annule"))
                .as("ne se choisit pas")
                .contains(reference);
        assertThat(aPayer("paye"))
                .as("les autres onglets ne demandent plus de paiement")
                .contains("etat=accepte&amp;paiement=paye")
                .doesNotContain("etat=refuse&amp;paiement", "etat=tous&amp;paiement");
        assertThat(texte("/instruction/exports/nouveau?etat=tous&paiement=paye"))
                .contains("Paiement : Payé");
    }

    private String aPayer(String paiement) {
        return texte("/instruction?tri=-date&taille=100&paiement=" + paiement);
    }

    /** Un client lent ne tient ni transaction ni connexion : le fichier part une fois tout lu. */
    @Test
    void un_grand_fichier_se_lit_par_pages_sans_rien_tenir() throws IOException {
        UneInstruction.publier(guichets);
        poser(1_201);
        try {
            var tenue = new AtomicBoolean();
            var octets = new ByteArrayOutputStream() {
                @Override
                public synchronized void write(byte[] lus, int debut, int nombre) {
                    tenue.compareAndSet(
                            false,
                            TransactionSynchronizationManager.isActualTransactionActive()
                                    || TransactionSynchronizationManager.hasResource(source));
                    super.write(lus, debut, nombre);
                }
            };
            fichier.ecrire(noe, FiltreDesPaiements.lire(Map.of("guichet", "CARE-D2")), octets);

            var vues = REFERENCE
                    .matcher(octets.toString(StandardCharsets.UTF_8))
                    .results()
                    .map(MatchResult::group)
                    .toList();
            assertThat(vues).hasSize(1_201).doesNotHaveDuplicates();
            assertThat(tenue).isFalse();
        } finally {
            base.sql("delete from paiement where candidat = 'CLINIQUE DES PAGES'")
                    .update();
        }
    }

    /** Le dernier à lire est accordé de nouveau pendant que l'on lit : il passerait en tête, que l'on a déjà lue. */
    @Test
    void un_paiement_accorde_de_nouveau_pendant_la_lecture_y_est_une_fois() {
        base.sql("delete from paiement where candidat = 'CLINIQUE DES PAGES'").update();
        poser(600);
        try {
            var ailleurs = new TransactionTemplate(transactions);
            ailleurs.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            var lus = new ArrayList<String>();
            liste.parcourir(noe, FiltreDesPaiements.lire(Map.of("guichet", "CARE-D2")), (ligne, _) -> {
                if (lus.isEmpty()) {
                    ailleurs.executeWithoutResult(_ -> accorderDeNouveau("PAGEXXXXX1"));
                }
                lus.add(ligne.reference());
            });

            assertThat(lus).hasSize(600).doesNotHaveDuplicates().contains("PAGEXXXXX1");
        } finally {
            base.sql("delete from paiement where candidat = 'CLINIQUE DES PAGES'")
                    .update();
        }
    }

    private void accorderDeNouveau(String reference) {
        base.sql("update paiement set courant = false, etat = 'ANNULE' where reference = ?")
                .param(reference)
                .update();
        base.sql("""
                insert into paiement (id, dossier, reference, etape, etape_id, numero, etat, accorde_le, retenu, guichet,
                                      guichet_version, candidat, finess)
                select gen_random_uuid(), dossier, reference, etape, etape_id, 2, 'A_VERSER', now(), 100, guichet,
                       guichet_version, candidat, finess
                from paiement where reference = ?
                """).param(reference).update();
    }

    /** Deux par instant : l'identifiant les départage. */
    private void poser(int nombre) {
        base.sql("""
                insert into paiement (id, dossier, reference, etape, etape_id, numero, etat, accorde_le, retenu, guichet,
                                      guichet_version, candidat, finess)
                select gen_random_uuid(), gen_random_uuid(), 'PAGE' || lpad(n::text, 6, 'X'), 'declaration',
                       gen_random_uuid(), 1, 'A_VERSER', timestamptz '2026-01-01' + (n / 2) * interval '1 hour', 100,
                       'CARE-D2', 3, 'CLINIQUE DES PAGES', '000000000'
                from generate_series(1, ?) n
                """).param(nombre).update();
    }

    @Test
    void l_ans_seule_y_entre_et_chaque_fichier_laisse_sa_trace() {
        assertThat(paiement.lire(alice, FICHIER)).hasStatus(403);
        assertThat(paiement.lire(alice, PAGE)).hasStatus(403);
        texte(FICHIER + "?guichet=CARE-D1&du=2026-01-01&selon=versement");

        assertThat(base.sql("select detail::text from journal where chaine = 'paiement/export' and acteur = ?")
                        .param(noe.getName())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("CARE-D1", "2026-01-01", "versement");
    }

    private static String ligne(String fichier, String reference) {
        return fichier.lines()
                .filter(ligne -> ligne.contains(reference))
                .findFirst()
                .orElseThrow();
    }

    private String texte(String adresse) {
        var page = paiement.lire(noe, adresse);
        assertThat(page).hasStatus(200);
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
