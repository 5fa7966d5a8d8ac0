package fr.convergence.portail.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Un auteur se trompe : tout lui est dit d'un coup, à sa ligne, avec ce qu'il voulait sans doute écrire. */
@Tag("FRM-1")
final class FautesDAuteurTest {

    /** À deux lettres près, dans un sens ou dans l'autre ; au-delà, proposer égarerait. */
    @ParameterizedTest
    @CsvSource({
        "libelle, ''",
        "libell, libelle",
        "libel, libelle",
        "libe, ''",
        "libelleee, libelle",
        "libelleeee, ''",
        "libelel, libelle",
        "lebille, libelle",
        "lybylle, libelle",
        "lybylly, ''",
        "xibelle, libelle",
        "elle, ''"
    })
    void seul_un_champ_proche_est_propose(String ecrit, String propose) {
        var defauts = new Defauts("f.yaml");
        fiche(ecrit + ": x\n", defauts, fiche -> fiche.facultatif("libelle", Genres.texte(9)));
        var raison = "« " + ecrit + " » n’a pas de sens ici"
                + (propose.isEmpty() ? "" : " ; vouliez-vous écrire « " + propose + " » ?");
        assertThat(defauts.liste())
                .extracting(Defaut::raison)
                .isEqualTo(ecrit.equals("libelle") ? List.of() : List.of(raison));
    }

    @Test
    void un_champ_presque_bien_ecrit_en_propose_un() {
        var defauts = new Defauts("f.yaml");
        fiche(
                "libele: x\nlibelle: y\nid: z\n",
                defauts,
                fiche -> fiche.obligatoire("libelle", Genres.texte(9)) + fiche.obligatoire("ids", Genres.texte(9)));
        assertThat(defauts.liste())
                .extracting(Defaut::toString)
                .containsExactly(
                        "f.yaml, ligne 1 : « ids » manque",
                        "f.yaml, ligne 1 : « libele » n’a pas de sens ici ; vouliez-vous écrire « libelle » ?",
                        "f.yaml, ligne 3 : « id » n’a pas de sens ici ; vouliez-vous écrire « ids » ?");
    }

    @Test
    void une_valeur_trop_longue_n_est_pas_recopiee_dans_son_refus() {
        for (var longueur : List.of(60, 61)) {
            var defauts = new Defauts("f.yaml");
            var mot = "y".repeat(longueur);
            fiche("v: " + mot, defauts, fiche -> fiche.obligatoire("v", Genres.entier(0, 1)));
            assertThat(defauts.liste())
                    .extracting(Defaut::raison)
                    .containsExactly("« v » : un nombre entier de 0 à 1 est attendu"
                            + (longueur > 60 ? "" : ", pas « " + mot + " »"));
        }
    }

    /** Ce que le sens refuse se dit à la ligne du champ, ou à celle de l'objet quand le champ n'y est pas. */
    @Test
    void un_refus_de_sens_est_a_la_ligne_de_son_champ() {
        var defauts = new Defauts("f.yaml");
        fiche("\na: 1\nb: 2\n", defauts, fiche -> {
            fiche.refuser("b", "trop petit");
            fiche.refuser("c", "manque");
            return fiche.obligatoire("a", Genres.entier(0, 9)) + fiche.obligatoire("b", Genres.entier(0, 9));
        });
        assertThat(defauts.liste())
                .extracting(Defaut::toString)
                .containsExactly("f.yaml, ligne 2 : « c » : manque", "f.yaml, ligne 3 : « b » : trop petit");
    }

    @Test
    void ce_qui_manque_prend_une_valeur_sans_defaut_et_la_lecture_continue() {
        var defauts = new Defauts("f.yaml");

        var lus = fiche(
                "autre: 1\n",
                defauts,
                fiche -> List.of(
                        fiche.obligatoire("v", Genres.entier(3, 9)),
                        fiche.sinon("w", Genres.entier(0, 9), 7),
                        fiche.facultatif("x", Genres.entier(0, 9)).orElse(-1)));

        assertThat(lus).containsExactly(3, 7, -1);
        assertThat(defauts.liste())
                .extracting(Defaut::raison)
                .containsExactly("« v » manque", "« autre » n’a pas de sens ici");
    }

    @Test
    void une_variante_dit_la_suite_et_une_inconnue_n_accuse_pas_les_autres_champs() {
        Map<String, Function<Fiche, String>> lectures = new LinkedHashMap<>();
        lectures.put("court", fiche -> "court " + fiche.sinon("longueur", Genres.entier(1, 9), 9));
        lectures.put("date", fiche -> "date");
        String lue = fiche("type: court\nlongueur: 4\n", new Defauts("f"), fiche -> fiche.variante("type", lectures));
        assertThat(lue).isEqualTo("court 4");

        var defauts = new Defauts("f.yaml");
        fiche("type: cour\nlongueur: 4\n", defauts, fiche -> fiche.variante("type", lectures));
        assertThat(defauts.liste())
                .extracting(Defaut::raison)
                .containsExactly("« type » : « cour » est inconnu ; vouliez-vous écrire « court » ?");

        var autres = new Defauts("f.yaml");
        fiche("type: date\nlongueur: 4\n", autres, fiche -> fiche.variante("type", lectures));
        assertThat(autres.liste()).extracting(Defaut::ligne).containsExactly(2);
    }

    @Test
    void cent_defauts_suffisent_et_le_meme_ne_se_dit_qu_une_fois() {
        var defauts = new Defauts("f.yaml");
        for (var ligne = 200; ligne > 0; ligne--) {
            defauts.ajouter(ligne, "faux");
            defauts.ajouter(ligne, "faux");
        }
        assertThat(defauts.liste()).hasSize(100).isSortedAccordingTo((a, b) -> Integer.compare(a.ligne(), b.ligne()));
        assertThat(defauts.aucun()).isFalse();
    }

    private static <T> T fiche(String yaml, Defauts defauts, Function<Fiche, T> lecture) {
        return Document.lire(yaml, defauts).orElseThrow().fiche(defauts, lecture);
    }
}
