package fr.convergence.socle.texte;

import fr.convergence.socle.page.Marque;
import fr.convergence.socle.site.Langue;
import fr.convergence.socle.site.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Les textes écrits avec le code du site, dans ses dossiers {@code pages} : pages légales, guides, chemins d'accès. Rendus une fois. */
@Component
public final class Textotheque {

    private final Site site;
    private final Map<String, Texte> textes = new HashMap<>();

    Textotheque(Site site, Marque marque, Exploitant exploitant) {
        this.site = site;
        var variables = Map.of(
                "service", marque.service(),
                "support", marque.support(),
                "editeur", exploitant.editeur(),
                "directeur", exploitant.directeur(),
                "hebergeur", exploitant.hebergeur(),
                "delegue", exploitant.delegue());
        try {
            for (var motif : site.motifs("pages/*.md")) {
                for (var fichier : new PathMatchingResourcePatternResolver().getResources(motif)) {
                    var nom = String.valueOf(fichier.getFilename()).replace(".md", "");
                    textes.put(
                            nom,
                            Markdown.rendre(
                                    fichier.getContentAsString(StandardCharsets.UTF_8), variables, langue(nom)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Dans la langue de la requête ; sinon en français. */
    public Optional<Texte> chercher(String nom) {
        return Optional.ofNullable(textes.get(nom + site.langue().suffixe()))
                .or(() -> Optional.ofNullable(textes.get(nom)));
    }

    private static Langue langue(String nom) {
        return nom.endsWith(Langue.ANGLAIS.suffixe()) ? Langue.ANGLAIS : Langue.FRANCAIS;
    }

    public Texte de(String nom) {
        return chercher(nom).orElseThrow();
    }
}
