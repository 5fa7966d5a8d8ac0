package fr.convergence.portail.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Perimetre;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.dossier.Statut;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.helper.HttpConnection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TestDuPortail
@Tag("INSTR-1")
final class ListeDeTravailTest {

    private static final Instant LE = Instant.parse("2026-03-03T13:03:00Z");

    @Autowired
    UneInstruction instruction;

    @Autowired
    ListeDeTravail liste;

    @Test
    void un_verificateur_ars_ne_voit_que_sa_region_quoi_que_demande_l_adresse() {
        var mayotte = instruction.transmis("06", "CENTRE HOSPITALIER DE MAYOTTE");
        var reunion = instruction.transmis("04", "CHU DE LA REUNION");

        var vue = page(instruction.ars("06"), "/instruction?region=04");

        assertThat(vue.text())
                .contains(mayotte.reference().valeur())
                .doesNotContain(reunion.reference().valeur());
        assertThat(vue.select("#region")).isEmpty();
    }

    @Test
    void un_role_sans_perimetre_n_y_voit_rien_quoi_que_demande_l_adresse() {
        var mayotte = instruction.transmis("06", "CENTRE HOSPITALIER DE MAMOUDZOU");
        var inconnu = new Connecte(UUID.randomUUID(), Role.ANS, "Rôle Fictif", new Perimetre.Aucun(), LE);

        for (var adresse : List.of("?etat=tous&region=06", "?etat=tous&q=mamoudzou", "?etat=transmis_ars&tri=nom")) {
            var vue = page(inconnu, "/instruction" + adresse);
            assertThat(vue.text()).doesNotContain(mayotte.reference().valeur());
            assertThat(vue.select("a.fr-tag strong").eachText()).allMatch("0"::equals);
        }
    }

    @Test
    void la_vue_ordinaire_montre_ce_qui_attend_son_niveau() {
        var aTraiter = instruction.transmis("02", "A TRAITER");
        var rendu = instruction.transmis("02", "DEJA RENDU");
        var alice = instruction.ars("02");
        decider(alice, rendu.reference().valeur(), "refus", Map.of("motif", "hors délai", "version", "1"));

        assertThat(page(alice, "/instruction").text())
                .contains(aTraiter.reference().valeur())
                .doesNotContain(rendu.reference().valeur());
        assertThat(page(alice, "/instruction?etat=refuse").text())
                .contains(rendu.reference().valeur())
                .doesNotContain(aTraiter.reference().valeur());
    }

    @Test
    void les_onglets_disent_les_compteurs_de_la_region() {
        var alice = instruction.ars("01");
        IntStream.range(0, 3).forEach(n -> instruction.transmis("01", "GUADELOUPE " + n));

        var onglets = page(alice, "/instruction").select(".fr-tag").eachText();

        assertThat(onglets).contains("Transmis à l’ARS – à traiter 3", "Refusé 0", "Tous 3");
    }

    @Test
    void le_filtre_des_etapes_acceptees_les_trouve_et_leur_donne_le_meme_mot() {
        var alice = instruction.ars("32");
        var ouverte = instruction.enDeclaration("32", "HAUTS-DE-FRANCE");

        var onglets = page(alice, "/instruction").select(".fr-tag");
        var acceptees = page(alice, onglets.select(":contains(Accepté)").attr("href"));

        assertThat(onglets.eachText())
                .contains("Accepté " + acceptees.select("tbody tr").size())
                .noneMatch(texte -> texte.startsWith("Validé"));
        assertThat(acceptees
                        .select("tbody tr:contains(%s)".formatted(ouverte.reference()))
                        .eachText())
                .singleElement()
                .asString()
                .contains("Formulaire de candidature", "Accepté");
        assertThat(page(alice, "/instruction?etat=valide_ars").select("tbody").text())
                .as("une vue ou une adresse gardée")
                .isEqualTo(acceptees.select("tbody").text());
    }

    @Test
    void un_brouillon_n_est_dans_aucune_liste() {
        var brouillon = instruction.brouillon("03", "BROUILLON DE GUYANE", instruction.referent());

        assertThat(page(instruction.ars("03"), "/instruction?etat=tous").text())
                .doesNotContain(brouillon.reference().valeur());
    }

    @Test
    void un_en_tete_de_colonne_l_emporte_sur_le_tri_en_cours() {
        var alice = instruction.ars("06");
        instruction.transmis("06", "ZEBRE DE MAYOTTE", instruction.referent(), LE);
        instruction.transmis("06", "ABEILLE DE MAYOTTE", instruction.referent(), LE.plusSeconds(60));
        var parDate = page(alice, "/instruction");
        var formulaire = (FormElement) parDate.selectFirst("#filtres");
        var enTete = parDate.selectFirst("button.cv-tri:contains(Établissement)");

        // Ce que le navigateur envoie : les champs du formulaire, puis le bouton.
        var envoi = Stream.concat(
                        formulaire.formData().stream(), Stream.of(HttpConnection.KeyVal.create("tri", enTete.val())))
                .map(champ -> champ.key() + "=" + champ.value())
                .collect(Collectors.joining("&"));

        assertThat(parDate.select("tbody tr").eachText()).first().asString().contains("ZEBRE");
        assertThat(page(alice, "/instruction?" + envoi).select("tbody tr").eachText())
                .first()
                .asString()
                .contains("ABEILLE");
    }

