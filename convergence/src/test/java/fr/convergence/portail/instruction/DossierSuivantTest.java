package fr.convergence.portail.instruction;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** D'un dossier au suivant de la même liste, dans le même ordre, même quand la décision l'en fait sortir. */
@TestDuPortail
@Tag("INSTR-4")
final class DossierSuivantTest {

    @Autowired
    UneInstruction instruction;

    @Autowired
    Requetes requetes;

    private String nom;
    private String liste;
    private Connecte alice;
    private Dossier a;
    private Dossier b;
    private Dossier c;

    @BeforeEach
    void transmettre() {
        nom = ReferenceDeDossier.nouvelle().valeur();
        liste = "/instruction?tri=-nom&q=" + nom;
        alice = instruction.ars("93");
        a = instruction.transmis("93", nom + " A");
        b = instruction.transmis("93", nom + " B");
        c = instruction.transmis("93", nom + " C");
        instruction.transmis("93", "AUTRE NOM");
    }

    @Test
    void on_les_lit_dans_l_ordre_de_la_liste_jusqu_a_son_bout() {
        var premier = lire(adresse(lire(liste + "&taille=50"), c));
        var deuxieme = lire(suivant(premier));
        var dernier = lire(suivant(deuxieme));

        assertThat(deuxieme.select("h1").text()).contains(b.reference().valeur());
        assertThat(dernier.select("h1").text()).contains(a.reference().valeur());
        assertThat(dernier.text()).contains("C’était le dernier dossier de cette liste.");
        assertThat(dernier.select("a:contains(Dossier suivant)")).isEmpty();
        var retour = dernier.select("a:contains(Retour à la liste)").attr("href");
        assertThat(retour).contains("tri=-nom", "q=" + nom, "taille=50");
        assertThat(lire(retour).select("tbody tr")).hasSize(3);
    }

    @Test
    void une_decision_mene_au_meme_dossier_qui_sait_encore_le_suivant() {
        var page = lire(adresse(lire(liste), c));
        var refus = lire(page.select("a:contains(Refuser)").attr("href"));
        var champs = new HashMap<String, String>();
        champs.put("version", "1");
        champs.put("motif", "Hors champ");
        var prise = requetes.soumettre(
                alice, refus.select("form[method=post][action*=refus]").attr("action"), champs);

        assertThat(prise).hasStatus(303);
        var apres = lire(String.valueOf(prise.getResponse().getRedirectedUrl()));
        assertThat(lire(suivant(apres)).select("h1").text())
                .contains(b.reference().valeur());
    }

    @Test
    void s_assigner_noter_et_consulter_gardent_ou_l_on_en_est() {
        var page = lire(adresse(lire(liste), c));
        mene_a_b(envoyer(page, "/assignations", Map.of()));

        var notes = lire(page.select("a[href*=/notes]").attr("href"));
        var notees = envoyer(notes, "/notes", Map.of("texte", "À relire"));
        var correction = lire(notees.select(".cv-message a").attr("href"));
        var corrigees = envoyer(correction, "/notes/1", Map.of("texte", "Relu"));
        mene_a_b(lire(adresse(corrigees, c)));

        var avis = lire(page.select("a[href*=/avis]").attr("href"));
        var demande =
                envoyer(avis, "/avis", Map.of("a", instruction.ans().getName(), "question", "Qu’en pensez-vous ?"));
        mene_a_b(lire(adresse(envoyer(demande, "/retraits", Map.of()), c)));
    }

    private void mene_a_b(Document page) {
        assertThat(lire(suivant(page)).select("h1").text())
                .contains(b.reference().valeur());
    }

