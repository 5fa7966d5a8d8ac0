package fr.convergence.socle.identifiant;

import static fr.convergence.socle.identifiant.Lectures.lue;
import static fr.convergence.socle.identifiant.Lectures.refusee;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ce qui se recopie d'un courrier, d'un RIB, d'une signature : un mot devant, une césure au milieu. */
class SaisiesRecopieesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FR76 3000 6000 \u00ad0112 3456 7890 189",
                "IBAN : FR76 3000 6000 0112 3456 7890 189",
                "IBAN FR7630006000011234567890189",
                "IBANFR7630006000011234567890189",
                "Code IBAN\u00a0: fr76\u20113000\u20116000\u20110112\u20113456\u20117890\u2011189\ufeff",
                "N° IBAN : FR7630006000011234567890189"
            })
    void un_iban(String saisie) {
        assertThat(lue(Iban.lire(saisie))).hasToString("FR7630006000011234567890189");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BIC : PSSTFRPPPAR",
                "BIC PSSTFRPPPAR",
                "PSST\u00adFRPPPAR",
                "Code BIC: psst fr pp par",
                "BIC/SWIFT : PSSTFRPPPAR",
                "SWIFT PSSTFRPPPAR",
                "BIC (SWIFT) : PSSTFRPPPAR"
            })
    void un_bic(String saisie) {
        assertThat(lue(Bic.lire(saisie))).hasToString("PSSTFRPPPAR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BICPFRPP", "BICPFRPPXXX"})
    void un_bic_qui_commence_par_bic_reste_entier(String saisie) {
        assertThat(lue(Bic.lire(saisie))).hasToString(saisie);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tél. 06 12 34 56 78", "Te\u0301l : 06 12 34 56 78", "TÉL.: 06.12.34.56.78", "tel:+33612345678",
                "Téléphone 06 12 34 56 78", "06 12 34\u00ad 56 78", "Portable : 06-12-34-56-78",
                        "tél. portable : 0612345678",
                "N° de téléphone : 06 12 34 56 78", "\u202a+33 6 12 34 56 78\u202c", "mobile 06 12 34 56 78"
            })
    void un_telephone(String saisie) {
        assertThat(lue(Telephone.lire(saisie))).hasToString("+33612345678");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "claire.martin@chu-x.fr", "\u00a0claire.martin@chu\u2011x.fr\u200b", "mailto:claire.martin@chu-x.fr",
                "E-mail : claire.martin@chu-x.fr", "claire.mar\u00adtin@chu-x.fr",
                        "Adresse électronique : claire.martin@chu-x.fr"
            })
    void une_adresse_electronique(String saisie) {
        assertThat(lue(AdresseElectronique.lire(saisie))).hasToString("claire.martin@chu-x.fr");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SIRET : 732 829 320 00074",
                "N° SIRET 73282932000074",
                "Siret n° 732\u00ad829\u00ad320\u00ad00074"
            })
    void un_siret(String saisie) {
        assertThat(lue(Siret.lire(saisie))).hasToString("73282932000074");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FINESS : 340780477", "FINESS EJ 34 078 0477", "n° FINESS 340780477"})
    void un_finess(String saisie) {
        assertThat(lue(Finess.lire(saisie))).hasToString("340780477");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jean-Pierre",
                "Jean\u2011Pierre",
                "Jean\u2013Pierre",
                "Jean\u2012Pierre\u200b",
                "\ufeffJean-Pierre\u00a0"
            })
    void un_prenom(String saisie) {
        assertThat(lue(NomDePersonne.lire(saisie))).hasToString("Jean-Pierre");
    }

    @ParameterizedTest
    @ValueSource(strings = {"d\u2018Arc", "d\u2019Arc", "d\u0060Arc", "d\u00b4Arc", "d\u02bcArc"})
    void un_nom(String saisie) {
        assertThat(lue(NomDePersonne.lire(saisie))).hasToString("d'Arc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Martin\u200b", "O\u0060Brien", "DE LA TOUR", "M. SH. Martin", "Nguyễn", "میخواهم", "Łukasz"})
    void un_nom_de_partout(String saisie) {
        assertThat(NomDePersonne.lire(saisie).siLue()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "???", "-", "'", "Martin 2", "<b>", "👩", "a\u2600"})
    void ce_qui_n_est_pas_un_nom(String saisie) {
        refusee(NomDePersonne.lire(saisie), "identifiant.nom.forme");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "\u00a0", "\u00ad\ufeff", ""})
    void un_nom_vide(String saisie) {
        refusee(NomDePersonne.lire(saisie), "identifiant.vide");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-06-30",
                "30/06/2026",
                "30/06/ 2026",
                "30 / 6 / 2026",
                "30.06.2026",
                "30-06-2026",
                "30\u201106\u20112026",
                "30 06 2026",
                "30 juin 2026",
                "30\u00a0Juin\u00a02026",
                "le 30 juin 2026",
                "mardi 30 juin 2026",
                "Mardi, 30 juin 2026",
                "30-juin-2026",
                "30 jui\u00adn 2026",
                "30juin2026"
            })
    void un_jour(String saisie) {
        assertThat(lue(Jour.lire(saisie))).isEqualTo(LocalDate.of(2026, 6, 30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1er août 2026", "1 aout 2026", "01/08/2026", "1er AOÛT 2026", "1\u00a0er aou\u0302t 2026"})
    void un_premier_du_mois(String saisie) {
        assertThat(lue(Jour.lire(saisie))).isEqualTo(LocalDate.of(2026, 8, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3 févr. 2026", "3 fév. 2026", "3 février 2026", "3 fev 2026"})
    void un_mois_abrege(String saisie) {
        assertThat(lue(Jour.lire(saisie))).isEqualTo(LocalDate.of(2026, 2, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/02/2026", "2026-02-30", "31 juin 2026", "0/1/2026", "12/13/2026"})
    void un_jour_qui_n_existe_pas(String saisie) {
        refusee(Jour.lire(saisie), "identifiant.jour.inexistant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"30/06/26", "30-6-26", "1.1.26"})
    void une_annee_en_deux_chiffres(String saisie) {
        refusee(Jour.lire(saisie), "identifiant.jour.annee");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hier",
                "30 jui 2026",
                "30 ma 2026",
                "30/06",
                "+999999999-12-31",
                "-4714-01-01",
                "12026-01-01",
                "0001-01-01"
            })
    void ce_qui_n_est_pas_une_date(String saisie) {
        refusee(Jour.lire(saisie), "identifiant.jour.forme");
    }
}
