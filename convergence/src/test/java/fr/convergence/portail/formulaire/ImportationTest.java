package fr.convergence.portail.formulaire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.definition.Defaut;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chaque faute d'un auteur, la ligne où on la lui montre et ce qu'on lui en dit. */
@Tag("FRM-1")
final class ImportationTest {

    private static final Formulaires FORMULAIRES = Formulaires.standard();

    private static final String JUSTE = """
            formulaire: essai@1
            sections:
              - titre: Première
                questions:
                  - {id: groupe, type: oui_non, libelle: Groupe, obligatoire: true}
                  - {id: nom, type: texte_court, libelle: Nom, si: groupe, obligatoire: true}
                  - id: prerequis
                    type: choix
                    libelle: Prérequis
                    choix: [valide, non_valide]
                  - {id: montant, type: montant, libelle: Montant, max: 100000}
                  - {id: rib, type: piece, libelle: RIB, formats: [pdf], taille_max: 10 Mo}
            controles:
              - {si: montant > plafond, sur: montant, message: Réduisez le montant.}
            """;

    @Test
    void une_definition_juste_est_acceptee_et_se_relit_de_sa_forme_canonique() {
        var formulaire = FORMULAIRES.importer("essai.yaml", JUSTE).sure();
        var relu = FORMULAIRES.publie(formulaire.empreinte(), formulaire.canonique());
        assertThat(relu.definition()).isEqualTo(formulaire.definition());
        assertThat(relu.empreinte()).isEqualTo(formulaire.empreinte());
        assertThat(FORMULAIRES.publie(formulaire.empreinte(), "n’est pas relu")).isSameAs(relu);
        assertThat(formulaire.definition().sections().getFirst().id()).isEqualTo("premiere");
    }

    @Test
    void la_forme_est_controlee() {
        refuse("formulaire: essai@1", "formulaire: essai", 1, "un code et une version comme « care-d1-candidature@1 »");
        refuse("titre: Première", "tittre: Première", 3, "« titre » manque");
        refuse(
                "titre: Première",
                "tittre: Première",
                3,
                "« tittre » n’a pas de sens ici ; vouliez-vous écrire « titre » ?");
        refuse("type: oui_non", "type: ouinon", 5, "« ouinon » est inconnu ; vouliez-vous écrire « oui_non » ?");
        refuse("type: oui_non", "type: peut_etre", 5, "« type » : « peut_etre » est inconnu");
        refuse("libelle: Groupe", "libelle: 12", 5, "pas 12 (mettez-le entre guillemets si c’est un texte)");
        refuse(
                "libelle: Groupe",
                "libelle: ",
                5,
                "« libelle » : un texte d’au plus 500 caractères est attendu, il n’y a rien");
        refuse(
                "obligatoire: true}",
                "obligatoire: oui}",
                5,
                "« obligatoire » : true ou false est attendu, pas « oui »");
        refuse("id: groupe", "id: Groupe", 5, "un mot en minuscules, chiffres et _ est attendu");
        refuse("libelle: Nom", "libelle: Nom, longueur_max: 9999", 6, "un nombre entier de 1 à 500 est attendu");
        refuse("taille_max: 10 Mo", "taille_max: 10 MB", 12, "une taille comme « 10 Mo » (unités o, ko, Mo, Go)");
        refuse("formats: [pdf]", "formats: []", 12, "de 1 à 20 éléments sont attendus, pas 0");
        refuse("libelle: RIB", "libelle: RIB, longueur_max: 3", 12, "« longueur_max » n’a pas de sens ici");
        refuse(
                "libelle: RIB",
                "libelle: RIB, trame: trame-financier",
                12,
                "« trame » : « trame-financier » n’est pas une trame livrée ; il y a recueil-annuaires");
        refuse("max: 100000", "max: -1", 11, "« max » : plus petit que « min »");
        refuse("choix: [valide, non_valide]", "choix: [valide, valide]", 10, "« valide » est proposé deux fois");
        refuse("choix: [valide, non_valide]", "choix: [a b]", 10, "un code (lettres, chiffres, _) est attendu");
    }

