package fr.convergence.portail.question;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.page.Message;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("FRM-2")
final class TypesTest {

    private static final Montant MONTANT = new Montant(Optional.of(BigDecimal.ZERO), Optional.empty());
    private static final Date DATE = new Date(Optional.of(LocalDate.of(2025, 12, 19)), Optional.empty());
    private static final ChoixUnique CHOIX =
            new ChoixUnique(List.of(new Option("valide", "Validé"), new Option("non", "Non")));

    @Test
    void un_montant_se_tape_comme_on_veut_et_se_garde_au_centime() {
        for (var saisie : List.of("39380", "39 380", "39\u202f380,00 €", "39.380,00", "39,380.00", "39380.0 euros")) {
            assertThat(lu(MONTANT, saisie)).as(saisie).isEqualTo("39380.00");
        }
        var valeur = new Valeur.Simple("39380.00");
        assertThat(MONTANT.textes(valeur)).containsExactly("39\u00a0380,00\u00a0€");
        assertThat(MONTANT.saisie(valeur)).isEqualTo("39\u00a0380,00");
        assertThat(MONTANT.objet(valeur)).isEqualTo(3_938_000L);
        assertThat(refus(MONTANT, "beaucoup")).isEqualTo("question.montant.forme");
        assertThat(refus(MONTANT, "12,3456")).isEqualTo("question.montant.centimes");
        assertThat(refus(MONTANT, "-3")).isEqualTo("question.nombre.min");
    }

