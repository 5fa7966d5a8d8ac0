package fr.convergence.isc.kbis;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.isc.kbis.LectureDeKbis.Lu;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ce qui se lit d’un extrait, quel que soit le greffe (ISC-4). */
@Tag("ISC-4")
class LireKbisTest {

    @Test
    void une_sas_en_deux_colonnes() {
        var kbis = lu(Specimens.SAS_EN_COLONNES);

        identite(kbis, "732829320", "LOGIPRO SANTÉ", "12 rue de la Paix, Bâtiment B, 75002 Paris");
        assertThat(kbis.date()).contains(LocalDate.of(2026, 1, 12));
        assertThat(kbis.mandataires())
                .extracting(Mandataire::affichage, Mandataire::qualite)
                .containsExactly(
                        tuple("Pierre-François, Marie DURAND", "Président"),
                        tuple("Hélène DE LA TOUR D'AUVERGNE (LE GOFF)", "Directeur général"));
    }

    @Test
    void une_sarl_dont_les_valeurs_suivent_les_etiquettes_a_la_ligne() {
        var kbis = lu(Specimens.SARL_EN_LIGNES);

        identite(kbis, "404833048", "OBJET CONNECTE DE L'OUEST", "5 QUAI DE LA FOSSE, 44000 NANTES");
        assertThat(kbis.date()).contains(LocalDate.of(2026, 2, 3));
        assertThat(kbis.mandataires())
                .extracting(Mandataire::affichage, Mandataire::engage)
                .containsExactly(tuple("LEFEVRE ANNE MARIE, JOSEPHE", true), tuple("DU BOIS JEAN", true));
    }

    @Test
    void une_societe_anonyme_sur_deux_pages() {
        var kbis = lu(Specimens.SA_SUR_DEUX_PAGES);

        identite(kbis, "542065479", "RHÔNE IMAGERIE MÉDICALE", "8 cours Lafayette - 69003 LYON");
        assertThat(kbis.date()).contains(LocalDate.of(2026, 2, 28));
        assertThat(kbis.mandataires())
                .extracting(Mandataire::affichage, Mandataire::engage)
                .containsExactly(
                        tuple("Claire MARTIN (DUPONT)", true),
                        tuple("Karim BEN SALEM", false),
                        tuple("Louis PETIT", false),
                        tuple("Odile GRAND", false));
    }

    @Test
    void le_numero_est_celui_de_l_entreprise_et_non_de_la_societe_qui_la_preside() {
        var kbis = lu(Specimens.PERSONNE_MORALE_PRESIDENTE);

        identite(kbis, "356000000", "TÉLÉSOINS DES FLANDRES", "1 place du Beffroi 59000 Lille");
        assertThat(kbis.date()).contains(LocalDate.of(2026, 3, 1));
        assertThat(kbis.mandataires())
                .extracting(
                        Mandataire::affichage, mandataire -> mandataire.par().orElse(""))
                .containsExactly(
                        tuple("Jean-Baptiste VAN DER BERG", "HOLDING DU NORD"), tuple("Zoé D'HAUTEVILLE (ROUX)", ""));
    }

    @Test
    void une_societe_civile_ou_la_qualite_suit_le_nom() {
        var kbis = lu(Specimens.SCI_QUALITE_APRES);

        identite(kbis, "775670417", "LES MURS DE L'ÉDITEUR", "2 rue des Écoles 35000 Rennes");
        assertThat(kbis.date()).contains(LocalDate.of(2026, 3, 1));
        assertThat(kbis.mandataires())
                .extracting(Mandataire::affichage, Mandataire::qualite)
                .containsExactly(tuple("Gwénaëlle, Anne LE ROUX", "Gérante associée"));
    }

    @Test
    void une_entreprise_individuelle_porte_le_nom_de_son_entrepreneur() {
        var kbis = lu(Specimens.ENTREPRISE_INDIVIDUELLE);

        identite(kbis, "303656847", "Thi Mai, Lan NGUYEN", "14 cours de l'Intendance 33000 Bordeaux");
        assertThat(kbis.mandataires())
                .extracting(Mandataire::affichage, Mandataire::engage)
                .containsExactly(tuple("Thi Mai, Lan NGUYEN", true));
    }