    @Test
    void le_sens_est_controle() {
        refuse("si: groupe,", "si: grope,", 6, "« grope » n’est ni une question de ce formulaire, ni un fait connu");
        refuse("si: groupe,", "si: groupe == 'oui',", 6, "« == » ne s’applique pas à un booléen et un texte");
        refuse("si: groupe,", "si: prerequis == 'non_valid',", 6, "« non_valid » n’est pas une valeur possible");
        refuse("id: nom", "id: groupe", 6, "« groupe » est déjà l’identifiant d’une autre question");
        refuse("id: nom", "id: in", 6, "« in » est un mot réservé des conditions");
        refuse("id: nom", "id: candidat", 6, "« candidat » est un mot réservé des conditions");
        refuse("sur: montant", "sur: montants", 14, "« montants » n’est pas une question à laquelle on répond");
        refuse("si: montant > plafond", "si: montant > plafonds", 14, "« plafonds » n’est ni");
        refuse(
                "type: texte_court, libelle: Nom",
                "type: fait, fait: x.y, libelle: Nom",
                6,
                "« x.y » n’est pas un fait");
        refuse("si: montant > plafond", "si: montant >", 14, "ne se lit plus à partir du caractère 10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"suite", "envoyer", "retirer", "r", "garder", "remplacer", "lignes", "contenu", "menu", "submit"
            })
    void une_question_ne_prend_pas_un_nom_dont_ses_pages_se_servent(String nom) {
        refuse("id: nom", "id: " + nom, 6, "« " + nom + " » est un nom dont les pages se servent : donnez-en un autre");
    }

    @ParameterizedTest
    @ValueSource(strings = {"recapitulatif", "ensemble", "completude", "transmissions"})
    void une_section_ne_prend_pas_une_adresse_que_l_etape_occupe(String adresse) {
        refuse(
                "titre: Première",
                "id: " + adresse + "\n    titre: Première",
                3,
                "« " + adresse + " » est l’adresse d’une page de l’étape : donnez un autre « id »");
        refuse(
                "titre: Première",
                "titre: " + adresse.toUpperCase(Locale.ROOT),
                3,
                "« " + adresse + " » est l’adresse d’une page de l’étape");
    }

    @Test
    void une_version_deja_publiee_se_rouvre_meme_si_ses_noms_sont_depuis_reserves() {
        var ancienne = JUSTE.replace("id: nom", "id: suite").replace("titre: Première", "titre: Récapitulatif");
        assertThat(FORMULAIRES.publie("ancienne", ancienne).definition().question("suite"))
                .isPresent();
    }

    @Test
    void une_condition_circulaire_est_refusee_a_chacune_de_ses_questions() {
        var defauts = defauts(JUSTE.replace("libelle: Groupe", "libelle: Groupe, si: nom == 'x'"));
        assertThat(defauts)
                .extracting(Defaut::toString)
                .containsExactly(
                        "essai.yaml, ligne 5 : « si » : condition circulaire : groupe → nom → groupe",
                        "essai.yaml, ligne 6 : « si » : condition circulaire : groupe → nom → groupe");
        refuse("si: groupe,", "si: nom == 'x',", 6, "condition circulaire : nom → nom");
    }

    @Test
    void deux_sections_de_meme_adresse_sont_refusees() {
        var deux = JUSTE.replace("controles:\n", """
                  - titre: "Première !"
                    questions:
                      - {id: autre, type: texte_court, libelle: Autre}
                controles:
                """);
        assertThat(defauts(deux))
                .extracting(Defaut::toString)
                .containsExactly(
                        "essai.yaml, ligne 13 : « titre » : une autre section a la même adresse : donnez un « id »");
    }

    @Test
    void une_question_garde_son_sens_d_une_version_a_l_autre() {
        var publiee = FORMULAIRES.importer("essai.yaml", JUSTE).sure();
        var suivante = JUSTE.replace("essai@1", "essai@2");
        assertThat(FORMULAIRES.importer("e.yaml", suivante, List.of(publiee)).defauts())
                .isEmpty();
        assertThat(FORMULAIRES.importer("e.yaml", JUSTE, List.of(publiee)).defauts())
                .isEmpty();
        var autreSens = suivante.replace("type: texte_court", "type: texte_long");
        assertThat(FORMULAIRES.importer("e.yaml", autreSens, List.of(publiee)).defauts())
                .extracting(Defaut::toString)
                .containsExactly("e.yaml, ligne 6 : « type » : « nom » était de type texte_court dans essai@1 : "
                        + "un identifiant garde son sens, prenez-en un autre");
    }

