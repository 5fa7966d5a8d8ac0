package fr.convergence.socle.page;

import static java.util.Objects.requireNonNull;

import fr.convergence.socle.site.Langue;
import fr.convergence.socle.site.Site;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Les textes du site, réunis des fichiers {@code textes.properties} qui accompagnent chaque paquet, et de leur traduction
 * ({@code textes_en.properties}) quand le site parle plusieurs langues.
 *
 * <p>{0}, {1}… sont remplacés tels quels : l'apostrophe n'a pas à être doublée, contrairement à {@link
 * java.text.MessageFormat}.
 */
@Component
public final class Textes {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final Logger JOURNAL = LoggerFactory.getLogger(Textes.class);

    private final Site site;
    private final Map<Langue, Map<String, String>> textes = new EnumMap<>(Langue.class);

    Textes(Site site) {
        this.site = site;
        site.langues().forEach(langue -> textes.put(langue, charger(site, langue)));
    }

    /** Celle de la requête en cours. */
    public Langue langue() {
        return site.langue();
    }

    /** Les langues de ce site, la sienne comprise. */
    List<Langue> langues() {
        return site.langues();
    }

    /** Le texte d'une clé ; une clé absente se voit entre crochets et se lit dans les traces. */
    public String de(String cle, Object... args) {
        return texte(cle, List.of(args));
    }

    public String de(Message message) {
        return message.estBrut() ? String.valueOf(message.args().getFirst()) : texte(message.cle(), message.args());
    }

    /** Choisit {@code cle.un} ou {@code cle.plusieurs} ; zéro est singulier en français, pluriel en anglais. {0} est le nombre. */
    public String nombre(String cle, long n) {
        var singulier = langue() == Langue.FRANCAIS ? n < 2 : n == 1;
        return de(cle + (singulier ? ".un" : ".plusieurs"), n);
    }

    public boolean connait(String cle) {
        return lu(cle) != null;
    }

    private String texte(String cle, List<Object> args) {
        var texte = lu(cle);
        if (texte == null) {
            JOURNAL.error("Texte absent des recueils : {}", cle);
            return "⟦" + cle + "⟧";
        }
        return args.isEmpty() ? texte : PLACE.matcher(texte).replaceAll(place -> mis(place, args));
    }

    /** Dans la langue de la requête ; sinon en français. */
    private @Nullable String lu(String cle) {
        var sien = requireNonNull(textes.get(langue())).get(cle);
        return sien == null && site.enPlusieursLangues()
                ? requireNonNull(textes.get(site.langues().getFirst())).get(cle)
                : sien;
    }

    /** En une passe : « {1}.pdf », le nom d'un fichier, n'est pas une place. */
    private static String mis(MatchResult place, List<Object> args) {
        var rang = Integer.parseInt(place.group(1));
        return Matcher.quoteReplacement(rang < args.size() ? String.valueOf(args.get(rang)) : place.group());
    }

    private static Map<String, String> charger(Site site, Langue langue) {
        var textes = new HashMap<String, String>();
        try {
            // Ceux du socle d'abord : un site peut récrire le sien.
            for (var motif : site.motifs("textes" + langue.suffixe() + ".properties")) {
                textes.putAll(duMotif(motif, langue));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Pas Map.copyOf, deux fois plus lente à lire : une page y cherche une centaine de textes.
        return Collections.unmodifiableMap(textes);
    }

    private static Map<String, String> duMotif(String motif, Langue langue) throws IOException {
        var textes = new HashMap<String, String>();
        for (var recueil : new PathMatchingResourcePatternResolver().getResources(motif)) {
            lire(recueil).forEach((cle, texte) -> {
                if (textes.put((String) cle, Typographie.composer((String) texte, langue)) != null) {
                    throw new IllegalStateException("Texte écrit deux fois : " + cle + " (" + recueil + ")");
                }
            });
        }
        return textes;
    }

    private static Properties lire(Resource recueil) throws IOException {
        var proprietes = new Properties();
        try (var lecteur = new InputStreamReader(recueil.getInputStream(), StandardCharsets.UTF_8)) {
            proprietes.load(lecteur);
        }
        return proprietes;
    }
}