    @Test
    void un_nombre_respecte_ses_bornes_et_ses_decimales() {
        var taux = new Nombre(2, Optional.of(BigDecimal.ZERO), Optional.of(new BigDecimal("100")), Optional.of("%"));
        assertThat(lu(taux, "66,50")).isEqualTo("66.5");
        assertThat(taux.objet(new Valeur.Simple("66.5"))).isEqualTo(66.5);
        assertThat(refus(taux, "66,5555")).isEqualTo("question.nombre.decimales");
        assertThat(refus(taux, "101")).isEqualTo("question.nombre.max");
        var entier = new Nombre(0, Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(entier.objet(new Valeur.Simple(lu(entier, "1 250")))).isEqualTo(1250L);
        assertThat(entier.saisie(new Valeur.Simple("1250"))).isEqualTo("1\u00a0250");
        assertThat(refus(entier, "1,5")).isEqualTo("question.nombre.entier");
        assertThat(refus(entier, "1e9")).isEqualTo("question.nombre.forme");
    }

    @Test
    void une_date_se_tape_a_la_francaise_et_existe() {
        for (var saisie : List.of("3/3/2026", "03/03/2026", "03.03.2026", "2026-03-03", "3 3 2026")) {
            assertThat(lu(DATE, saisie)).as(saisie).isEqualTo("2026-03-03");
        }
        assertThat(DATE.textes(new Valeur.Simple("2026-03-03"))).containsExactly("3 mars 2026");
        assertThat(DATE.saisie(new Valeur.Simple("2026-03-03"))).isEqualTo("03/03/2026");
        assertThat(refus(DATE, "31/02/2026")).isEqualTo("identifiant.jour.inexistant");
        assertThat(refus(DATE, "18/12/2025")).isEqualTo("question.date.min");
    }

    @Test
    void un_identifiant_se_controle_par_le_socle() {
        assertThat(lu(Identifiant.IBAN, "fr76 3000 6000 0112 3456 7890 189")).isEqualTo("FR7630006000011234567890189");
        assertThat(Identifiant.IBAN.saisie(new Valeur.Simple("FR7630006000011234567890189")))
                .isEqualTo("FR76 3000 6000 0112 3456 7890 189");
        assertThat(refus(Identifiant.IBAN, "FR7630006000011234567890188")).isEqualTo("identifiant.iban.cle");
        assertThat(refus(Identifiant.BIC, "ABC")).isEqualTo("identifiant.bic.longueur");
        assertThat(lu(Identifiant.TELEPHONE, "06 12 34 56 78")).isEqualTo("+33612345678");
        assertThat(refus(Identifiant.SIREN, "123456789")).isEqualTo("identifiant.siren.cle");
        assertThat(refus(Identifiant.COURRIEL, "claire")).isEqualTo("identifiant.adresse_electronique.arobase");
    }

    @Test
    void un_choix_est_parmi_les_reponses_proposees() {
        assertThat(CHOIX.textes(new Valeur.Simple("valide"))).containsExactly("Validé");
        assertThat(refus(CHOIX, "autre")).isEqualTo("question.choix.inconnu");
        var plusieurs = new ChoixMultiple(CHOIX.options(), 1);
        var deux = plusieurs.lire(List.of("valide", "", "non", "valide"));
        assertThat(deux.elements()).containsExactly("valide", "non");
        assertThat(plusieurs.refus(deux)).map(Message::cle).contains("question.choix.trop");
    }

    @Test
    void une_case_non_cochee_est_une_absence_de_reponse_qui_vaut_faux() {
        var attestation = new Attestation("J'atteste");
        assertThat(attestation.lire(List.of("on"))).isEqualTo(attestation.lire(List.of("oui")));
        assertThat(attestation.textes(attestation.lire(List.of("on")))).containsExactly("Oui – J'atteste");
        assertThat(attestation.lire(List.of()).estVide()).isTrue();
        assertThat(attestation.variables("q", Valeur.VIDE, Set.of())).containsEntry("q", false);
        assertThat(new OuiNon().variables("q", Valeur.VIDE, Set.of())).isEmpty();
        assertThat(new OuiNon().variables("q", new Valeur.Simple("non"), Set.of()))
                .containsEntry("q", false);
    }

    @Test
    void un_contact_compte_quatre_questions_et_six_avec_fonction_et_telephone() {
        assertThat(new Contact(false, false).parties()).hasSize(4);
        assertThat(new Contact(true, true).parties()).hasSize(6);
        assertThat(new Adresse().parties()).hasSize(3);
        assertThat(new Contact(false, false).parties().getFirst().libelle("DSI"))
                .isEqualTo(new Message("question.contact.civilite.de", "DSI"));
    }

    @Test
    void un_contact_garde_ce_qui_est_faux_et_dit_quelle_partie_l_est() {
        var contact = new Contact(false, false);
        var valeur = contact.lire(Saisie.de(
                "dsi",
                Map.of(
                        "dsi.civilite", List.of("MADAME"),
                        "dsi.nom", List.of(" Martin "),
                        "dsi.courriel", List.of("claire"),
                        "autre.nom", List.of("x"))));
        assertThat(valeur.partie("nom").texte()).isEqualTo("Martin");
        assertThat(valeur.partie("courriel").texte()).isEqualTo("claire");
        assertThat(valeur.partie("prenom").estVide()).isTrue();
        assertThat(contact.controler(valeur)).containsOnlyKeys("courriel");
        assertThat(contact.variables("dsi", valeur, Set.of("courriel"))).containsOnlyKeys("dsi.civilite", "dsi.nom");
        assertThat(contact.lignes("DSI", valeur))
                .extracting(LigneDeReponse::textes)
                .containsExactly(List.of("Madame"), List.of("Martin"), List.of(), List.of("claire"));
    }

    @Test
    void une_piece_limite_le_nombre_de_fichiers() {
        var piece = new Piece(List.of("pdf"), 10_000_000, 1, Optional.empty(), Optional.empty());
        var un = "01890a5d-ac96-774b-bcce-b302099a8057";
        assertThat(piece.refus(piece.lire(List.of(un)))).isEmpty();
        assertThat(piece.refus(piece.lire(List.of(un, un.replace('0', '1')))))
                .map(Message::cle)
                .contains("question.piece.trop");
        assertThat(piece.refus(piece.lire(List.of("../etc/passwd")))).isPresent();
        assertThat(piece.fichiers(piece.lire(List.of(un)))).containsExactly(un);
    }

    @Test
    void ce_qui_ne_s_ecrit_pas_est_ote_et_les_accents_sont_recomposes() {
        var saisie = new Saisie(Map.of("", List.of("e\u0301te\u0000\ud800\r\nfin")));
        assertThat(saisie.partie("")).containsExactly("éte\nfin");
    }

    private static String lu(TypeSimple type, String saisie) {
        var valeur = type.lire(List.of(saisie));
        assertThat(type.controler(valeur)).as(saisie).isEmpty();
        return valeur.texte();
    }

    private static String refus(TypeSimple type, String saisie) {
        var valeur = type.lire(List.of(saisie));
        assertThat(valeur.texte()).as("rien de ce qui est tapé ne se perd").isNotEmpty();
        return type.controler(valeur).get("").cle();
    }
}