    /** Ce que ce formulaire envoie, et la page où il mène. */
    private Document envoyer(Document page, String action, Map<String, String> saisis) {
        var formulaire =
                (FormElement) requireNonNull(page.selectFirst("form[method=post][action$=" + action + "]"), action);
        var champs = new HashMap<String, String>();
        formulaire.formData().forEach(champ -> champs.put(champ.key(), champ.value()));
        champs.putAll(saisis);
        var faite = requetes.soumettre(alice, formulaire.attr("action"), champs);
        assertThat(faite).as(action).hasStatus(303);
        return lire(String.valueOf(faite.getResponse().getRedirectedUrl()));
    }

    @Test
    void un_nom_voisin_de_celui_que_l_on_cherche_n_est_pas_le_suivant() {
        var cherche = instruction.transmis("93", "CLINIQUE ZARBOLIN");
        instruction.transmis("93", "CLINIQUE ZARBOLAN");

        var page = lire(adresse(lire("/instruction?q=zarbolin"), cherche));

        assertThat(page.text()).as("seul, il n’a pas de bout à dire").doesNotContain("C’était le dernier dossier");
        assertThat(suivant(page)).isEmpty();
    }

    @Test
    void une_liste_approchee_le_reste_d_un_dossier_au_suivant() {
        var premier = instruction.transmis("93", "CLINIQUE VORGELIN");
        var second = instruction.transmis("93", "CLINIQUE VORGELAN");

        var page = lire(adresse(lire("/instruction?tri=-nom&q=vorgelon"), premier));
        var suivante = lire(suivant(page));

        assertThat(suivante.select("h1").text()).contains(second.reference().valeur());
        assertThat(suivant(suivante)).isEmpty();
    }

    @Test
    void le_retour_a_la_liste_mene_a_la_page_ou_l_on_en_est() {
        var vus = IntStream.rangeClosed(10, 37)
                .mapToObj(n -> instruction.transmis("93", nom + "Z " + n))
                .toList();
        var debut = lire("/instruction?tri=nom&q=" + nom + "Z");
        var suite = lire(debut.select(".fr-pagination__link--next").attr("href"));

        var retour = lire(retour(lire(adresse(suite, vus.get(26)))));
        assertThat(retour.select("tbody tr")).hasSize(2);
        assertThat(retour.text())
                .contains(
                        vus.get(26).reference().valeur(),
                        vus.get(27).reference().valeur());
        var premiere = lire(retour(lire(adresse(debut, vus.get(24)))));
        assertThat(premiere.select("tbody tr")).hasSize(25);
        assertThat(premiere.text())
                .contains(
                        vus.getFirst().reference().valeur(),
                        vus.get(24).reference().valeur());
    }

    @Test
    void une_position_recopiee_ne_montre_rien_d_un_autre_perimetre() {
        var position = adresse(lire(liste), c).replaceFirst(".*liste=", "");
        var ailleurs = instruction.ars("11");
        var lointain = instruction.transmis("11", nom + " D");

        var page = lire(ailleurs, "/instruction/" + lointain.reference() + "?liste=" + position);
        assertThat(page.select("a[href*=" + b.reference() + "]")).isEmpty();
        for (var forgee : new String[] {"n-importe", "apres=x~y", "%2525zz", "apres=1~" + b.reference()}) {
            assertThat(lire("/instruction/" + a.reference() + "?liste=" + forgee)
                            .select("a:contains(Dossier suivant)"))
                    .as(forgee)
                    .isEmpty();
        }
    }

    private static String adresse(Document liste, Dossier dossier) {
        return liste.select("a[href^=/instruction/" + dossier.reference() + "?]")
                .attr("href");
    }

    private static String retour(Document page) {
        return page.select("a:contains(Retour à la liste)").attr("href");
    }

    private static String suivant(Document page) {
        return page.select("a:contains(Dossier suivant)").attr("href");
    }

    private Document lire(String adresse) {
        return lire(alice, adresse);
    }

    /** L'adresse est déjà écrite comme le navigateur l'envoie. */
    private Document lire(Connecte qui, String adresse) {
        var reponse = requetes.suivre(qui, adresse);
        assertThat(reponse).as(adresse).hasStatusOk();
        return Jsoup.parse(new String(reponse.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
