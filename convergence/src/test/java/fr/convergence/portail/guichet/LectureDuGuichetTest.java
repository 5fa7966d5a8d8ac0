package fr.convergence.portail.guichet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.definition.Defaut;
import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.formulaire.Formulaire;
import fr.convergence.portail.formulaire.Formulaires;
import fr.convergence.socle.contenu.ContenuActif;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Un guichet de trois étapes, et chaque règle que son auteur peut enfreindre. */
@Tag("FRM-1")
@Tag("DOS-3")
final class LectureDuGuichetTest {

    private static final LocalDate JOUR = LocalDate.of(2026, 3, 17);
    private static final Formulaire FORMULAIRE =
            Formulaires.standard().importer("f.yaml", """
                    formulaire: essai@1
                    sections:
                      - titre: Seule
                        questions:
                          - {id: role, libelle: Rôle, type: texte_court}
                          - {id: dsi, libelle: DSI, type: contact}
                    """).sure();
    private static final Guichets GUICHETS = new Guichets(reference ->
            Optional.of(FORMULAIRE).filter(f -> f.definition().reference().equals(reference)));

    private static final String TROIS_ETAPES = """
            guichet: ESSAI
            titre: L'essai
            programme: CaRE
            public: etablissements
            eligibles: [GHT, EJ_PRIVEE]
            contacts: [dsi]
            etapes:
              - code: candidature
                titre: Candidature
                formulaire: essai@1
                fenetre: {candidature: 2026-03-01T09:00/2026-03-31T23:59:59, premier_depot_avant: 2026-04-15T12:00}
                circuit: [ARS]
              - code: declaration
                titre: Déclaration
                formulaire: essai@1
                fenetre: {du: 2026-05-01T09:00, au: 2026-06-30T23:59:59}
                ouverte_si: etape.candidature.acceptee && candidat.type == 'GHT'
                circuit: [ARS, ANS]
              - code: solde
                titre: Solde
                fenetre: {du: 2026-09-01T09:00}
                ouverte_si: convention.signee || etape.declaration.refusee
                circuit: [ANS]
            """;

    private static final Guichet GUICHET = importe(TROIS_ETAPES);

    @Test
    void un_guichet_sans_numero_est_sa_premiere_version() {
        assertThat(GUICHET.definition().reference()).isEqualTo(new Reference("ESSAI", 1));
        assertThat(GUICHET.definition().code()).isEqualTo("ESSAI");
        assertThat(importe(TROIS_ETAPES.replace("guichet: ESSAI", "guichet: ESSAI@2"))
                        .definition()
                        .reference())
                .isEqualTo(new Reference("ESSAI", 2));
        assertThat(GUICHET.definition().titre()).isEqualTo("L’essai");
        assertThat(GUICHET.definition().eligibles()).containsExactly(TypeCandidat.GHT, TypeCandidat.EJ_PRIVEE);
        assertThat(GUICHET.definition().etape("inconnue")).isEmpty();
    }

