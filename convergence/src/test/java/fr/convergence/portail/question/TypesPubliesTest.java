package fr.convergence.portail.question;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.definition.Defaut;
import fr.convergence.portail.definition.Defauts;
import fr.convergence.portail.definition.Document;
import fr.convergence.portail.definition.Fiche;
import fr.convergence.portail.expression.Mot;
import fr.convergence.portail.expression.Nature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ce qu'un auteur peut écrire d'une question, ce qui lui est refusé, et ce qu'il peut en citer dans une condition. */
@Tag("FRM-1")
@Tag("FRM-2")
final class TypesPubliesTest {

    private static final TypesQuestion TYPES = TypesQuestion.standard();

    /** Des définitions publiées les emploient : un mot changé ici, et aucune ne se rouvre. */
    @Test
    void les_types_gardent_le_mot_sous_lequel_ils_sont_publies() {
        assertThat(TYPES.lectures())
                .containsOnlyKeys(
                        "adresse",
                        "attestation",
                        "bic",
                        "choix",
                        "choix_multiple",
                        "contact",
                        "conteneur",
                        "courriel",
                        "date",
                        "fait",
                        "iban",
                        "instructions",
                        "montant",
                        "nombre",
                        "oui_non",
                        "piece",
                        "siren",
                        "siret",
                        "tableau_entites",
                        "telephone",
                        "texte_court",
                        "texte_long");
    }

