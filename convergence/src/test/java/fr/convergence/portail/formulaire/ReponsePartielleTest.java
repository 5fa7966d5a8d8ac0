package fr.convergence.portail.formulaire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.portail.lieu.Lot;
import fr.convergence.portail.question.Faits;
import fr.convergence.portail.question.Partie;
import fr.convergence.portail.question.Saisie;
import fr.convergence.portail.question.TableauEntites;
import fr.convergence.portail.question.Valeur;
import fr.convergence.socle.identifiant.Finess;
import fr.convergence.socle.page.Message;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ce qui est répondu en partie, et ce qui est facultatif : ni l'un ni l'autre ne se transmet faux. */
@Tag("DOS-5")
@Tag("FRM-4")
final class ReponsePartielleTest {

    private static final Lot AUCH = new Lot(new Finess("320780117"), "CH D'AUCH");
    private static final Lot CONDOM = new Lot(new Finess("320780133"), "CH DE CONDOM");
    private static final Message A_COMPLETER = new Message("question.partie_manquante");

    private static final Formulaire FORMULAIRE =
            Formulaires.standard().importer("essai.yaml", """
                    formulaire: partiel@1
                    sections:
                      - titre: Contacts
                        questions:
                          - {id: dsi, type: contact, libelle: DSI, obligatoire: true}
                          - {id: suppleant, type: contact, libelle: Suppléant}
                          - {id: site, type: adresse, libelle: Site}
                      - titre: Entités
                        questions:
                          - id: entites
                            type: tableau_entites
                            libelle: Entités
                            colonnes:
                              - {id: activite, libelle: Activité, type: nombre, min: 0, obligatoire: true}
                              - {id: remarque, libelle: Remarque, type: texte_court, longueur_max: 5}
                              - {id: preuve, libelle: Preuve, type: piece, formats: [pdf]}
                            totaux: [activite]
                    controles:
                      - {si: suppleant.nom == dsi.nom, sur: suppleant, message: Le suppléant est une autre personne.}
                      - {si: entites.total_activite > 100, sur: entites, message: Cent au plus.}
                    """).sure();

    private final Map<String, Reponse> reponses = new HashMap<>();

    /** Une réponse facultative se donne en entier ou pas du tout : laissée à moitié, elle ne part pas. */
    @Test
    void un_contact_facultatif_a_moitie_rempli_se_complete_ou_s_efface() {
        contact("dsi");
        assertThat(evaluer().transmissible()).as("rien n'oblige à y répondre").isTrue();

        repondre("suppleant", Map.of("suppleant.nom", "Durand"));

        var partielle = evaluer();
        assertThat(partielle.transmissible()).isFalse();
        assertThat(partielle.erreurs().de("suppleant.prenom")).isEqualTo(A_COMPLETER);
        assertThat(partielle.erreurs().de("suppleant.courriel")).isEqualTo(A_COMPLETER);
        assertThat(partielle.erreurs().de("suppleant.nom")).isNull();
        assertThat(partielle.restantes()).as("rien d'obligatoire n'y reste").isEmpty();
        assertThat(partielle.pourcentage()).isEqualTo(100);
        assertThat(partielle.aFaire())
                .extracting(QuestionRestante::champ)
                .containsExactly("suppleant.civilite", "suppleant.prenom", "suppleant.courriel");
        assertThat(partielle.section("contacts").orElseThrow().etat()).isEqualTo(SectionEvaluee.Etat.A_CORRIGER);

        repondre("suppleant", Map.of("suppleant.nom", " "));
        assertThat(evaluer().transmissible()).as("effacée").isTrue();
        assertThat(evaluer().aFaire()).isEmpty();
    }

    @Test
    void une_adresse_facultative_garde_le_refus_de_ce_qui_est_faux() {
        contact("dsi");
        repondre("site", Map.of("site.code_postal", "99999"));
        assertThat(evaluer().erreurs().de("site.code_postal"))
                .isEqualTo(new Message("question.adresse.code_postal.forme"));
        assertThat(evaluer().erreurs().de("site.voie")).isEqualTo(A_COMPLETER);
        assertThat(evaluer().aFaire()).hasSize(3);
    }