    /** Un programme déposé est refusé partout ; ce qu'un guichet ajoute remplace cette liste. */
    @Test
    void un_guichet_qui_ne_dit_rien_refuse_les_programmes() {
        assertThat(GUICHET.definition().contenusRefuses()).containsExactly(ContenuActif.PROGRAMME);
        assertThat(importe(TROIS_ETAPES.replace("etapes:", "contenus_refuses: [script, dde]\netapes:"))
                        .definition()
                        .contenusRefuses())
                .containsExactlyInAnyOrder(ContenuActif.SCRIPT, ContenuActif.DDE);
        assertThat(importe(TROIS_ETAPES.replace("etapes:", "contenus_refuses: []\netapes:"))
                        .definition()
                        .contenusRefuses())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "eligibles: [GHT, EJ_PRIVEE] | eligibles: [HORS_CHAMP] | 5 | pas « HORS_CHAMP »",
                "eligibles: [GHT, EJ_PRIVEE] | eligibles: [] | 5 | « eligibles » : de 1 à 10 éléments sont attendus, pas 0",
                "guichet: ESSAI | guichet: ESSAI@0 | 1 | un code comme « CARE-D1 » ou « CARE-D1@2 » est attendu",
                "contacts: [dsi] | contacts: [role] | 6 | « role » n’est un contact dans aucun formulaire du guichet",
                "circuit: [ARS] | circuit: [] | 12 | « circuit » : de 1 à 5 éléments sont attendus, pas 0",
                "circuit: [ARS] | circuit: [DREES] | 12 | l’un des mots ARS, ANS est attendu, pas « DREES »",
                "circuit: [ANS] | circuit: [ANS, ANS] | 23 | « circuit » : un niveau n’instruit une étape qu’une fois",
                "code: solde | code: Solde | 19 | « code » : un mot en minuscules est attendu, pas « Solde »",
                "code: solde | code: declaration | 19 | « declaration » est déjà le code d’une autre étape",
                "convention.signee | convention.signe | 22 | « convention » n’est ni une question de ce formulaire, ni un fait connu",
                "convention.signee | etape.solde.acceptee | 22 | n’est ni une question de ce formulaire",
                "'GHT' | 'GTH' | 17 | « GTH » n’est pas une valeur possible de candidat.type",
                "convention.signee | dsi.nom == '' | 22 | « dsi » n’est ni une question de ce formulaire",
                "du: 2026-09-01T09:00 | candidature: 2026-09-01T09:00/2026-09-02T09:00 | 21 | « candidature » ne concerne que la première étape",
            })
    void une_regle_enfreinte_se_dit_a_sa_ligne(String juste, String faux, int ligne, String raison) {
        assertThat(TROIS_ETAPES).contains(juste);
        assertThat(defauts(TROIS_ETAPES.replace(juste, faux))).as(faux).anySatisfy(defaut -> {
            assertThat(defaut.raison()).contains(raison);
            assertThat(defaut.ligne()).isEqualTo(ligne);
        });
    }

    /** Ce qu'un niveau vérifie se dit à sa liste : un niveau du circuit, une fois, et chaque point une fois. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{niveau: ANS, points: [{id: rib, libelle: Le RIB}]}] | ANS n’instruit pas cette étape",
                "[{niveau: ARS, points: [{id: rib, libelle: A}]}, {niveau: ARS, points: [{id: b, libelle: B}]}] | ARS a déjà une liste de contrôle",
                "[{niveau: ARS, points: [{id: rib, libelle: A}, {id: rib, libelle: B}]}] | « rib » est déjà un autre point de cette liste",
                "[{niveau: ARS, points: []}] | « points » : de 1 à 30 éléments sont attendus, pas 0",
                "[{niveau: ARS, points: [{id: Rib, libelle: A}]}] | un mot en minuscules est attendu, pas « Rib »",
                "[{niveau: ARS, exigee: oui, points: [{id: rib, libelle: A}]}] | true ou false est attendu",
            })
    @Tag("INSTR-4")
    void une_liste_de_controle_mal_dite_se_dit_a_sa_ligne(String liste, String raison) {
        var faux = TROIS_ETAPES.replaceFirst(
                "circuit: \\[ARS\\]\n", "circuit: [ARS]\n    liste_de_controle: " + liste + "\n");
        assertThat(defauts(faux)).as(faux).anySatisfy(defaut -> {
            assertThat(defaut.raison()).contains(raison);
            assertThat(defaut.ligne()).isEqualTo(13);
        });
    }

    @Test
    @Tag("INSTR-4")
    void une_liste_de_controle_informe_et_n_exige_que_si_elle_le_dit() {
        var definie = importe(
                        TROIS_ETAPES.replaceFirst(
                                "circuit: \\[ARS\\]\n",
                                "circuit: [ARS]\n    liste_de_controle: [{niveau: ARS, points: [{id: rib, libelle: Le RIB d'abord}]}]\n"))
                .definition()
                .etape("candidature")
                .orElseThrow();
        var liste = definie.controles(Niveau.ARS).orElseThrow();
        assertThat(liste.exigee()).isFalse();
        assertThat(liste.points()).extracting(ListeDeControle.Point::libelle).containsExactly("Le RIB d’abord");
        assertThat(definie.controles(Niveau.ANS)).isEmpty();
    }

    /** Une fenêtre est d'une sorte ou de l'autre, et ses dates se suivent. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "candidature: 2026-03-01T09:00/2026-03-31T23:59:59 | -",
                "candidature: 2026-03-01T09:00/2026-03-31T23:59:59, premier_depot_avant: 2026-03-31T23:59:59 | -",
                "candidature: 2026-03-01T09:00/2026-03-01T09:00:01 | -",
                "du: 2026-03-01T09:00 | -",
                "du: J-1T09:00, au: J+1T09:00 | -",
                "candidature: 2026-03-01T09:00/2026-03-01T09:00 | elle se ferme avant de s’ouvrir",
                "candidature: J+1T09:00/J-1T09:00 | elle se ferme avant de s’ouvrir",
                "candidature: 2026-03-01T09:00/2026-03-31T23:59:59, premier_depot_avant: 2026-03-31T23:59:58 | on pourrait encore créer un dossier après cette limite",
                "du: 2026-03-01T09:00, au: 2026-03-01T09:00 | l’étape se ferme avant de s’ouvrir",
                "du: 2026-03-01T09:00, premier_depot_avant: 2026-04-01T09:00 | écrivez « candidature » et « premier_depot_avant », ou « du » et « au »",
                "candidature: 2026-03-01T09:00/2026-03-31T23:59:59, au: 2026-04-01T09:00 | écrivez « candidature » et « premier_depot_avant », ou « du » et « au »",
                "candidature: 2026-03-01T09:00/2026-03-31T23:59:59, du: 2026-03-01T09:00 | écrivez « candidature » et « premier_depot_avant », ou « du » et « au »",
                "au: 2026-03-01T09:00 | écrivez « candidature » et « premier_depot_avant », ou « du » et « au »",
                "candidature: 2026-03-01T09:00 | deux dates comme « 2026-03-18T09:00/2026-04-19T23:59:59 » est attendu, pas « 2026-03-01T09:00 »",
                "candidature: 2026-03-01/2026-04-01 | deux dates comme « 2026-03-18T09:00/2026-04-19T23:59:59 » est attendu, pas « 2026-03-01/2026-04-01 »",
                "du: 2026-04-31T09:00 | une date et une heure comme « 2026-06-30T23:59:59 » ou « J+21T23:59:59 » est attendu, pas « 2026-04-31T09:00 »",
            })
    void une_fenetre_a_des_dates_qui_se_suivent(String fenetre, @Nullable String refus) {
        var texte = TROIS_ETAPES.replaceFirst("fenetre: \\{candidature[^}]*}", "fenetre: {" + fenetre + "}");
        assertThat(defauts(texte).stream()
                        .map(defaut -> defaut.raison().replaceFirst("^« \\w+ » : ", ""))
                        .findFirst())
                .isEqualTo(Optional.ofNullable(refus));
    }

    /** Sans limite de premier dépôt, on dépose jusqu'où l'on crée. */
    @Test
    void le_premier_depot_se_ferme_avec_les_creations_s_il_ne_dit_rien() {
        var texte = TROIS_ETAPES.replace(", premier_depot_avant: 2026-04-15T12:00", "");
        var fenetre = (Fenetre.Candidature)
                importe(texte).definition().etapes().getFirst().fenetre();
        assertThat(fenetre.premierDepotAvant()).isEqualTo(fenetre.au()).hasToString("2026-03-31T23:59:59");
        assertThat(GUICHET.definition().etapes().getFirst().fenetre().finDesCreations())
                .map(Moment::toString)
                .contains("2026-03-31T23:59:59");
        var plage = etape("declaration").fenetre();
        assertThat(plage.finDesCreations()).isEqualTo(plage.limite()).isPresent();
        assertThat(etape("solde").fenetre().finDesCreations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"contacts", "historique"})
    void une_version_publiee_se_rouvre_meme_si_l_adresse_d_une_etape_est_depuis_reservee(String code) {
        var ancienne = TROIS_ETAPES.replace("code: solde", "code: " + code);
        assertThat(defauts(ancienne))
                .extracting(Defaut::raison)
                .containsExactly(
                        "« code » : « " + code + " » est l’adresse d’une page du dossier : donnez un autre code");
        assertThat(GUICHETS.publie("ancienne-" + code, ancienne).definition().etape(code))
                .isPresent();
    }

    /** Une version publiée garde son empreinte pour clé ; ce qui ne se relit pas est une panne, pas une page vide. */
    @Test
    void une_version_publiee_se_rouvre_une_fois_de_sa_forme_canonique() {
        var relu = GUICHETS.publie(GUICHET.empreinte(), GUICHET.canonique());
        assertThat(relu.definition()).isEqualTo(GUICHET.definition());
        assertThat(relu.canonique()).isEqualTo(GUICHET.canonique());
        assertThat(relu.empreinte()).isEqualTo(GUICHET.empreinte()).matches("[0-9a-f]{64}");
        assertThat(GUICHETS.publie(GUICHET.empreinte(), "n’est pas relu")).isSameAs(relu);
        assertThat(importe(TROIS_ETAPES.replace("titre: Solde", "titre: Le solde"))
                        .empreinte())
                .isNotEqualTo(GUICHET.empreinte());
        assertThatIllegalStateException()
                .isThrownBy(() -> GUICHETS.publie("cassée", "guichet: ESSAI"))
                .withMessageContaining("« titre » manque");
    }

    @Test
    void une_etape_s_ouvre_a_sa_condition_si_elle_a_un_formulaire() {
        var declaration = etape("declaration");
        assertThat(GUICHET.accessible(etape("candidature"), Map.of())).isTrue();
        assertThat(GUICHET.accessible(declaration, avancement(true, "GHT"))).isTrue();
        assertThat(GUICHET.accessible(declaration, avancement(true, "EJ_PRIVEE")))
                .isFalse();
        assertThat(GUICHET.accessible(declaration, avancement(false, "GHT"))).isFalse();
        assertThat(GUICHET.accessible(declaration, Map.of()))
                .as("ce que l'on ignore n'ouvre rien")
                .isFalse();
        assertThat(GUICHET.accessible(etape("solde"), Map.of("convention.signee", true)))
                .as("son formulaire n'est pas publié")
                .isFalse();
    }

    /** Ce qu'une étape attend dit quels faits la font relire : en oublier un, et elle ne s'ouvrirait jamais. */
    @Test
    void une_etape_depend_de_ce_que_sa_condition_nomme() {
        assertThat(GUICHET.depend(etape("declaration"), "candidature")).isTrue();
        assertThat(GUICHET.depend(etape("solde"), "declaration"))
                .as("un refus en est un")
                .isTrue();
        assertThat(GUICHET.depend(etape("solde"), "candidature")).isFalse();
        assertThat(GUICHET.depend(etape("candidature"), "declaration")).isFalse();
        assertThat(GUICHET.apresAcceptation(etape("declaration"), "candidature"))
                .isTrue();
        assertThat(GUICHET.apresAcceptation(etape("solde"), "declaration"))
                .as("c'est son refus qui l'ouvre")
                .isFalse();
        assertThat(GUICHET.apresConvention(etape("solde"))).isTrue();
        assertThat(GUICHET.apresConvention(etape("declaration"))).isFalse();
        assertThat(GUICHET.regardeLeCandidat(etape("declaration"))).isTrue();
        assertThat(GUICHET.regardeLeCandidat(etape("solde"))).isFalse();
        assertThat(GUICHET.regardeLeCandidat(etape("candidature"))).isFalse();
    }

    private static Map<String, Object> avancement(boolean acceptee, String type) {
        return Map.of("etape.candidature.acceptee", acceptee, "candidat.type", type);
    }

    private static EtapeDuGuichet etape(String code) {
        return GUICHET.definition().etape(code).orElseThrow();
    }

    private static Guichet importe(String texte) {
        return GUICHETS.importer("g.yaml", texte, JOUR).sure();
    }

    private static List<Defaut> defauts(String texte) {
        return GUICHETS.importer("g.yaml", texte, JOUR).defauts();
    }
}
