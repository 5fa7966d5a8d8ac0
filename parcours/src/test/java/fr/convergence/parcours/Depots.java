package fr.convergence.parcours;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Les gestes d'un dépôt de fichiers : choisir, glisser, voir arriver, couper le réseau. */
final class Depots {

    static final String TELEVERSEMENTS = "**/televersements/**";

    private Depots() {}

    /** Dépose un fichier et attend qu'il soit reçu. */
    static void deposer(Navigateur chez, String question, FilePayload fichier) {
        chez.page().locator("#" + question).setInputFiles(fichier);
        recu(chez, question, fichier.name);
    }

    static void recu(Navigateur chez, String question, String nom) {
        espace(chez, question)
                .locator("[data-fichier]")
                .filter(new Locator.FilterOptions().setHasText(nom))
                .getByText(Pattern.compile("^Reçu"))
                .first()
                .waitFor();
    }

    /** L'espace de dépôt d'une question. */
    static Locator espace(Navigateur chez, String question) {
        return chez.page().locator("#question-" + question);
    }

    static void choisir(Navigateur chez, String question, FilePayload... fichiers) {
        chez.page().locator("#" + question).setInputFiles(fichiers);
    }

    /** Glisse des PDF dans le cadre, comme depuis un dossier de l'ordinateur. */
    static void glisser(Navigateur chez, String question, String... noms) {
        var contenu = new String(PiecesDuParcours.pdf("x.pdf").buffer, StandardCharsets.ISO_8859_1);
        var depot = chez.page().evaluateHandle("""
                ([noms, contenu]) => {
                  const depot = new DataTransfer();
                  const octets = Uint8Array.from(contenu, (c) => c.charCodeAt(0));
                  noms.forEach((nom) => depot.items.add(new File([octets], nom, { type: "application/pdf" })));
                  return depot;
                }
                """, List.of(List.of(noms), contenu));
        espace(chez, question)
                .locator("[data-televersement-zone]")
                .dispatchEvent("drop", Map.of("dataTransfer", depot));
    }

    static void refus(Navigateur chez, String question, String nom, String pourquoi) {
        espace(chez, question)
                .locator("li[data-etat=refuse]")
                .filter(nomme(nom))
                .getByText(pourquoi)
                .waitFor();
    }

    static Locator ligne(Navigateur chez, String question, String nom) {
        return espace(chez, question).locator("[data-televersement-envois] li").filter(nomme(nom));
    }

    static Locator.FilterOptions nomme(String nom) {
        return new Locator.FilterOptions().setHasText(nom);
    }

    /** Les envois partis de la page, dans l'ordre. */
    static List<Request> envois(Navigateur chez) {
        var envois = new ArrayList<Request>();
        chez.page().onRequest(requete -> {
            if (requete.url().contains("/televersements/")) {
                envois.add(requete);
            }
        });
        return envois;
    }

    /** Ce que disent de leur place, dans le fichier, les morceaux envoyés ailleurs qu'au début. */
    static List<String> repris(List<Request> envois) {
        return envois.stream()
                .filter(envoi -> envoi.method().equals("PATCH"))
                .map(envoi -> envoi.headers().get("upload-offset"))
                .filter(place -> !place.equals("0"))
                .distinct()
                .toList();
    }

    /** Laisse passer le premier morceau, garde la suite en attente. */
    static void retenirApresUnMorceau(Navigateur chez, List<Route> retenus) {
        chez.page().route(TELEVERSEMENTS, route -> {
            var place = route.request().headers().get("upload-offset");
            if (route.request().method().equals("PATCH") && !"0".equals(place)) {
                retenus.add(route);
            } else {
                route.resume();
            }
        });
    }

    /** Laisse passer le premier morceau, coupe la suite. */
    static void couperApresUnMorceau(Navigateur chez) {
        chez.page().route(TELEVERSEMENTS, route -> {
            var place = route.request().headers().get("upload-offset");
            if (route.request().method().equals("PATCH") && !"0".equals(place)) {
                route.abort("connectionreset");
            } else {
                route.resume();
            }
        });
    }

    /** Retire un fichier déposé et attend qu'il ait disparu. */
    static void retirer(Navigateur chez, String question, String nom) {
        espace(chez, question)
                .locator("[data-fichier]")
                .filter(nomme(nom))
                .locator("button[name=retirer]")
                .click();
        espace(chez, question)
                .locator("[data-televersement-liste] li")
                .filter(nomme(nom))
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        PlaywrightAssertions.assertThat(espace(chez, question).locator("input[type=file]"))
                .isFocused();
    }

    /** La page des prérequis d'une candidature au domaine 2, qui a trois espaces de dix fichiers. */
    static String prerequis(Navigateur chez, String referente, String type, String finess, String nom) {
        Candidatures.rattacher(chez.site(), referente, type, finess);
        Usagers.connecter(chez, referente, Candidatures.MOT_DE_PASSE);
        var dossier = Candidatures.candidater(chez, Candidatures.DOMAINE_2, nom);
        chez.aller(dossier + "/candidature/prerequis");
        chez.page().locator(".cv-depot--actif").first().waitFor();
        return dossier;
    }
}