    @Test
    void une_presidente_ecrite_sans_etiquette() {
        var kbis = lu(Specimens.SASU_SANS_ETIQUETTES);

        identite(kbis, "383960135", "OCCIBIO", "7 RUE D'ALSACE-LORRAINE 31000 TOULOUSE");
        assertThat(kbis.date()).contains(LocalDate.of(2026, 3, 10));
        assertThat(kbis.mandataires())
                .extracting(Mandataire::affichage, Mandataire::qualite)
                .containsExactly(
                        tuple("SOPHIE DURAND (MARTIN)", "PRESIDENTE"), tuple("JEAN PIERRE", "DIRECTEUR GENERAL"));
    }

    @Test
    void un_numero_de_cle_fausse_n_est_pas_lu() {
        var kbis = lu(
                Specimens.SAS_EN_COLONNES.replace("732 829 320", "732 829 321").replace("123 456 782", "8 000"));

        assertThat(kbis.siren()).isEmpty();
        assertThat(kbis.complet()).isFalse();
    }

    @Test
    void un_document_d_une_autre_nature_n_est_pas_un_kbis() {
        var facture = "Facture du 3 mars 2026, société LOGIPRO SANTÉ, SIREN 732 829 320\n".repeat(3);

        assertThat(LectureDeKbis.lire(UnKbis.pdf(facture))).isEqualTo(new LectureDeKbis.PasUnKbis());
    }

    @Test
    void un_document_numerise_n_a_pas_de_texte() {
        assertThat(LectureDeKbis.lire(UnKbis.pdf("Numérisé par un copieur"))).isEqualTo(new LectureDeKbis.Numerise());
        assertThat(LectureDeKbis.lire(UnKbis.pdf(""))).isEqualTo(new LectureDeKbis.Numerise());
    }

    @Test
    void un_document_chiffre_de_deux_cents_pages_ou_abime_dit_pourquoi_il_ne_se_lit_pas() {
        assertThat(LectureDeKbis.lire(UnKbis.chiffre(Specimens.SAS_EN_COLONNES)))
                .isEqualTo(new LectureDeKbis.Chiffre());
        assertThat(LectureDeKbis.lire(UnKbis.pages(Specimens.SAS_EN_COLONNES, 200)))
                .isEqualTo(new LectureDeKbis.TropDePages());
        assertThat(LectureDeKbis.lire(new byte[] {'%', 'P', 'D', 'F'})).isEqualTo(new LectureDeKbis.Illisible());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nom : ",
                "DE ",
                "Président ",
                "née ",
                "732 829 320 ",
                "à jour au 1 ",
                "M. ",
                "A",
                "Prénoms : Jean Nom : DUPONT "
            })
    void un_texte_demesure_se_lit_en_moins_d_une_seconde(String motif) {
        var long100000 = motif.repeat(100_000 / motif.length());

        for (var texte : List.of(
                "Extrait Kbis RCS\n" + long100000,
                "Extrait Kbis RCS\nGESTION, DIRECTION\nPrésident\nNom, prénoms " + long100000,
                "Extrait Kbis RCS\nDénomination\n" + long100000.replace(" ", "\n") + "\nGESTION, DIRECTION\n"
                        + long100000.replace(" ", "\n"))) {
            var fil = ManagementFactory.getThreadMXBean();
            var avant = fil.getCurrentThreadCpuTime(); // le temps d’une machine chargée n’est pas le sien
            ControleDuKbis.de(LireKbis.dans(texte), "Jean", "Dupont", LocalDate.of(2026, 3, 17));
            assertThat(Duration.ofNanos(fil.getCurrentThreadCpuTime() - avant)).isLessThan(Duration.ofSeconds(1));
        }
    }

    private static Kbis lu(String specimen) {
        return ((Lu) LectureDeKbis.lire(UnKbis.pdf(specimen))).kbis();
    }

    private static void identite(Kbis kbis, String siren, String raisonSociale, String adresse) {
        assertThat(kbis.siren()).hasToString("Optional[" + siren + "]");
        assertThat(kbis.raisonSociale()).contains(raisonSociale);
        assertThat(kbis.adresse()).contains(adresse);
        assertThat(kbis.complet()).isTrue();
        assertThat(kbis.radiee()).isFalse();
    }

    private static org.assertj.core.groups.Tuple tuple(Object... valeurs) {
        return org.assertj.core.groups.Tuple.tuple(valeurs);
    }
}
