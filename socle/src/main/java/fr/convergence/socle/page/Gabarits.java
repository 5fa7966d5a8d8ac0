package fr.convergence.socle.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Les gabarits jte précompilés, trouvés par convention : ce qui se rend est rangé à côté de son gabarit, {@code
 * AccueilPage} et {@code accueil.jte}.
 */
@Component
public final class Gabarits {

    private static final String RACINE = "fr.convergence.";

    private final TemplateEngine moteur = TemplateEngine.createPrecompiled(ContentType.Html);

    Gabarits() {
        // Le gabarit est écrit en octets à la compilation : le texte fixe n'est encodé qu'une fois.
        moteur.setBinaryStaticContent(true);
        moteur.setTrimControlStructures(true);
    }

    /**
     * Rend cet objet avec son gabarit.
     *
     * @param page ce que le gabarit reçoit sous le nom de « page »
     * @param cadre ce qu'il reçoit en plus, sous le nom de « cadre »
     */
    public Utf8ByteOutput composer(Object page, Object cadre) {
        var sortie = new Utf8ByteOutput();
        moteur.render(gabarit(page.getClass()), Map.of("page", page, "cadre", cadre), sortie);
        return sortie;
    }

    TemplateEngine moteur() {
        return moteur;
    }

    private static String gabarit(Class<?> page) {
        var nom = page.getSimpleName().replaceFirst("Page$", "");
        var dossier = page.getPackageName().substring(RACINE.length()).replace('.', '/');
        return dossier + "/" + Character.toLowerCase(nom.charAt(0)) + nom.substring(1) + ".jte";
    }
}
