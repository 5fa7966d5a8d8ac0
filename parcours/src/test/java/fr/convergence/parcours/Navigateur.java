package fr.convergence.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Une personne devant son navigateur : elle clique sur ce qui se lit, et chaque page qu'elle voit est contrôlée. */
final class Navigateur implements AutoCloseable {

    private static final Playwright PLAYWRIGHT = Playwright.create();
    private static final Browser CHROMIUM = PLAYWRIGHT
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium())
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            // Une mire pour caméra, que chacun a déjà autorisée.
                            "--use-fake-device-for-media-stream",
                            "--use-fake-ui-for-media-stream",
                            "--no-first-run")));

    /** Une machine chargée met du temps à répondre ; ce n'est pas ce que les parcours jugent. */
    private static final int PATIENCE_EN_MILLISECONDES = 30_000;

    private static final int ENTRE_DEUX_TOUCHES_MS = 15;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_EN_MILLISECONDES);
    }

    /** Ce qui paraît en fondu se juge une fois paru. */
    private static final String FONDUS_FINIS = """
            Promise.all(document.getAnimations()
              .filter((animation) => animation.effect.getComputedTiming().endTime < 5000)
              .map((animation) => animation.finished.catch(() => 0)))""";

    /** Une page sans script n'a pas de minuteries ; axe emploie les siennes pour passer d'une règle à la suivante. */
    private static final String SANS_MINUTERIE = """
            window.setTimeout = (suite, delai, ...valeurs) => {
              if (!(delai > 1000)) {
                Promise.resolve().then(() => suite(...valeurs));
              }
              return 0;
            }""";

    private static final AtomicInteger DERNIERES = new AtomicInteger();

    private final LeSite site;
    private final BrowserContext contexte;
    private final Page page;
    private final boolean premierOnglet;
    private final boolean javaScript;
    private final List<String> violations = new ArrayList<>();

    private Navigateur(LeSite site, Browser.NewContextOptions options) {
        this(
                site,
                CHROMIUM.newContext(options.setBaseURL(site.adresse()).setLocale("fr-FR")),
                true,
                !Boolean.FALSE.equals(options.javaScriptEnabled));
    }

    private Navigateur(LeSite site, BrowserContext contexte, boolean premierOnglet, boolean javaScript) {
        this.site = site;
        this.contexte = contexte;
        this.premierOnglet = premierOnglet;
        this.javaScript = javaScript;
        page = contexte.newPage();
        page.setDefaultTimeout(PATIENCE_EN_MILLISECONDES);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                violations.add(page.url() + " : " + message.text());
            }
        });
    }

    /** Celui que dit l'environnement, sinon celui de Debian : sans écran d'abord, trois fois moins de processeur par page. */
    private static Path chromium() {
        return Stream.of(System.getenv("CONVERGENCE_CHROMIUM"), "/usr/bin/chromium-headless-shell", "/usr/bin/chromium")
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Chromium manque : ./verifier l'installe"));
    }

    static Navigateur ouvrir() {
        return sur(LeSite.ouvert());
    }

    static Navigateur sur(LeSite site) {
        return new Navigateur(site, ecran(1280));
    }

    static Navigateur surTelephone() {
        return surEcran(375);
    }

    /** @param largeur en pixels ; 320 est ce qui reste d'un écran d'ordinateur agrandi quatre fois (RGAA 10.11) */
    static Navigateur surEcran(int largeur) {
        return new Navigateur(LeSite.ouvert(), ecran(largeur));
    }

    static Navigateur sansJavaScript() {
        return sansJavaScript(1280);
    }

    static Navigateur sansJavaScript(int largeur) {
        return new Navigateur(LeSite.ouvert(), ecran(largeur).setJavaScriptEnabled(false));
    }

    private static Browser.NewContextOptions ecran(int largeur) {
        return new Browser.NewContextOptions().setViewportSize(largeur, hauteur(largeur));
    }

    private static int hauteur(int largeur) {
        return largeur < 600 ? 740 : 900;
    }

    /** Un second onglet de la même personne : mêmes témoins, autre page. */
    Navigateur autreOnglet() {
        return new Navigateur(site, contexte, false, javaScript);
    }

    /** La même page, sur un écran de cette largeur en pixels. */
    void elargir(int largeur) {
        page.setViewportSize(largeur, hauteur(largeur));
    }

    LeSite site() {
        return site;
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

    /** Remplace ce que dit ce champ, touche après touche. */
    void taper(String champ, String texte) {
        var saisie = page.locator("[id='" + champ + "']");
        saisie.click();
        saisie.press("ControlOrMeta+a");
        saisie.pressSequentially(texte, new Locator.PressSequentiallyOptions().setDelay(ENTRE_DEUX_TOUCHES_MS));
        saisie.press("Tab");
    }

    void cocher(String champ, String valeur) {
        cocher(page.locator("[name='" + champ + "'][value='" + valeur + "']").first());
    }

    /**
     * On clique sur l'étiquette, comme chacun : le dessin du bouton la recouvre. Une ligne d'envoi qui paraît plus haut
     * déplace la page sous le pointeur ; le clic attend qu'elle soit posée.
     */
    static void cocher(Locator bouton) {
        if (!bouton.isChecked()) {
            bouton.locator("xpath=following-sibling::label").click(new Locator.ClickOptions().setPosition(4, 12));
        }
        PlaywrightAssertions.assertThat(bouton).isChecked();
    }

    void choisir(String champ, String libelle) {
        page.locator("select[name='" + champ + "']")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(libelle));
    }

    String titre() {
        return lu(page.locator("h1").first());
    }

    /** Attend que la page dise cela, et qu'elle soit sans défaut. */
    void lire(String texte) {
        voir(texte);
        controler();
    }

    /** Attend que la page dise cela, sans la contrôler : elle l'est ailleurs. */
    void voir(String texte) {
        page.locator("main").getByText(texte).first().waitFor();
    }

    /** Attend l'erreur de ce champ, dite sous lui et dans le résumé, et la rend. */
    String erreur(String champ) {
        page.locator("[data-erreurs] a[href='#" + champ + "']").waitFor();
        var erreur = lu(page.locator("#" + champ + "-messages"));
        assertThat(lu(page.locator("[data-erreurs]"))).contains(erreur);
        return erreur;
    }

    /** Le texte de cet élément, où une espace insécable est une espace. */
    static String lu(Locator element) {
        return element.innerText().replace('\u00a0', ' ').strip();
    }

    /** Attend d'être à cette adresse, exprimée comme dans la barre du navigateur, sans ce qui suit « ? ». */
    void attendreAdresse(String chemin) {
        page.waitForURL(adresse -> java.net.URI.create(adresse).getPath().equals(chemin));
    }

    /** Accessible (axe), sans texte oublié, sans barre de défilement de côté, sans violation de la politique de contenu. */
    void controler() {
        controler(new AxeBuilder(page));
    }

    /** Le même, pour un courriel : il n'a ni repères ni titres de page, que les règles de l'accessibilité n'exigent pas. */
    void controlerCourriel() {
        controler(new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")));
    }

    private void controler(AxeBuilder axe) {
        tenir();
        var defauts = analyser(axe).getViolations().stream()
                .map(defaut -> defaut.getId() + " : "
                        + defaut.getNodes().stream()
                                .map(noeud -> noeud.getHtml())
                                .toList())
                .toList();
        assertThat(defauts).as("accessibilité de " + page.url()).isEmpty();
    }

    /** Tout cela, moins axe : une page dont la sorte est contrôlée ailleurs. */
    void tenir() {
        assertThat(page.content())
                .as("texte absent des recueils sur " + page.url())
                .doesNotContain("⟦");
        assertThat(violations).isEmpty();
        assertThat((Boolean) page.evaluate(
                        "document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1"))
                .as("déborde de côté : " + page.url())
                .isTrue();
    }

    /** Dans la page même : l'autre manière ouvre une page de plus à chaque contrôle, pour des cadres d'autres sites. */
    @SuppressWarnings("deprecation")
    private AxeResults analyser(AxeBuilder axe) {
        page.evaluate(javaScript ? FONDUS_FINIS : SANS_MINUTERIE);
        return axe.setLegacyMode(true).analyze();
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
        capturer("derniere-" + ProcessHandle.current().pid() + "-" + DERNIERES.incrementAndGet());
        if (premierOnglet) {
            contexte.close();
        } else {
            page.close();
        }
    }
}
