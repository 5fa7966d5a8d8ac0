package fr.convergence.portail.accueil;

import fr.convergence.socle.texte.Markdown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Les textes de l'accueil que l'opérateur écrit, un par public (ACC-1) ; sans lui, ceux du dossier {@code publics}. */
@Component
public final class TextesDAccueil {

    private final JdbcClient base;
    private final Clock horloge;

    TextesDAccueil(JdbcClient base, Clock horloge) {
        this.base = base;
        this.horloge = horloge;
    }

    /** Le Markdown en vigueur, par public. */
    public Map<Public, String> enVigueur() {
        var textes = new HashMap<Public, String>();
        for (var lecteur : Public.values()) {
            textes.put(lecteur, parDefaut(lecteur));
        }
        base.sql("select public, texte from accueil_texte").query(ligne -> {
            textes.put(Public.valueOf(ligne.getString("public")), ligne.getString("texte"));
        });
        return textes;
    }

    public void ecrire(Public lecteur, String markdown) {
        base.sql("""
                insert into accueil_texte (public, texte, modifie_le) values (?, ?, ?)
                on conflict (public) do update set texte = excluded.texte, modifie_le = excluded.modifie_le
                """)
                .params(lecteur.name(), markdown, Timestamp.from(horloge.instant()))
                .update();
    }

    /** Revient au texte livré. Faux s'il était déjà en vigueur. */
    public boolean retablir(Public lecteur) {
        return base.sql("delete from accueil_texte where public = ?")
                        .param(lecteur.name())
                        .update()
                == 1;
    }

    /** Ce que donne un texte sur l'accueil : du HTML sûr, celui du texte étant échappé. */
    public static String html(String markdown) {
        return Markdown.rendre(markdown, Map.of()).html();
    }

    private static String parDefaut(Public lecteur) {
        try {
            return new ClassPathResource("publics/" + lecteur.name().toLowerCase() + ".md", TextesDAccueil.class)
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