    /** Une page sans son gabarit ne s'ouvrirait pas ; l'espace de dépôt a sa propre page. */
    @Test
    void chaque_type_a_son_gabarit() {
        assertThat(TYPES.lectures().values().stream()
                        .map(lecture -> Fiche.temoin(lecture).gabarit())
                        .distinct()
                        .filter(gabarit -> !Files.exists(
                                Path.of("src/main/java/fr/convergence/portail/question", gabarit + ".jte"))))
                .containsExactly("piece");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{id: q, type: nombre, libelle: x, min: 2, max: 1} | « max » : plus petit que « min » : aucune réponse ne conviendrait",
                "{id: q, type: choix, libelle: x, choix: []} | « choix » : de 1 à 200 éléments sont attendus, pas 0",
                "{id: q, type: choix, libelle: x, choix: [a: A, a: B]} | « choix » : « a » est proposé deux fois",
                "{id: q, type: choix, libelle: x, choix: [_a]} | « choix » : un code (lettres, chiffres, _) est attendu, pas « _a »",
                "{id: q, type: choix, libelle: x, choix: [a: ' ']} | « a » : un texte d’au plus 500 caractères est attendu, pas «   »",
                "{id: q, type: choix_multiple, libelle: x, choix: [a], nombre_max: 0} | « nombre_max » : un nombre entier de 1 à 200 est attendu, pas 0 (mettez-le entre guillemets si c’est un texte)",
                "{id: q, type: attestation, libelle: x} | « texte » manque",
                "{id: q, type: fait, libelle: x} | « fait » manque",
                "{id: q, type: instructions, libelle: x} | « texte » manque",
                "{id: q, type: instructions, libelle: x, texte: y, trame: ../trame} | « trame » : le nom d’une trame est attendu, pas « ../trame »",
                "{id: q, type: piece, libelle: x, formats: [.pdf]} | « formats » : une extension comme pdf est attendu, pas « .pdf »",
                "{id: q, type: piece, libelle: x, formats: [pdf], nombre_max: 101} | « nombre_max » : un nombre entier de 1 à 100 est attendu, pas 101 (mettez-le entre guillemets si c’est un texte)",
                "{id: q, type: date, libelle: x, min: 30/06/2026} | « min » : une date comme « 2026-06-30 » est attendu, pas « 30/06/2026 »",
                "{id: q, type: date, libelle: x, max: 2026-02-30} | « max » : une date comme « 2026-06-30 » est attendu, pas « 2026-02-30 »",
                "{id: q, type: montant, libelle: x, max: -1} | « max » : plus petit que « min » : aucune réponse ne conviendrait",
                "{id: q, type: texte_long, libelle: x, longueur_max: 20001} | « longueur_max » : un nombre entier de 1 à 20000 est attendu, pas 20001 (mettez-le entre guillemets si c’est un texte)",
                "{id: q, type: oui_non, libelle: x, obligatoire: oui} | « obligatoire » : true ou false est attendu, pas « oui »",
                "{id: q, type: contact, libelle: x, fonctions: true} | « fonctions » n’a pas de sens ici ; vouliez-vous écrire « fonction » ?",
            })
    void un_reglage_faux_est_refuse_avec_sa_raison(String yaml, String raison) {
        assertThat(raisons(yaml)).contains(raison);
    }

    /** Un tableau mal écrit : ce qui manque d'une colonne, d'un total ou d'une part se dit à l'auteur. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "colonnes: [] | « colonnes » : de 1 à 8 éléments sont attendus, pas 0",
                "lignes: ght, colonnes: [{id: a, type: nombre, libelle: A}] | « lignes » : l’un des mots entites, ej est attendu, pas « ght »",
                "colonnes: [{id: a, type: contact, libelle: A}] | « type » : « contact » est inconnu ; vouliez-vous écrire « montant » ?",
                "colonnes: [{id: a, type: tableau_entites, libelle: A}] | « type » : « tableau_entites » est inconnu",
                "colonnes: [{id: a, type: oui_non, libelle: A, si: vrai}] | « si » n’a pas de sens ici ; vouliez-vous écrire « id » ?",
                "colonnes: [{id: a, type: texte_court, libelle: A}], totaux: [a] | « totaux » : « a » n’est pas une colonne qui convient : il faut un nombre ou un montant",
                "colonnes: [{id: a, type: nombre, libelle: A}], totaux: [b] | « totaux » : « b » n’est pas une colonne qui convient : il faut un nombre ou un montant",
                "colonnes: [{id: a, type: nombre, libelle: A}], totaux: [a, a] | « parts » : « total_a » est déjà le nom d’un calcul de ce tableau",
            })
    void un_tableau_mal_ecrit_est_refuse_avec_sa_raison(String reglages, String raison) {
        assertThat(raisons("{id: q, type: tableau_entites, libelle: x, " + reglages + "}"))
                .contains(raison);
    }

    /** Une part se calcule de ce qui ne peut pas être négatif, là où une colonne dit oui. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "nombre, min: 0 | oui_non | -",
                "nombre, min: 3 | oui_non | -",
                "montant | oui_non | -",
                "montant | attestation, texte: J'atteste | -",
                "nombre | oui_non | « de » : « poids » n’est pas une colonne qui convient : il faut un montant, ou un nombre de « min » positif ou nul",
                "nombre, min: -1 | oui_non | « de » : « poids » n’est pas une colonne qui convient : il faut un montant, ou un nombre de « min » positif ou nul",
                "montant, min: -1 | oui_non | « de » : « poids » n’est pas une colonne qui convient : il faut un montant, ou un nombre de « min » positif ou nul",
                "date | oui_non | « de » : « poids » n’est pas une colonne qui convient : il faut un montant, ou un nombre de « min » positif ou nul",
                "montant | texte_court | « si » : « garde » n’est pas une colonne qui convient : il faut un oui_non ou une attestation",
            })
    void une_part_a_ses_conditions(String poids, String garde, @Nullable String refus) {
        var raisons = raisons("""
                {id: q, type: tableau_entites, libelle: x,
                 colonnes: [{id: poids, libelle: P, type: %s}, {id: garde, libelle: G, type: %s}],
                 parts: [{id: part, libelle: Part, de: poids, si: garde}]}
                """.formatted(poids, garde));
        assertThat(raisons).isEqualTo(refus == null ? List.of() : List.of(refus));
    }

    @Test
    void le_nombre_de_lignes_est_un_nom_de_calcul_pris() {
        assertThat(raisons("""
                        {id: q, type: tableau_entites, libelle: x,
                         colonnes: [{id: poids, libelle: P, type: montant}, {id: garde, libelle: G, type: oui_non}],
                         parts: [{id: lignes, libelle: Part, de: poids, si: garde}]}
                        """)).containsExactly("« parts » : « lignes » est déjà le nom d’un calcul de ce tableau");
    }

    /** « valide » se lit « Valide » ; « valide: Validé par l'ARS » dit ce que le référent lira. */
    @Test
    void une_reponse_proposee_a_un_code_et_un_libelle() {
        var choix = (ChoixUnique) lue("{id: q, type: choix, libelle: x, choix: [non_valide, v: \"Validé par l'ARS\"]}")
                .type();
        assertThat(choix.options())
                .containsExactly(new Option("non_valide", "Non valide"), new Option("v", "Validé par l’ARS"));
        assertThat(choix.mots("q")).containsExactly(new Mot("q", Nature.TEXTE, List.of("non_valide", "v")));
    }

    @Test
    void ce_qu_un_reglage_tait_a_une_valeur() {
        assertThat(type("texte_court")).isEqualTo(new TexteCourt(255, false));
        assertThat(type("texte_long")).isEqualTo(new TexteLong(5_000));
        assertThat(type("nombre")).isEqualTo(new Nombre(0, Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(type("contact")).isEqualTo(new Contact(false, false));
        assertThat(type("piece, formats: [pdf]"))
                .isEqualTo(new Piece(List.of("pdf"), 10_000_000L, 1, Optional.empty(), Optional.empty()));
        assertThat(lue("{id: q, type: date, libelle: x}").obligatoire()).isFalse();
    }

    /** Les mots qu'une condition peut citer d'une question, et ce qu'ils valent. */
    @Test
    void une_question_offre_ses_mots_aux_conditions() {
        assertThat(mots("contact, fonction: true"))
                .extracting(Mot::nom)
                .containsExactly("q.civilite", "q.nom", "q.prenom", "q.fonction", "q.courriel");
        assertThat(mots("contact").getFirst().valeurs()).containsExactly("MADAME", "MONSIEUR");
        assertThat(mots("adresse")).extracting(Mot::nom).containsExactly("q.voie", "q.code_postal", "q.commune");
        assertThat(mots("oui_non")).containsExactly(new Mot("q", Nature.BOOLEEN));
        assertThat(mots("choix_multiple, choix: [a, b]"))
                .containsExactly(new Mot("q", Nature.LISTE, List.of("a", "b")));
        assertThat(mots("instructions, texte: Lisez")).isEmpty();
        assertThat(mots("fait, fait: plafond")).isEmpty();
        assertThat(mots("""
                tableau_entites, colonnes: [{id: poids, libelle: P, type: montant}, {id: garde, libelle: G, type: oui_non}],
                 totaux: [poids], parts: [{id: part, libelle: Part, de: poids, si: garde}]"""))
                .containsExactly(
                        new Mot("q.lignes", Nature.ENTIER),
                        new Mot("q.total_poids", Nature.MONTANT),
                        new Mot("q.part", Nature.DECIMAL));
    }

    /** Ne rien cocher, ne rien choisir répond déjà à une condition ; ne rien écrire, non. */
    @Test
    void l_absence_de_reponse_a_parfois_une_valeur() {
        assertThat(variables("choix_multiple, choix: [a, b]")).isEqualTo(Map.of("q", List.of()));
        assertThat(variables("attestation, texte: J'atteste")).isEqualTo(Map.of("q", false));
        assertThat(variables("oui_non")).isEmpty();
        assertThat(variables("texte_court")).isEmpty();
        assertThat(variables("contact")).isEmpty();
    }

    @Test
    void une_information_ne_demande_rien() {
        for (var reglages : List.of("instructions, texte: Lisez", "fait, fait: plafond")) {
            var question = lue("{id: q, type: " + reglages + ", libelle: x, obligatoire: true}");
            assertThat(question.type().informatif()).as(reglages).isTrue();
            assertThat(question.compte(Valeur.VIDE)).as(reglages).isZero();
            assertThat(question.type().lire(new Saisie(Map.of("", List.of("forgé")))))
                    .as(reglages)
                    .isEqualTo(Valeur.VIDE);
            assertThat(question.type().controler(Valeur.simple("forgé")))
                    .as(reglages)
                    .isEmpty();
        }
        assertThat(type("fait, fait: plafond").faits()).containsExactly("plafond");
        assertThat(type("instructions, texte: Lisez, trame: recueil-annuaires").trame())
                .contains("recueil-annuaires");
    }

    private static List<Mot> mots(String reglages) {
        return type(reglages).mots("q");
    }

    private static Map<String, Object> variables(String reglages) {
        return type(reglages).variables("q", Valeur.VIDE, Set.of());
    }

    private static TypeQuestion type(String reglages) {
        return lue("{id: q, type: " + reglages + ", libelle: x}").type();
    }

    private static Question lue(String yaml) {
        var defauts = new Defauts("f.yaml");
        var lue = Document.lire(yaml, defauts).orElseThrow().fiche(defauts, fiche -> Question.lire(fiche, TYPES));
        assertThat(defauts.liste()).isEmpty();
        return lue;
    }

    private static List<String> raisons(String yaml) {
        var defauts = new Defauts("f.yaml");
        Document.lire(yaml, defauts).orElseThrow().fiche(defauts, fiche -> Question.lire(fiche, TYPES));
        return defauts.liste().stream().map(Defaut::raison).toList();
    }
}
