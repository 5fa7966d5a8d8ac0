package fr.convergence.portail.question;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ce que le référent voit dans un champ, et ce qui se lit de sa réponse, juste ou fausse. */
@Tag("FRM-2")
@Tag("FRM-4")
final class AffichageTest {

    private static final TypeSimple MONTANT = new Montant(Optional.of(BigDecimal.ZERO), Optional.empty());
    private static final TypeSimple CHOIX = new ChoixUnique(List.of(new Option("v", "Validé"), new Option("n", "Non")));

    /** Revenir sur la page ne change pas ce qu'on y avait tapé de faux ; ce qui est juste prend sa forme lisible. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"39380.00 | 39\u00a0380,00", "beaucoup | beaucoup", "-5.00 | -5.00", "12.345 | 12.345"})
    void un_montant_se_remontre_lisible_ou_tel_que_tape(String garde, String champ) {
        assertThat(affichage(MONTANT, garde, true, "/reponses/q").saisie()).isEqualTo(champ);
    }

    @Test
    void un_contact_se_remontre_partie_par_partie() {
        var contact = new Contact(false, true);
        var valeur =
                contact.lire(Saisie.de("q", Map.of("q.nom", List.of("Martin"), "q.telephone", List.of("0612345678"))));
        var question = new Question("q", "DSI", Optional.of("Qui joindre"), contact, true, Optional.empty());
        var affichage = new Affichage(question, valeur, Erreurs.aucune(), "/reponses/q");
        var telephone = contact.parties().getLast();
        assertThat(affichage.champ(telephone)).isEqualTo("q.telephone");
        assertThat(affichage.saisie(telephone)).isEqualTo("+33 6 12 34 56 78");
        assertThat(affichage.saisie(contact.parties().getFirst())).isEmpty();
        assertThat(affichage.saisie()).as("un bloc n'est pas un champ").isEmpty();
        assertThat(affichage.aide()).isEqualTo("Qui joindre");
    }

    /** « Facultatif » se lit à côté de ce qui n'est pas obligatoire ; ce qui ne se modifie pas n'a pas d'adresse. */
    @Test
    void une_question_dit_si_elle_est_facultative_et_si_elle_se_modifie() {
        assertThat(affichage(MONTANT, "", true, "/reponses/q").facultatif()).isFalse();
        assertThat(affichage(MONTANT, "", false, "/reponses/q").facultatif()).isTrue();
        assertThat(affichage(MONTANT, "", true, "/reponses/q").lectureSeule()).isFalse();
        assertThat(affichage(MONTANT, "", true, null).lectureSeule()).isTrue();
        assertThat(affichage(MONTANT, "", true, null).aide()).isNull();
    }

    @Test
    void les_reponses_proposees_sont_celles_de_la_definition_dans_son_ordre() {
        assertThat(Affichage.choix(((ChoixUnique) CHOIX).options()))
                .containsExactly(new Choix("v", "Validé"), new Choix("n", "Non"));
    }

    /** Une réponse d'une version précédente, que celle-ci ne propose plus, se lit encore et se refuse. */
    @Test
    void ce_qui_n_est_plus_propose_se_lit_tel_quel_et_se_refuse() {
        var multiple = new ChoixMultiple(((ChoixUnique) CHOIX).options(), 2);
        assertThat(CHOIX.textes(Valeur.simple("ancien"))).containsExactly("ancien");
        assertThat(refus(CHOIX, "ancien")).contains("question.choix.inconnu");
        assertThat(multiple.textes(new Valeur.Liste(List.of("v", "ancien")))).containsExactly("Validé", "ancien");
        assertThat(new OuiNon().textes(Valeur.simple("peut-être"))).containsExactly("peut-être");
        assertThat(refus(new OuiNon(), "peut-être")).contains("question.choix.inconnu");
    }

