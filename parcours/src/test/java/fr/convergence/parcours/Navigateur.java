package fr.convergence.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Une personne devant son navigateur : elle clique sur ce qui se lit, et chaque page qu'elle voit est contrôlée. */
final class Navigateur implements AutoCloseable {

    private static final Playwright PLAYWRIGHT = Playwright.create();
    private static final Browser CHROMIUM = PLAYWRIGHT
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(
                            Path.of(System.getenv().getOrDefault("CONVERGENCE_CHROMIUM", "/usr/bin/chromium")))
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--no-first-run")));

    private static final AtomicInteger DERNIERES = new AtomicInteger();

    private final BrowserContext contexte;
    private final Page page;
    private final List<String> violations = new ArrayList<>();

    private Navigateur(Browser.NewContextOptions options) {
        contexte = CHROMIUM.newContext(
                options.setBaseURL(LeSite.ouvert().adresse()).setLocale("fr-FR"));
        page = contexte.newPage();
        page.setDefaultTimeout(30_000);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                violations.add(page.url() + " : " + message.text());
            }
        });
    }

    static Navigateur ouvrir() {
        return new Navigateur(new Browser.NewContextOptions().setViewportSize(1280, 900));
    }

    static Navigateur surTelephone() {
        return new Navigateur(new Browser.NewContextOptions().setViewportSize(375, 740));
    }

    static Navigateur sansJavaScript() {
        return new Navigateur(
                new Browser.NewContextOptions().setViewportSize(1280, 900).setJavaScriptEnabled(false));
    }

    Page page() {
        return page;
    }

    void aller(String chemin) {
        page.navigate(chemin);
    }

    void suivreLien(String texte) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(texte).setExact(true))
                .first()
                .click();
    }

    void cliquer(String bouton) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(bouton).setExact(true))
                .first()
                .click();
    }

    void saisir(String champ, String valeur) {
        page.locator("[name='" + champ + "']").first().fill(valeur);
    }

    void cocher(String champ, String valeur) {
        page.locator("[name='" + champ + "'][value='" + valeur + "']")
                .first()
                .check(new com.microsoft.playwright.Locator.CheckOptions().setForce(true));
    }

    void choisir(String champ, String libelle) {
        page.locator("select[name='" + champ + "']")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(libelle));
    }

    String titre() {
        return page.locator("h1").first().innerText();
    }

    /** Attend que la page dise cela, et qu'elle soit sans défaut. */
    void lire(String texte) {
        page.getByText(texte).first().waitFor();
        controler();
    }

    /** Accessible (axe), sans texte oublié, sans barre de défilement de côté, sans violation de la politique de contenu. */
    void controler() {
        assertThat(page.content())
                .as("texte absent des recueils sur " + page.url())
                .doesNotContain("⟦");
        assertThat(violations).isEmpty();
        if (javaScript()) {
            assertThat((Boolean) page.evaluate(
                            "document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1"))
                    .as("déborde de côté : " + page.url())
                    .isTrue();
            var defauts = new AxeBuilder(page)
                    .analyze().getViolations().stream()
                            .map(defaut -> defaut.getId() + " : "
                                    + defaut.getNodes().stream()
                                            .map(noeud -> noeud.getHtml())
                                            .toList())
                            .toList();
            assertThat(defauts).as("accessibilité de " + page.url()).isEmpty();
        }
    }

    private boolean javaScript() {
        try {
            return (Boolean) page.evaluate("true");
        } catch (RuntimeException sansScript) {
            return false;
        }
    }

    /** Garde l'image de la page, pour qui relit un parcours. */
    void capturer(String nom) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/captures", nom + ".png"))
                .setFullPage(true));
    }

    /** Laisse l'image de la dernière page vue : c'est celle où un parcours s'est arrêté. */
    @Override
    public void close() {
        capturer("derniere-" + DERNIERES.incrementAndGet());
        contexte.close();
    }
}