    @Test
    void un_telephone_trie_par_une_liste_qui_dit_le_tri_en_cours() {
        var alice = instruction.ars("06");
        instruction.transmis("06", "LEMURIEN DE MAYOTTE");

        var trierPar = page(alice, "/instruction?ordre=nom").select("#filtres select[name=ordre]");

        assertThat(trierPar.select("option[selected]").eachText()).containsExactly("Établissement, de A à Z");
        assertThat(trierPar.select("option").eachText()).hasSize(4).noneMatch(texte -> texte.contains("⟦"));
    }

    @Test
    void une_adresse_malmenee_donne_la_liste_ordinaire() {
        var adresse = "/instruction?etat=BROUILLON&tri=mot;drop&taille=999999&du=hier&type=X&apres=%27~%27&region=zz";

        assertThat(instruction.lire(instruction.ans(), adresse)).hasStatusOk();
    }

    @Test
    void les_pages_se_suivent_sans_trou_ni_doublon_meme_quand_un_dossier_arrive() {
        var alice = instruction.ars("28");
        var attendus = IntStream.range(0, 60)
                .mapToObj(n -> instruction
                        .transmis("28", "NORMANDIE " + n % 7, instruction.referent(), LE.plusSeconds(n / 4))
                        .reference()
                        .valeur())
                .toList();
        for (var tri : List.of("date", "-date", "nom", "-nom")) {
            var filtre = FiltreDeListe.lire(alice, Map.of("tri", tri));
            var lus = new ArrayList<String>();
            var feuillet = liste.apres(alice, filtre, null);
            lus.addAll(references(feuillet));
            while (feuillet.suivante().isPresent()) {
                instruction.transmis("28", "ARRIVE PENDANT LA LECTURE", instruction.referent(), LE.minusSeconds(60));
                feuillet = liste.apres(alice, filtre, feuillet.suivante().get());
                lus.addAll(references(feuillet));
            }
            assertThat(lus).as(tri).doesNotHaveDuplicates().containsAll(attendus);
        }
    }

    @Test
    void la_page_precedente_rend_la_meme_page() {
        var alice = instruction.ars("24");
        IntStream.range(0, 55).forEach(n -> instruction.transmis("24", "LOIRE " + n));
        var filtre = FiltreDeListe.lire(alice, Map.of("tri", "nom"));
        var premiere = liste.apres(alice, filtre, null);
        var deuxieme = liste.apres(alice, filtre, premiere.suivante().orElseThrow());

        var retour = liste.avant(alice, filtre, deuxieme.precedente().orElseThrow());

        assertThat(references(retour)).isEqualTo(references(premiere));
        assertThat(retour.precedente()).isEmpty();
    }

    @Test
    void l_ans_voit_toutes_les_regions_et_peut_en_choisir_une() {
        var bretagne = instruction.enDeclaration("53", "RENNES");
        var alice = instruction.ars("53");
        decider(alice, bretagne.reference().valeur(), "validation", Map.of("version", "2"), "declaration");
        var noe = instruction.ans();

        assertThat(page(noe, "/instruction?region=53").text())
                .contains(bretagne.reference().valeur(), "Bretagne");
        assertThat(page(noe, "/instruction?region=44").text())
                .doesNotContain(bretagne.reference().valeur());
        assertThat(liste.compteurs(noe, FiltreDeListe.lire(noe, Map.of("region", "53"))))
                .containsEntry(Statut.TRANSMIS_ANS, 1L);
    }

    @Test
    void un_referent_n_y_entre_pas() {
        assertThat(instruction.lire(instruction.referent(), "/instruction")).hasStatus(403);
    }

    private void decider(Connecte qui, String reference, String nature, Map<String, String> champs) {
        decider(qui, reference, nature, champs, "candidature");
    }

    private void decider(Connecte qui, String reference, String nature, Map<String, String> champs, String etape) {
        assertThat(instruction.envoyer(qui, "/instruction/" + reference + "/" + etape + "/decisions/" + nature, champs))
                .hasStatus(303);
    }

    private Document page(Connecte qui, String adresse) {
        try {
            var reponse = instruction.lire(qui, adresse);
            assertThat(reponse).hasStatusOk();
            return Jsoup.parse(reponse.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> references(ListeDeTravail.Feuillet feuillet) {
        return feuillet.lignes().stream().map(LigneDeListe::reference).toList();
    }
}
