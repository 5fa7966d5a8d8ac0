package fr.convergence.socle.page;

import fr.convergence.socle.site.Site;
import gg.jte.CodeResolver;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/** Rend les gabarits communs et ceux de la galerie sans serveur, et les garde dans target/galerie pour être regardés. */
final class Atelier {

    private static final Path GALERIE = Path.of("target/galerie");
    private static final Path GABARITS =
            Path.of("target", "gabarits-de-test-" + System.getProperty("essai.processus", "1"));
    private static final TemplateEngine MOTEUR = TemplateEngine.create(new DeuxRacines(), GABARITS, ContentType.Html);

    static {
        MOTEUR.setTrimControlStructures(true);
    }

    private Atelier() {}

    static Document galerie(String gabarit, String nom, Map<String, Object> parametres) throws IOException {
        return rendre("galerie/" + gabarit, nom, cadre("Claire Fontaine", null), parametres);
    }

    static Document rendre(String gabarit, String nom, Cadre cadre, Map<String, Object> parametres) throws IOException {
        var tous = new HashMap<>(parametres);
        tous.put("cadre", cadre);
        var sortie = new StringOutput();
        MOTEUR.render("socle/page/" + gabarit + ".jte", tous, sortie);
        var fichier = GALERIE.resolve(nom + ".html");
        Files.createDirectories(fichier.getParent());
        Files.writeString(fichier, sortie.toString());
        // Les tests lisent les pages comme un œil : une espace insécable y est une espace.
        return Jsoup.parse(sortie.toString().replace('\u00a0', ' '));
    }

    static Cadre cadre(@Nullable String connecte, @Nullable Annonce annonce) {
        return cadre(connecte, annonce, false);
    }

    static Cadre cadre(@Nullable String connecte, @Nullable Annonce annonce, boolean etat) {
        var requete = new MockHttpServletRequest("GET", "/dossiers/VEHCXTRMWL");
        requete.setAttribute(
                CsrfToken.class.getName(), new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "jeton-de-la-galerie"));
        var marque = new Marque(
                etat, "Convergence", "Le guichet numérique des acteurs de la e-santé", "support@convergence.example");
        return new Cadre(
                requete,
                new Textes(new Site("essai", "")),
                new Statique(),
                marque,
                bandeau(connecte),
                annonce,
                gg.jte.TemplateEngine.createPrecompiled(gg.jte.ContentType.Html));
    }

    private static Bandeau bandeau(@Nullable String connecte) {
        var navigation = List.of(
                new Lien("Tableau de bord", "/tableau-de-bord", true),
                new Lien("Autoévaluations", "/autoevaluations"),
                new Lien("Guichets", "/guichets"));
        var rapides = List.of(new Lien("Aide", "/aide"), new Lien("Votre compte", "/compte"));
        var pied = List.of(
                new Lien("Plan du site", "/plan-du-site"),
                new Lien("Accessibilité : partiellement conforme", "/accessibilite"),
                new Lien("Mentions légales", "/mentions-legales"),
                new Lien("Données personnelles", "/donnees-personnelles"),
                new Lien("CGU", "/cgu"));
        return new Bandeau(connecte == null ? List.of() : navigation, rapides, pied, connecte, null, 1800);
    }

    /** Les gabarits du socle, puis ceux des tests. */
    private static final class DeuxRacines implements CodeResolver {

        private final List<CodeResolver> racines = List.of(
                new DirectoryCodeResolver(Path.of("src/main/java/fr/convergence")),
                new DirectoryCodeResolver(Path.of("src/test/java/fr/convergence")));

        @Override
        public @Nullable String resolve(String nom) {
            for (var racine : racines) {
                if (racine.exists(nom)) {
                    return racine.resolve(nom);
                }
            }
            return null;
        }

        @Override
        public boolean exists(String nom) {
            return racines.stream().anyMatch(racine -> racine.exists(nom));
        }

        @Override
        public long getLastModified(String nom) {
            return 0;
        }
    }
}
