package fr.convergence.parcours;

import com.microsoft.playwright.Locator;

/** La convention signée par son signataire, sans rien regarder en chemin : d'autres parcours partent de là. */
final class GestesDeSignature {

    private static final String SIGNATAIRE = "signataire@clinique.example";
    private static final int ENTRE_DEUX_TOUCHES_MS = 40;

    private GestesDeSignature() {}

    static void signer(String reference) {
        try (var signataire = Navigateur.surTelephone()) {
            var boite = signataire.site().boite();
            signataire.aller(
                    boite.attendre(SIGNATAIRE, "(?s)" + reference + ".*?https?://[^/\\s]+(/convention/[\\w-]+)"));
            var avant = boite.dernier(SIGNATAIRE);
            signataire.cliquer("Recevoir mon code");
            signataire.voir("Votre code est parti.");
            Navigateur.cocher(signataire.page().locator("#accord"));
            signataire.page().keyboard().press("Tab");
            signataire
                    .page()
                    .locator("#code")
                    .pressSequentially(
                            boite.attendre(SIGNATAIRE, "(?m)^\\W*(\\d{6})\\W*$", avant),
                            new Locator.PressSequentiallyOptions().setDelay(ENTRE_DEUX_TOUCHES_MS));
            signataire.cliquer("Signer la convention");
            signataire.voir("Elle porte le cachet de la plateforme");
        }
    }
}