    /** Obligatoire, ce qui manque n'est pas une erreur : il reste à le remplir. */
    @Test
    void un_contact_obligatoire_a_moitie_rempli_n_est_pas_une_erreur() {
        repondre("dsi", Map.of("dsi.nom", "Martin"));
        assertThat(evaluer().erreurs().vides()).isTrue();
        assertThat(evaluer().repondues()).isEqualTo(1);
        assertThat(evaluer().restantes())
                .extracting(QuestionRestante::champ)
                .containsExactly("dsi.civilite", "dsi.prenom", "dsi.courriel");
        assertThat(evaluer().question("dsi").orElseThrow().manquantes())
                .extracting(Partie::nom)
                .containsExactly("civilite", "prenom", "courriel");
    }

    @Test
    void une_partie_obligatoire_fausse_ne_se_compte_qu_une_fois() {
        repondre(
                "dsi",
                Map.of(
                        "dsi.civilite", "MADAME",
                        "dsi.nom", "Martin",
                        "dsi.prenom", "Claire",
                        "dsi.courriel", "claire"));
        assertThat(evaluer().restantes()).extracting(QuestionRestante::champ).containsExactly("dsi.courriel");
        assertThat(evaluer().aFaire()).extracting(QuestionRestante::champ).containsExactly("dsi.courriel");
    }

    /** Ce qu'un contrôle reproche à un bloc le remet entier à faire ; à un tableau, il n'ôte rien à ses cellules. */
    @Test
    void un_controle_sur_un_bloc_facultatif_le_remet_a_faire_en_entier() {
        contact("dsi");
        contact("suppleant");
        var memes = evaluer();
        assertThat(memes.erreurs().de("suppleant")).isEqualTo(Message.brut("Le suppléant est une autre personne."));
        assertThat(memes.aFaire())
                .extracting(QuestionRestante::champ)
                .containsExactly("suppleant.civilite", "suppleant.nom", "suppleant.prenom", "suppleant.courriel");
        assertThat(memes.restantes()).isEmpty();
    }

    @Test
    void un_controle_sur_un_tableau_facultatif_n_accuse_pas_ses_cellules() {
        contact("dsi");
        repondre("320780117/activite", "101");
        var trop = evaluer(AUCH);
        assertThat(trop.erreurs().de("entites")).isEqualTo(Message.brut("Cent au plus."));
        assertThat(trop.transmissible()).isFalse();
        assertThat(trop.aFaire()).isEmpty();
    }

    /** La règle des blocs vaut pour les lignes d'un tableau facultatif : commencé, il se finit. */
    @Test
    void un_tableau_facultatif_commence_se_finit_ligne_par_ligne() {
        contact("dsi");
        assertThat(evaluer(AUCH, CONDOM).transmissible()).isTrue();
        repondre("320780117/activite", "10");
        var commence = evaluer(AUCH, CONDOM);
        assertThat(commence.erreurs().de("320780133/activite")).isEqualTo(A_COMPLETER);
        assertThat(commence.erreurs().de("320780133/remarque"))
                .as("elle est libre")
                .isNull();
        assertThat(commence.transmissible()).isFalse();
        assertThat(commence.obligatoires()).as("rien n'y compte").isEqualTo(4);
    }

    @Test
    void une_section_se_finit_tant_qu_il_y_reste_a_faire_ou_a_corriger() {
        assertThat(SectionEvaluee.Etat.values())
                .filteredOn(SectionEvaluee.Etat::aFinir)
                .containsExactly(
                        SectionEvaluee.Etat.A_COMMENCER, SectionEvaluee.Etat.EN_COURS, SectionEvaluee.Etat.A_CORRIGER);
        assertThat(evaluer(AUCH).section("entites").orElseThrow().etat()).isEqualTo(SectionEvaluee.Etat.FACULTATIVE);
        assertThat(evaluer().section("contacts").orElseThrow().etat()).isEqualTo(SectionEvaluee.Etat.A_COMMENCER);
    }

    /** Le journal et une demande de correction nomment une place : la question d'une page, ou la cellule d'un tableau. */
    @Test
    void une_place_designe_sa_question_et_sa_page() {
        var definition = FORMULAIRE.definition();
        assertThat(definition.designee("dsi").orElseThrow().libelle()).isEqualTo("DSI");
        assertThat(definition.designee("320780117/activite").orElseThrow().libelle())
                .isEqualTo("320780117 – Activité");
        assertThat(definition.designee("activite"))
                .as("une colonne n'est pas une question")
                .isEmpty();
        assertThat(definition.designee("320780117/dsi")).isEmpty();
        assertThat(definition.designee("inconnue")).isEmpty();

        var tableau = definition.question("entites").orElseThrow();
        assertThat(definition.tableau(Emplacement.lire("320780117/remarque"))).contains(tableau);
        assertThat(definition.tableau(Emplacement.lire("320780117/dsi"))).isEmpty();
        assertThat(definition.tableau(Emplacement.lire("remarque"))).isEmpty();
        assertThat(definition.section(tableau).orElseThrow().id()).isEqualTo("entites");
        assertThat(definition.section(definition.question("site").orElseThrow()).map(Section::id))
                .contains("contacts");
        assertThat(definition.section(
                        UneCandidature.D1.definition().question("iban").orElseThrow()))
                .isEmpty();
        assertThat(FORMULAIRE.lots(tableau, faits(AUCH, CONDOM)))
                .isEqualTo(Map.of(AUCH.finess(), AUCH.nom(), CONDOM.finess(), CONDOM.nom()));
    }

