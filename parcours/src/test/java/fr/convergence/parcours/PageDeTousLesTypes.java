package fr.convergence.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Une référente sur la page de {@link TousLesTypes} : ce que sa main y fait, et ce que la base en garde. */
final class PageDeTousLesTypes implements AutoCloseable {

    static final String REFERENTE = "helene.faure";

    final Navigateur chez = Navigateur.ouvrir();
    final String dossier;
    private final CDPSession reseau;
    private int tour;

    PageDeTousLesTypes(String finess, String nom) {
        TousLesTypes.publier();
        reseau = chez.page().context().newCDPSession(chez.page());
        reseau.send("Network.enable");
        Candidatures.rattacher(chez.site(), REFERENTE, "EJ_PRIVEE", finess);
        Usagers.connecter(chez, REFERENTE, Candidatures.MOT_DE_PASSE);
        dossier = TousLesTypes.candidater(chez, nom);
        ouvrir();
        choisir("accord", "oui");
        chez.page().locator("[name=pourquoi]").waitFor();
        remplir(0, textes());
        gardes(textes());
    }

    /** La page rouverte, où tout ce qui va se taper est nouveau. */
    int tourSuivant() {
        ouvrir();
        return ++tour;
    }

    /** Ce qui se tape dans chaque champ à ce tour. */
    Map<String, String> textes() {
        return TousLesTypes.textes(tour);
    }

    Map<String, String> deLaPersonne() {
        var bloc = new LinkedHashMap<>(textes());
        bloc.keySet().removeIf(nom -> !nom.startsWith("personne."));
        return bloc;
    }

    Locator champ(String nom) {
        return chez.page().locator("[name='" + nom + "']").first();
    }

    /** Une personne : le premier champ choisi, puis Tab, un temps, et les touches, qui remplacent ce que Tab sélectionne. */
    void remplir(int pause, Map<String, String> textes) {
        champ(textes.keySet().iterator().next()).focus();
        textes.forEach((nom, texte) -> {
            tabulerJusqua(nom);
            chez.page().waitForTimeout(pause);
            chez.page().keyboard().type(texte, new Keyboard.TypeOptions().setDelay(2));
        });
        chez.page().keyboard().press("Tab");
    }

    void aller(String nom) {
        champ(nom).focus();
        chez.page().keyboard().press("Control+A");
    }

    private void tabulerJusqua(String nom) {
        var premier = nom.equals(courant());
        for (var pas = 0; !nom.equals(courant()); pas++) {
            chez.page().keyboard().press("Tab");
            assertThat(pas).as("Tab n'atteint pas " + nom).isLessThan(30);
        }
        // Tab sélectionne le texte d'un champ d'une ligne, et de lui seul.
        if (premier || champ(nom).evaluate("c => c.tagName").equals("TEXTAREA")) {
            chez.page().keyboard().press("Control+A");
        }
    }

    private String courant() {
        return (String) chez.page().evaluate("document.activeElement.name ?? ''");
    }

    void choisir(String nom, String valeur) {
        chez.page()
                .locator("[name='" + nom + "'][value='" + valeur + "'] + label")
                .click();
    }

    /** Ce que la page montre coché, tel que la base le garderait. */
    String coches(String nom, String avant, String entre, String apres) {
        var coches = chez.page().locator("[name='" + nom + "']:checked").all().stream()
                .map(coche -> coche.getAttribute("value"))
                .toList();
        return coches.isEmpty() && !avant.isEmpty() ? "[]" : avant + String.join(entre, coches) + apres;
    }

    void ouvrir() {
        ralentir(0);
        chez.aller(dossier + "/candidature/tous");
    }

    /** Les réponses du serveur mettent ce temps à revenir ; les requêtes, elles, partent aussitôt. */
    void ralentir(int millisecondes) {
        var conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", millisecondes);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", -1);
        reseau.send("Network.emulateNetworkConditions", conditions);
    }

    void gardes(Map<String, String> textes) {
        Candidatures.enregistre(chez);
        textes.forEach((nom, texte) -> assertThat(gardeDuChamp(nom)).as(nom).isEqualTo(TousLesTypes.garde(nom, texte)));
    }

    /** La réponse gardée, en JSON. */
    String gardee(String question) {
        return chez.site().base().texte("""
                select r.reponses #>> array[?, 'v'] from saisie_reponses r
                join dossier_etape e on e.id = r.etape join dossier d on d.id = e.dossier
                where d.reference = ? and e.code = 'candidature'
                """, question, Candidatures.reference(dossier));
    }

    /** Ce qui est gardé pour un champ, partie d'un bloc comprise. */
    String gardeDuChamp(String champ) {
        var nom = champ.split("\\.");
        var valeur = gardee(nom[0]);
        return nom.length == 1
                ? valeur
                : JsonMapper.shared().readTree(valeur).path(nom[1]).asString();
    }

    @Override
    public void close() {
        chez.close();
    }
}