    /** Une valeur forgée n'efface pas la réponse gardée : la partie fausse reste ce qu'elle était, les autres changent. */
    @Test
    void ce_qu_un_champ_ne_propose_pas_ne_remplace_rien() {
        var contact = new Question("q", "DSI", Optional.empty(), new Contact(false, false), true, Optional.empty());
        var gardee = bloc("MADAME", "Martin");
        assertThat(contact.etrangeres(bloc("MONSIEUR", "Durand")).vides()).isTrue();
        assertThat(contact.sansEtrangeres(bloc("MONSIEUR", "Durand"), gardee)).isEqualTo(bloc("MONSIEUR", "Durand"));
        assertThat(contact.etrangeres(bloc("SIRE", "Durand")).de("q.civilite"))
                .isEqualTo(new Message("question.choix.etranger"));
        assertThat(contact.etrangeres(bloc("SIRE", "Durand")).de("q.nom")).isNull();
        assertThat(contact.sansEtrangeres(bloc("SIRE", "Durand"), gardee)).isEqualTo(bloc("MADAME", "Durand"));

        var choix = new Question("q", "Q", Optional.empty(), CHOIX, true, Optional.empty());
        assertThat(choix.sansEtrangeres(Valeur.simple("z"), Valeur.simple("v"))).isEqualTo(Valeur.simple("v"));
        assertThat(choix.sansEtrangeres(Valeur.VIDE, Valeur.simple("v")))
                .as("effacer est une réponse")
                .isEqualTo(Valeur.VIDE);
    }

    @Test
    void seul_un_champ_qui_propose_ses_reponses_en_refuse_d_etrangeres() {
        assertThat(new OuiNon().etrangere(Valeur.simple("peut-être"))).isTrue();
        assertThat(new OuiNon().etrangere(Valeur.simple("non"))).isFalse();
        assertThat(new OuiNon().etrangere(Valeur.VIDE)).isFalse();
        assertThat(new Attestation("J'atteste").etrangere(Valeur.simple("non"))).isTrue();
        assertThat(new Attestation("J'atteste").etrangere(Valeur.simple("oui"))).isFalse();
        assertThat(CHOIX.etrangere(Valeur.simple("z"))).isTrue();
        assertThat(MONTANT.etrangere(Valeur.simple("beaucoup")))
                .as("on y écrit")
                .isFalse();
    }

    @Test
    void oui_et_non_se_lisent_en_toutes_lettres() {
        assertThat(new OuiNon().textes(Valeur.simple("oui"))).containsExactly("Oui");
        assertThat(new OuiNon().textes(Valeur.simple("non"))).containsExactly("Non");
        assertThat(new OuiNon().objet(Valeur.simple("oui"))).isEqualTo(true);
        assertThat(new OuiNon().objet(Valeur.simple("non"))).isEqualTo(false);
    }

    /** Ce qui est attesté se lit avec la réponse ; une valeur forgée n'atteste rien. */
    @Test
    void une_attestation_ne_s_obtient_qu_en_cochant_sa_case() {
        var attestation = new Attestation("J'atteste sur l'honneur");
        for (var cochee : List.of("on", "true", "oui")) {
            assertThat(attestation.textes(attestation.lire(List.of(cochee))))
                    .as(cochee)
                    .containsExactly("Oui – J'atteste sur l'honneur");
        }
        for (var forgee : List.of("non", "false", "1", "ON")) {
            assertThat(attestation.controler(attestation.lire(List.of(forgee))))
                    .as(forgee)
                    .isEqualTo(Map.of("", new Message("question.attestation.case")));
            assertThat(attestation.textes(attestation.lire(List.of(forgee)))).containsExactly(forgee);
        }
    }

    @Test
    void une_date_et_un_nombre_faux_se_lisent_tels_que_tapes() {
        var date = new Date(Optional.empty(), Optional.empty());
        assertThat(date.textes(Valeur.simple("fin juin"))).containsExactly("fin juin");
        assertThat(date.saisie(Valeur.simple("fin juin"))).isEqualTo("fin juin");
        assertThat(MONTANT.textes(Valeur.simple("beaucoup"))).containsExactly("beaucoup");
        var entier = new Nombre(0, Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(entier.lire(List.of("1,5"))).as("rien n'en est réécrit").isEqualTo(Valeur.simple("1,5"));
        var nombre = new Nombre(0, Optional.of(BigDecimal.TEN), Optional.empty(), Optional.empty());
        assertThat(nombre.saisie(Valeur.simple("1.5"))).isEqualTo("1.5");
        assertThat(nombre.saisie(Valeur.simple("1250"))).isEqualTo("1\u00a0250");
    }

    private static Valeur bloc(String civilite, String nom) {
        return new Valeur.Bloc(Map.of("civilite", Valeur.simple(civilite), "nom", Valeur.simple(nom)));
    }

    private static Optional<String> refus(TypeSimple type, String valeur) {
        return type.refus(Valeur.simple(valeur)).map(Message::cle);
    }

    private static Affichage affichage(
            TypeSimple type, String valeur, boolean obligatoire, @Nullable String enregistrer) {
        var question = new Question("q", "Q", Optional.empty(), type, obligatoire, Optional.empty());
        return new Affichage(question, Valeur.simple(valeur), Erreurs.aucune(), enregistrer);
    }
}