    /** Ce qui fut transmis se relit sans le dossier : le tableau, ses lignes, ses fichiers par leur nom. */
    @Test
    void une_edition_scellee_se_relit_et_nomme_ses_fichiers() {
        contact("dsi");
        repondre("320780117/activite", "10");
        repondre("320780117/preuve", UneCandidature.FICHIER);
        var preuve = new Preuve(UneCandidature.FICHIER, "preuve.pdf", 12, "ab".repeat(32));
        var scellee = EditionScellee.sceller(FORMULAIRE, evaluer(AUCH), List.of(preuve));
        var question = FORMULAIRE.definition().question("entites").orElseThrow();

        assertThat(scellee.lignes(question))
                .filteredOn(ligne -> ligne.partie().equals("320780117/preuve"))
                .singleElement()
                .satisfies(ligne -> assertThat(ligne.textes()).containsExactly("preuve.pdf"));
        assertThat(scellee.tableau(question).orElseThrow().lignes())
                .containsExactly(
                        new TableauEntites.Lu.LigneLue(AUCH, List.of(List.of("10"), List.of(), List.of("preuve.pdf"))));
        assertThat(scellee.tableau(FORMULAIRE.definition().question("dsi").orElseThrow()))
                .isEmpty();
        assertThat(scellee.nomme("entites", "un texte")).isEqualTo("un texte");
        assertThat(scellee.nomme("dsi", UneCandidature.FICHIER))
                .as("d'une autre question")
                .isEqualTo(UneCandidature.FICHIER);
        assertThat(scellee.definition()).isEqualTo(FORMULAIRE.empreinte()).matches("[0-9a-f]{64}");
    }

    @Test
    void le_champ_d_une_partie_se_remontre_comme_on_l_avait_tape() {
        repondre("dsi", Map.of("dsi.nom", "Martin", "dsi.courriel", "claire"));
        var dsi = evaluer().question("dsi").orElseThrow();
        assertThat(dsi.question().type().parties(dsi.valeur()).stream().map(dsi::saisie))
                .containsExactly("", "Martin", "", "claire");
    }

    @Test
    void une_trame_se_nomme_sans_son_extension() {
        assertThat(Trame.nommee("trame-financiere").orElseThrow().extension()).isEqualTo("xlsx");
        assertThat(Trame.nommee("recueil-annuaires").orElseThrow().extension()).isEqualTo("docx");
        assertThat(Trame.nommee("trame-financiere.xlsx")).isEmpty();
        assertThat(Trame.noms()).containsExactly("recueil-annuaires", "recueil-exposition", "trame-financiere");
    }

    private Evaluation evaluer(Lot... lots) {
        return FORMULAIRE.evaluer(new Reponses(reponses), faits(lots));
    }

    private static Faits faits(Lot... lots) {
        return Faits.de(FaitsConnus.VOCABULAIRE, Map.of()).avec(_ -> List.of(lots));
    }

    private void contact(String id) {
        repondre(
                id,
                Map.of(
                        id + ".civilite", "MADAME",
                        id + ".nom", "Martin",
                        id + ".prenom", "Claire",
                        id + ".courriel", "claire.martin@chu-exemple.fr"));
    }

    private void repondre(String place, String saisie) {
        repondre(place, Map.of(place, saisie));
    }

    private void repondre(String place, Map<String, String> saisies) {
        var parametres = new HashMap<String, List<String>>();
        saisies.forEach((champ, saisie) -> parametres.put(champ, List.of(saisie)));
        var question =
                FORMULAIRE.definition().designee(place).orElseThrow(() -> new AssertionError("aucune place " + place));
        Valeur valeur = question.type().lire(Saisie.de(place, parametres));
        reponses.put(place, new Reponse(valeur, 1, Instant.EPOCH, "claire"));
    }
}
