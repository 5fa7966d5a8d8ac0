package fr.convergence.portail.guichet;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.definition.Defaut;
import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.expression.Mot;
import fr.convergence.portail.formulaire.FaitsConnus;
import fr.convergence.portail.formulaire.Formulaire;
import fr.convergence.portail.formulaire.Formulaires;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class GuichetTest {

    private static final LocalDate JOUR = LocalDate.of(2026, 11, 22);
    private static final Map<Reference, Formulaire> PUBLIES = DefinitionLivree.formulaires().stream()
            .map(d -> Formulaires.standard().importer(d.fichier(), d.texte()).sure())
            .collect(Collectors.toMap(f -> f.definition().reference(), Function.identity()));
    private static final Guichets GUICHETS = new Guichets(reference -> Optional.ofNullable(PUBLIES.get(reference)));
    private static final String D1 = DefinitionLivree.guichets().getFirst().texte();

    @Test
    @Tag("FRM-1")
    @Tag("FRM-5")
    void les_guichets_livres_se_lisent() {
        var d1 = importe(D1).definition();
        assertThat(d1.reference()).isEqualTo(new Reference("CARE-D1", 4));
        assertThat(d1.audience()).isEqualTo(Audience.ETABLISSEMENTS);
        assertThat(d1.contacts()).containsExactly("dsi", "rssi", "signataire");
        assertThat(d1.etapes()).extracting(EtapeDuGuichet::code).containsExactly("candidature", "declaration");
        assertThat(d1.etapes().getLast().circuit()).containsExactly(Niveau.ARS, Niveau.ANS);
        assertThat(d1.etapes().getFirst().ouvreSurAcceptation()).containsExactly(Suite.CONVENTION);
        DefinitionLivree.guichets().forEach(d -> importe(d.texte()));
    }

    /** Le mur des apostrophes (ApostrophesTest), là où se lisent les définitions. */
    @Test
    void un_guichet_livre_n_a_que_l_apostrophe_courbe() {
        var droite = Pattern.compile("\\p{L}'[\\p{L}«]");
        PUBLIES.values()
                .forEach(formulaire -> assertThat(formulaire.definition().toString())
                        .contains("’")
                        .doesNotContainPattern(droite));
        DefinitionLivree.guichets()
                .forEach(d ->
                        assertThat(importe(d.texte()).definition().toString()).doesNotContainPattern(droite));
    }

    @Test
    @Tag("DOS-7")
    void une_echeance_vaut_jusqu_au_bout_de_sa_seconde_a_l_heure_de_paris() {
        var candidature = importe(D1).definition().etape("candidature").orElseThrow();
        var fenetre = (Fenetre.Candidature) candidature.fenetre();
        assertThat(fenetre.etat(Instant.parse("2024-03-18T07:59:59.999Z"))).isEqualTo(Fenetre.Etat.A_VENIR);
        assertThat(fenetre.etat(Instant.parse("2024-03-18T08:00:00Z"))).isEqualTo(Fenetre.Etat.OUVERTE);
        assertThat(fenetre.etat(Instant.parse("2024-04-19T21:59:59.999Z"))).isEqualTo(Fenetre.Etat.OUVERTE);
        assertThat(fenetre.etat(Instant.parse("2024-04-19T22:00:00Z"))).isEqualTo(Fenetre.Etat.CLOSE);
        assertThat(fenetre.etatDesCreations(Instant.parse("2024-04-19T22:00:00Z")))
                .isEqualTo(Fenetre.Etat.CLOSE);
    }

    @Test
    void une_heure_qui_existe_deux_fois_profite_au_candidat() {
        var limite = Moment.lire("2026-10-25T02:30:00").orElseThrow();
        assertThat(limite.ouverture()).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(limite.echeance()).isEqualTo("2026-10-25T01:30:01Z");
    }

    @Test
    void le_titre_d_une_etape_se_dit_apres_de() {
        assertThat(EtapeDuGuichet.apresDe("Formulaire de candidature")).isEqualTo("du formulaire de candidature");
        assertThat(EtapeDuGuichet.apresDe("Déclaration d’atteinte des objectifs"))
                .isEqualTo("de la déclaration d’atteinte des objectifs");
        assertThat(EtapeDuGuichet.apresDe("Éligibilité")).isEqualTo("de l’étape « Éligibilité »");
    }

    @Test
    void en_demonstration_les_dates_partent_du_jour_de_l_import() {
        var texte = DefinitionLivree.guichetsDeDemonstration().getFirst().texte();
        var guichet = importe(texte);
        var fenetre =
                (Fenetre.Candidature) guichet.definition().etapes().getFirst().fenetre();
        assertThat(fenetre.du()).hasToString("2026-11-12T09:00");
        assertThat(fenetre.au()).hasToString("2026-12-13T23:59:59");
        assertThat(fenetre.premierDepotAvant()).hasToString("2026-12-20T23:59:59");
        var relu = GUICHETS.publie(guichet.empreinte(), guichet.canonique());
        assertThat(relu.definition())
                .as("la forme publiée a des dates absolues")
                .isEqualTo(guichet.definition());
    }

    @Test
    void la_demonstration_ne_differe_que_par_ses_dates() {
        for (var i = 0; i < DefinitionLivree.guichets().size(); i++) {
            var vrai = importe(DefinitionLivree.guichets().get(i).texte()).definition();
            var demonstration = importe(
                            DefinitionLivree.guichetsDeDemonstration().get(i).texte())
                    .definition();
            assertThat(demonstration)
                    .usingRecursiveComparison()
                    .ignoringFieldsMatchingRegexes("etapes\\.fenetre.*")
                    .isEqualTo(vrai);
        }
    }

    @Test
    @Tag("DOS-3")
    void une_etape_s_ouvre_a_sa_condition_dans_sa_fenetre() {
        var guichet = importe(D1);
        var declaration = guichet.definition().etape("declaration").orElseThrow();
        var remplie = Map.<String, Object>of("etape.candidature.acceptee", true, "convention.signee", true);
        assertThat(guichet.accessible(declaration, remplie)).isTrue();
        assertThat(guichet.accessible(declaration, Map.of("etape.candidature.acceptee", true)))
                .isFalse();
        assertThat(declaration.fenetre().etat(Instant.parse("2024-06-01T00:00:00Z")))
                .isEqualTo(Fenetre.Etat.OUVERTE);
        assertThat(declaration.fenetre().etat(Instant.parse("2025-07-01T00:00:00Z")))
                .isEqualTo(Fenetre.Etat.CLOSE);
        var sansFormulaire = importe(D1.replace("    formulaire: care-d1-declaration@2\n", ""));
        var annoncee = sansFormulaire.definition().etape("declaration").orElseThrow();
        assertThat(sansFormulaire.accessible(annoncee, remplie)).isFalse();
    }

    @Test
    @Tag("DOS-3")
    void ce_qu_une_etape_attend_se_lit_des_mots_de_sa_condition_et_de_rien_d_autre() {
        var guichet = importe(D1);
        var declaration = guichet.definition().etape("declaration").orElseThrow();
        assertThat(guichet.apresConvention(declaration)).isTrue();
        assertThat(guichet.apresAcceptation(declaration, "candidature")).isTrue();
        assertThat(guichet.depend(declaration, "declaration")).isFalse();

        var citee = importe(D1.replace("&& convention.signee", "&& candidat.nom != 'convention.signee'"));
        var quiCite = citee.definition().etape("declaration").orElseThrow();
        assertThat(citee.apresConvention(quiCite)).isFalse();
        assertThat(citee.apresAcceptation(quiCite, "candidature")).isTrue();
    }

    @Test
    void chaque_faute_est_dite_a_sa_ligne() {
        refuse("guichet: CARE-D1", "guichet: care", 3, "un code comme « CARE-D1 »");
        refuse("public: etablissements", "public: hopitaux", 6, "l’un des mots etablissements, entreprises, regions");
        refuse("eligibles: [GHT,", "eligibles: [GTH,", 7, "pas « GTH »");
        refuse(
                "contacts: [dsi, rssi, signataire]",
                "contacts: [dsi, daf]",
                8,
                "« daf » n’est un contact dans aucun formulaire");
        refuse("care-d1-candidature@5", "care-d1-candidature@9", 12, "care-d1-candidature@9 n’est pas publié");
        refuse("2024-04-19T23:59:59\n      premier", "2024-02-31T23:59:59\n      premier", 14, "deux dates comme");
        refuse("candidature: 2024-03-18T09:00/", "candidature: 2025-03-18T09:00/", 14, "se ferme avant de s’ouvrir");
        refuse("premier_depot_avant: 2024-04-19", "premier_depot_avant: 2024-04-18", 15, "encore créer un dossier");
        refuse("au: 2025-06-30T23:59:59", "au: 2023-06-30T23:59:59", 33, "se ferme avant de s’ouvrir");
        refuse("au: 2025-06-30T23:59:59", "premier_depot_avant: 2025-06-30T23:59:59", 33, "ou « du » et « au »");
        refuse("etape.candidature.acceptee", "etape.candidatur.acceptee", 34, "n’est ni une question");
        refuse("etape.candidature.acceptee", "etape.declaration.acceptee", 34, "n’est ni une question");
        refuse("[ARS, ANS]", "[ARS, ARS]", 35, "un niveau n’instruit une étape qu’une fois");
        refuse("code: declaration", "code: candidature", 30, "« candidature » est déjà le code d’une autre étape");
        refuse(
                "code: declaration",
                "code: historique",
                30,
                "« historique » est l’adresse d’une page du dossier : donnez un autre code");
        refuse("code: declaration", "code: contacts", 30, "« contacts » est l’adresse d’une page du dossier");
        refuse("circuit: [ARS, ANS]", "circuits: [ARS, ANS]", 35, "vouliez-vous écrire « circuit »");
    }

    @Test
    void les_candidats_des_guichets_sont_ceux_des_conditions() {
        assertThat(FaitsConnus.VOCABULAIRE
                        .mot("candidat.type")
                        .map(Mot::valeurs)
                        .orElseThrow())
                .containsExactlyElementsOf(
                        TypeCandidat.eligibles().stream().map(Enum::name).toList());
    }

    private static Guichet importe(String texte) {
        return GUICHETS.importer("guichet.yaml", texte, JOUR).sure();
    }

    private static void refuse(String juste, String faux, int ligne, String raison) {
        assertThat(D1).contains(juste);
        assertThat(GUICHETS.importer("guichet.yaml", D1.replace(juste, faux), JOUR)
                        .defauts())
                .as(faux)
                .anySatisfy(defaut -> {
                    assertThat(defaut.raison()).contains(raison);
                    assertThat(defaut).extracting(Defaut::ligne).isEqualTo(ligne);
                });
    }
}
