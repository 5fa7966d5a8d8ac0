package fr.convergence.portail.formulaire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.portail.lieu.Lot;
import fr.convergence.portail.question.Faits;
import fr.convergence.portail.question.Saisie;
import fr.convergence.socle.identifiant.Finess;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** La déclaration d'atteinte des objectifs des deux domaines : son compte, le montant plafond, le seuil de 66 %. */
@Tag("FRM-5")
final class DeclarationTest {

    private static final Formulaire D1 = UneCandidature.livre("care-d1-declaration.yaml");
    private static final Formulaire D2 = UneCandidature.livre("care-d2-declaration.yaml");
    private static final Lot AUCH = new Lot(new Finess("320780117"), "CH D'AUCH");
    private static final Lot CONDOM = new Lot(new Finess("320780133"), "CH DE CONDOM");

    private final Map<String, Reponse> reponses = new HashMap<>();
    private final Map<String, Object> faits = new HashMap<>();

    @Test
    void celle_du_domaine_1_compte_treize_questions() {
        var vide = D1.evaluer(new Reponses(reponses), faits());
        assertThat(vide.obligatoires()).isEqualTo(13);
        assertThat(vide.repondues()).isZero();

        repondre(D1, "d1_o1_a", "on");
        repondre(D1, "d1_o3", "on");
        assertThat(D1.evaluer(new Reponses(reponses), faits()).repondues()).isEqualTo(2);
    }

    @Test
    void celle_du_domaine_2_demande_chaque_objectif_et_sa_preuve() {
        assertThat(evaluer(List.of()).obligatoires()).isEqualTo(11 * 2 + 3);
        assertThat(evaluer(List.of(AUCH)).obligatoires())
                .as("une seule entité : rien à couvrir")
                .isEqualTo(11 * 2 + 3);
        assertThat(evaluer(List.of(AUCH, CONDOM)).obligatoires()).isEqualTo(11 * 2 + 3 + 2 * 3);
    }

    @Test
    @Tag("FRM-3")
    @Tag("HOS-5")
    void le_montant_demande_va_jusqu_au_plafond_et_pas_un_centime_de_plus() {
        faits.put("plafond", 12_345_67L);
        faits.put("plafond_connu", true);

        repondre(D1, "montant_demande", "12 345,67");
        assertThat(erreur(D1, "montant_demande")).isEmpty();

        repondre(D1, "montant_demande", "12 345,68");
        assertThat(erreur(D1, "montant_demande")).contains("dépasse le montant plafond");
        assertThat(erreur(D2, "montant_demande")).contains("dépasse le montant plafond");
    }

    @Test
    @Tag("HOS-5")
    void sans_plafond_connu_le_formulaire_le_dit_et_n_en_invente_pas() {
        faits.put("plafond_connu", false);
        repondre(D1, "montant_demande", "99 999 999,99");
        var evaluation = D1.evaluer(new Reponses(reponses), faits());
        assertThat(erreur(D1, "montant_demande")).isEmpty();
        assertThat(evaluation.question("plafond_inconnu")).isPresent();
        assertThat(evaluation.question("fait_plafond")).isEmpty();

        faits.put("plafond", 100_00L);
        faits.put("plafond_connu", true);
        var connu = D1.evaluer(new Reponses(reponses), faits());
        assertThat(connu.question("plafond_inconnu")).isEmpty();
        assertThat(connu.question("fait_plafond").orElseThrow().valeur().elements())
                .containsExactly("100,00\u00a0€");
    }

    @Test
    @Tag("FRM-3")
    void chacun_des_deux_objectifs_veut_ses_66_pour_cent() {
        couvrir(AUCH, "659", "oui", "oui");
        couvrir(CONDOM, "341", "non", "oui");
        assertThat(reproche()).contains("D2.O1.C pèsent moins de 66").doesNotContain("D2.O1.D");

        couvrir(AUCH, "660", "oui", "non");
        couvrir(CONDOM, "340", "non", "oui");
        assertThat(reproche()).contains("D2.O1.D pèsent moins de 66").doesNotContain("D2.O1.C");

        couvrir(AUCH, "660", "oui", "oui");
        couvrir(CONDOM, "340", "non", "non");
        assertThat(reproche()).isEmpty();
    }

    private String reproche() {
        var erreur = evaluer(List.of(AUCH, CONDOM)).erreurs().de("couverture");
        return erreur == null ? "" : erreur.toString();
    }

    private void couvrir(Lot lot, String activite, String parC, String parD) {
        repondre(D2, Emplacement.dans(lot.finess(), "activite").cle(), activite);
        repondre(D2, Emplacement.dans(lot.finess(), "couverte_o1c").cle(), parC);
        repondre(D2, Emplacement.dans(lot.finess(), "couverte_o1d").cle(), parD);
    }

    private Evaluation evaluer(List<Lot> lots) {
        faits.put("candidat.nombre_entites", (long) lots.size());
        return D2.evaluer(new Reponses(reponses), faits().avec(_ -> lots));
    }

    private String erreur(Formulaire formulaire, String question) {
        var erreur =
                formulaire.evaluer(new Reponses(reponses), faits()).erreurs().de(question);
        return erreur == null ? "" : erreur.toString();
    }

    private Faits faits() {
        return Faits.de(UneCandidature.FORMULAIRES.faits(), faits);
    }

    private void repondre(Formulaire formulaire, String cle, String saisie) {
        var question = formulaire
                .definition()
                .question(Emplacement.lire(cle), Finess::valeur)
                .orElseThrow();
        var valeur = question.type().lire(Saisie.de(cle, Map.of(cle, List.of(saisie))));
        reponses.put(cle, new Reponse(valeur, 1, Instant.EPOCH, "claire"));
    }
}
