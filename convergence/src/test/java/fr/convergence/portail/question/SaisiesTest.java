package fr.convergence.portail.question;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.page.Message;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ce que des personnes ont tapé ou recopié : ce que la question en garde, ou pourquoi elle le refuse. */
@Tag("FRM-2")
final class SaisiesTest {

    private static final Montant MONTANT = new Montant(Optional.of(BigDecimal.ZERO), Optional.empty());
    private static final Date DATE = new Date(Optional.empty(), Optional.empty());
    private static final Contact CONTACT = new Contact(true, true);
    private static final Adresse ADRESSE = new Adresse();

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "\u00a0", "\u00ad", "\ufeff", "\u3164", "\u2800", " \u200b\u00a0\u00ad\ufeff\n"})
    void rien_de_visible_n_est_pas_une_reponse(String saisie) {
        assertThat(lire(new TexteCourt(255), saisie).estVide()).isTrue();
        assertThat(lire(new TexteLong(255), saisie).estVide()).isTrue();
        assertThat(partie(CONTACT, "nom", saisie).estVide()).isTrue();
        assertThat(partie(CONTACT, "fonction", saisie).estVide()).isTrue();
        assertThat(partie(CONTACT, "courriel", saisie).estVide()).isTrue();
        assertThat(partie(ADRESSE, "voie", saisie).estVide()).isTrue();
        assertThat(partie(ADRESSE, "commune", saisie).estVide()).isTrue();
        assertThat(lire(MONTANT, saisie).estVide()).isTrue();
        assertThat(lire(DATE, saisie).estVide()).isTrue();
        assertThat(lire(Identifiant.IBAN, saisie).estVide()).isTrue();
        assertThat(new Valeur.Simple(saisie).estVide())
                .as("gardé avant que la règle n'existe")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Directeur\u00a0", "Direc\u00adteur", "\ufeffDirecteur\u200b", "\tDirecteur\r\n"})
    void un_texte_est_sans_blancs_aux_bords_ni_cesures(String saisie) {
        assertThat(lire(new TexteCourt(255), saisie).texte()).isEqualTo("Directeur");
        assertThat(lire(new TexteLong(255), saisie).texte()).isEqualTo("Directeur");
        assertThat(partie(CONTACT, "fonction", saisie).texte()).isEqualTo("Directeur");
    }

    @Test
    void un_texte_long_garde_ses_lignes_et_ses_emojis() {
        assertThat(lire(new TexteLong(255), "un\r\n\u00a0\r\ndeux 👩‍💻\u2028trois")
                        .texte())
                .isEqualTo("un\n \ndeux 👩‍💻\ntrois");
        assertThat(lire(new TexteCourt(255), "un\r\n deux").texte()).isEqualTo("un deux");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Jean\u2011Pierre | Jean-Pierre",
                "Anne\u2013Lyse | Anne-Lyse",
                "d\u2018Arc | d'Arc",
                "O\u0060Brien | O'Brien",
                "Martin\u200b | Martin"
            })
    void le_nom_d_un_contact_se_lit_comme_a_l_inscription(String saisie, String garde) {
        for (var partie : List.of("nom", "prenom")) {
            assertThat(partie(CONTACT, partie, saisie).texte()).isEqualTo(garde);
            assertThat(refus(CONTACT, partie, saisie)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "???", "---"})
    void un_contact_ne_s_appelle_pas_ainsi(String saisie) {
        for (var partie : List.of("nom", "prenom")) {
            assertThat(refus(CONTACT, partie, saisie)).contains("identifiant.nom.forme");
            assertThat(partie(CONTACT, partie, saisie).texte())
                    .as("rien de ce qui est tapé ne se perd")
                    .isEqualTo(saisie);
        }
        assertThat(refus(CONTACT, "fonction", saisie)).contains("question.texte.lettre");
        assertThat(refus(ADRESSE, "voie", saisie)).contains("question.texte.lettre");
        assertThat(refus(ADRESSE, "commune", saisie)).contains("question.adresse.commune.forme");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000", "99123", "00100", "96000", "97000", "97900", "98000", "98123", "98500", "3400", "340000",
                "2A004", "abcde"
            })
    void un_code_postal_qui_n_existe_pas(String saisie) {
        assertThat(refus(ADRESSE, "code_postal", saisie)).contains("question.adresse.code_postal.forme");
        assertThat(partie(ADRESSE, "code_postal", saisie).texte()).isEqualTo(saisie);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "34295 | 34295",
                "34 295 | 34295",
                "34\u00ad295 | 34295",
                "F-34295 | 34295",
                "01000 | 01000",
                "20000 | 20000",
                "95000 | 95000",
                "97110 | 97110",
                "97600 | 97600",
                "97500 | 97500",
                "98800 | 98800",
                "98713 | 98713"
            })
    void un_code_postal(String saisie, String garde) {
        assertThat(partie(ADRESSE, "code_postal", saisie).texte()).isEqualTo(garde);
        assertThat(refus(ADRESSE, "code_postal", saisie)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"34000", "34 000", "12"})
    void une_commune_n_est_pas_un_code_postal(String saisie) {
        assertThat(refus(ADRESSE, "commune", saisie)).contains("question.adresse.commune.forme");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Y", "Paris 12e", "MONTPELLIER CEDEX 5", "L'Haÿ-les-Roses", "Saint\u2011Denis", "Œuilly"})
    void une_commune(String saisie) {
        assertThat(refus(ADRESSE, "commune", saisie)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234.567 | 1234567.00",
                "1,234,567 | 1234567.00",
                "1'234,50 | 1234.50",
                "1\u2019234.50 | 1234.50",
                "1'234'567,89 | 1234567.89",
                "€ 1 234,50 | 1234.50",
                "€1.234,50 | 1234.50",
                "EUR 1234,5 | 1234.50",
                "1234,50€ | 1234.50",
                "1.234.567,89 € | 1234567.89",
                "39\u202f380,00\u00a0€ | 39380.00",
                "39\u00ad380 | 39380.00",
                "39\u200b380,00 | 39380.00",
                "0,500 | 0.50",
                "39380.000 | 39380.00",
                "12,5 | 12.50"
            })
    void un_montant(String saisie, String garde) {
        assertThat(lire(MONTANT, saisie).texte()).isEqualTo(garde);
        assertThat(MONTANT.refus(lire(MONTANT, saisie))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "39.380 | 39\u00a0380 | 39,38",
                "39,380 | 39\u00a0380 | 39,38",
                "€ 39.380 | 39\u00a0380 | 39,38",
                "1.000 | 1\u00a0000 | 1",
                "12,345 | 12\u00a0345 | 12,345"
            })
    void un_montant_qui_se_lit_de_deux_facons_n_est_jamais_divise_par_mille(String saisie, String grand, String petit) {
        var valeur = lire(MONTANT, saisie);
        assertThat(valeur.texte()).isEqualTo(saisie);
        assertThat(MONTANT.refus(valeur)).contains(new Message("question.nombre.ambigu", grand, petit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.23.456", "1'23", "1.234,567.8", "'123", "1,234.567,8", "12 euros 50", "--3"})
    void ce_qui_n_est_pas_un_montant(String saisie) {
        assertThat(MONTANT.refus(lire(MONTANT, saisie))).map(Message::cle).contains("question.montant.forme");
    }

    @Test
    void un_nombre_n_est_pas_divise_par_mille_non_plus() {
        var entier = new Nombre(0, Optional.empty(), Optional.empty(), Optional.empty());
        var taux = new Nombre(2, Optional.empty(), Optional.empty(), Optional.empty());
        var milliemes = new Nombre(3, Optional.empty(), Optional.empty(), Optional.empty());
        for (var saisie : List.of("1.000", "12.500", "1,000")) {
            assertThat(cle(entier, saisie)).as(saisie).contains("question.nombre.ambigu");
            assertThat(cle(taux, saisie)).as(saisie).contains("question.nombre.ambigu");
        }
        assertThat(cle(milliemes, "12.500")).contains("question.nombre.ambigu");
        assertThat(lire(milliemes, "12,345").texte()).isEqualTo("12.3450");
        assertThat(milliemes.saisie(lire(milliemes, "12,345"))).isEqualTo("12,345");
        assertThat(lire(entier, "1 250").texte()).isEqualTo("1250");
        assertThat(lire(entier, "1.250.000").texte()).isEqualTo("1250000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"30 juin 2026", "30/06/ 2026", "30/06/2026", "30\u00a0juin\u00a02026", "30 juin\u200b 2026"})
    void une_date(String saisie) {
        assertThat(lire(DATE, saisie).texte()).isEqualTo("2026-06-30");
        assertThat(DATE.refus(lire(DATE, saisie))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "31/02/2026, identifiant.jour.inexistant",
        "30/06/26, identifiant.jour.annee",
        "fin juin, identifiant.jour.forme"
    })
    void une_date_refusee_dit_pourquoi(String saisie, String motif) {
        assertThat(lire(DATE, saisie).texte()).isEqualTo(saisie);
        assertThat(cle(DATE, saisie)).contains(motif);
    }

    private static Valeur lire(TypeSimple type, String saisie) {
        var valeur = type.lire(new Saisie(Map.of("", List.of(saisie))));
        assertThat(type.lire(new Saisie(Map.of("", List.of(valeur.texte())))))
                .as("relu")
                .isEqualTo(valeur);
        return valeur;
    }

    private static Optional<String> cle(TypeSimple type, String saisie) {
        return type.refus(lire(type, saisie)).map(Message::cle);
    }

    private static Valeur partie(TypeBloc bloc, String partie, String saisie) {
        return bloc.lire(new Saisie(Map.of(partie, List.of(saisie)))).partie(partie);
    }

    private static Optional<String> refus(TypeBloc bloc, String partie, String saisie) {
        var valeur = bloc.lire(new Saisie(Map.of(partie, List.of(saisie))));
        return Optional.ofNullable(bloc.controler(valeur).get(partie)).map(Message::cle);
    }
}
