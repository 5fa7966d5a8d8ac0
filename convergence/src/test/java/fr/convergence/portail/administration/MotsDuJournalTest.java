package fr.convergence.portail.administration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acte.Acte;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.guichet.GuichetsPublies.Publication;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.socle.page.Choix;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TestDuPortail
@Tag("AUD-1")
final class MotsDuJournalTest {

    private static final String FORMULAIRE = """
            formulaire: essai-journal@1
            sections:
              - id: entites
                titre: Vos entités
                questions:
                  - id: entites
                    type: tableau_entites
                    libelle: Entités couvertes
                    obligatoire: true
                    colonnes:
                      - {id: lits_au_journal, libelle: Lits ouverts, type: nombre, min: 0, obligatoire: true}
            """;
    private static final String GUICHET = """
            guichet: ESSAI-JOURNAL
            titre: Guichet d'essai du journal
            programme: CaRE
            public: etablissements
            eligibles: [EJ_PRIVEE]
            etapes:
              - code: essai_journal
                titre: Essai du journal
                formulaire: essai-journal@1
                fenetre: {candidature: J-1T09:00/J+5T23:59:59, premier_depot_avant: J+5T23:59:59}
                circuit: [ARS]
            """;

    @Autowired
    MotsDuJournal mots;

    @Autowired
    GuichetsPublies guichets;

    @Autowired
    UneInstruction instruction;

    @Test
    void chaque_acte_a_ses_mots_et_se_choisit_dans_la_liste() {
        assertThat(Acte.codes()).contains("compte-desactive", "piece-deposee", "etape-transmise");
        assertThat(Acte.codes()).allSatisfy(acte -> assertThat(mots.acte(acte)).isNotEqualTo(acte.replace('-', ' ')));
        assertThat(mots.actes()).extracting(Choix::valeur).containsExactlyInAnyOrderElementsOf(Acte.codes());
        assertThat(mots.sortes())
                .allSatisfy(sorte -> assertThat(sorte.libelle()).isNotEqualTo(sorte.valeur()));
    }

    @Test
    void une_ligne_se_lit_en_mots() {
        var claire = UUID.randomUUID();

        assertThat(mots.acte("etape-refusee")).isEqualTo("Étape refusée");
        assertThat(mots.objet("compte/" + claire, Map.of(claire, "Claire Durand")))
                .isEqualTo("Compte – Claire Durand");
        assertThat(mots.objet("ABCDEFGHIJ", Map.of())).isEqualTo("Dossier – ABCDEFGHIJ");
        assertThat(mots.acteur("systeme", Map.of())).isEqualTo("Convergence");
        assertThat(mots.objet("accueil/region", Map.of())).isEqualTo("Texte de l’accueil – ARS et GRADeS");
    }

    @Test
    void un_detail_dit_des_statuts_des_intitules_et_des_dates_jamais_des_codes() {
        instruction.transmis("53", "CLINIQUE DU JOURNAL");

        assertThat(dit(new TreeMap<>(Map.of(
                        "de", "EN_VERIFICATION",
                        "deNiveau", "ARS",
                        "vers", "A_MODIFIER",
                        "versNiveau", "ARS",
                        "version", "3",
                        "etape", "candidature",
                        "limitee", "true",
                        "retourAvant", "2026-12-15T23:00:00Z"))))
                .isEqualTo("statut : de « Transmis à l’ARS » à « Demande de modification »"
                        + " · étape : Formulaire de candidature"
                        + " · réouverture limitée à ces questions : oui"
                        + " · à renvoyer avant : 15 décembre 2026, 23:59");
        assertThat(dit(Map.of("question", "iban"))).isEqualTo("question : IBAN");
        assertThat(dit(Map.of("guichet", "CARE-D1"))).isEqualTo("guichet : Domaine 1 Audits techniques");
        assertThat(dit(Map.of("candidat", "EJ_PRIVEE:340780477")))
                .isEqualTo("candidat : Entité Juridique Privée 340780477");
        assertThat(dit(Map.of("role", "ARS"))).isEqualTo("rôle : Vérificateur ARS");
        for (var moyen :
                List.of("mot-de-passe-courriel", "mot-de-passe-application", "cle-d-acces", "mot-de-passe-appareil")) {
            assertThat(dit(Map.of("moyen", moyen))).doesNotContain(moyen);
        }
        assertThat(dit(Map.of("motif", "true", "version", "2"))).contains("motif : true", "version : 2");
        assertThat(mots.detail(Map.of("empreinte", "ab12", "question", "iban", "revision", "1")))
                .as("une précision par ligne, l’empreinte à la fin")
                .hasSize(3)
                .last()
                .asString()
                .startsWith("empreinte");
        assertThat(dit(Map.of("question", "inconnue"))).isEqualTo("question : inconnue");
    }

    @Test
    void une_ligne_ancienne_sans_niveau_se_lit_encore() {
        assertThat(dit(Map.of("de", "BROUILLON", "vers", "EN_VERIFICATION")))
                .isEqualTo("statut : de « À compléter » à « EN_VERIFICATION »");
    }

    @Test
    void la_cellule_d_un_tableau_dit_son_entite_et_sa_colonne() {
        guichets.publierFormulaire("essai-journal.yaml", FORMULAIRE);
        assertThat(guichets.publierGuichet("ESSAI-JOURNAL.yaml", GUICHET)).isNotInstanceOf(Publication.Refusee.class);

        assertThat(dit(Map.of("question", "750712184/lits_au_journal")))
                .isEqualTo("question : 750712184 – Lits ouverts");
        assertThat(dit(Map.of("reponses", "110000023/lits_au_journal 1\n750712184/lits_au_journal 2\ninconnue 1")))
                .as("une page entière : combien de chaque question")
                .isEqualTo("réponses : Entités couvertes (2), inconnue (1)");
        assertThat(dit(Map.of("question", "750712184/inconnue"))).isEqualTo("question : 750712184/inconnue");
    }

    /** Les espaces insécables de la typographie, lues comme des espaces. */
    private String dit(Map<String, String> detail) {
        return String.join(" · ", mots.detail(detail)).replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