    @Test
    void la_meme_question_ecrite_deux_fois_est_refusee() {
        var question = "      - {id: nom, type: texte_court, libelle: Nom, si: groupe, obligatoire: true}\n";
        assertThat(JUSTE).contains(question);
        assertThat(defauts(JUSTE.replace(question, question + question)))
                .extracting(Defaut::toString)
                .containsExactly("essai.yaml, ligne 7 : « id » : « nom » est déjà l’identifiant d’une autre question");
    }

    /** Une cellule se range au nom de sa colonne : celui d'une question d'avant est pris. */
    @Test
    void une_colonne_ne_prend_pas_le_nom_d_une_question_qui_la_precede() {
        refuse(
                "{id: rib, type: piece, libelle: RIB, formats: [pdf], taille_max: 10 Mo}",
                "{id: t, type: tableau_entites, libelle: T, colonnes: [{id: nom, type: nombre, libelle: N}]}",
                12,
                "« colonnes » : « nom » est déjà l’identifiant d’une autre question");
    }

    /** Au-delà, une page ne s'ouvrirait plus en une seconde. */
    @Test
    void un_formulaire_compte_cinq_cents_questions_au_plus() {
        assertThat(defauts(questions(500))).isEmpty();
        assertThat(defauts(questions(501)))
                .extracting(Defaut::toString)
                .containsExactly("essai.yaml, ligne 1 : un formulaire compte au plus 500 questions");
    }

    @Test
    void la_trame_d_une_colonne_existe_aussi() {
        refuse(
                "{id: rib, type: piece, libelle: RIB, formats: [pdf], taille_max: 10 Mo}",
                "{id: t, type: tableau_entites, libelle: T, colonnes: [{id: p, type: piece, libelle: P, formats: [pdf], trame: inconnue}]}",
                12,
                "« inconnue » n’est pas une trame livrée");
        assertThat(defauts(JUSTE.replace("libelle: RIB", "libelle: RIB, trame: trame-financiere")))
                .isEmpty();
    }

    /** Une adresse se déduit du titre ; un titre sans lettre ni chiffre n'en donne pas. */
    @Test
    void une_section_sans_adresse_possible_est_refusee() {
        refuse("titre: Première", "titre: '!!!'", 3, "une autre section a la même adresse : donnez un « id »");
        assertThat(FORMULAIRES
                        .importer("e.yaml", JUSTE.replace("titre: Première", "titre: \" Où l'on dépose… \""))
                        .sure()
                        .definition()
                        .sections()
                        .getFirst()
                        .id())
                .isEqualTo("ou-l-on-depose");
    }

    @Test
    void tous_les_defauts_sont_dits_d_un_coup() {
        var faux = JUSTE.replace("libelle: Groupe", "libelle: 1").replace("10 Mo", "10 MB");
        assertThat(defauts(faux)).extracting(Defaut::ligne).containsExactly(5, 12);
    }

    /** Trois sections, que se partagent ces questions. */
    private static String questions(int nombre) {
        var texte = new StringBuilder("formulaire: essai@1\nsections:\n");
        for (var i = 0; i < nombre; i++) {
            if (i % 200 == 0) {
                texte.append("  - titre: Section ").append(i).append("\n    questions:\n");
            }
            texte.append("      - {id: q").append(i).append(", type: oui_non, libelle: Q}\n");
        }
        return texte.toString();
    }

    private static void refuse(String juste, String faux, int ligne, String raison) {
        assertThat(JUSTE).contains(juste);
        assertThat(defauts(JUSTE.replace(juste, faux))).as(faux).anySatisfy(defaut -> {
            assertThat(defaut.raison()).contains(raison);
            assertThat(defaut.ligne()).isEqualTo(ligne);
            assertThat(defaut.fichier()).isEqualTo("essai.yaml");
        });
    }

    private static List<Defaut> defauts(String texte) {
        return FORMULAIRES.importer("essai.yaml", texte).defauts();
    }
}
