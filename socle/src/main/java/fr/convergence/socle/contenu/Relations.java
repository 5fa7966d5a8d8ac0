package fr.convergence.socle.contenu;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Les relations d'une partie d'un document Office (ECMA-376, partie 2, §6.5) qui sortent du document. */
final class Relations {

    private static final Pattern RELATION =
            Pattern.compile("<[^<>]*\\brelationship\\s[^<>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ATTRIBUT = Pattern.compile(
            "\\b(type|target|targetmode)\\s*=\\s*([\"'])(.*?)\\2", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    /** Un lien ne va chercher ses données qu'au clic ; une image liée, à l'affichage seulement si on l'autorise. */
    private static final Set<String> SUIVIES_A_L_OUVERTURE =
            Set.of("attachedtemplate", "oleobject", "frame", "subdocument", "afchunk", "slidemaster", "package");

    /** Un serveur, par une adresse ou par un partage ; un modèle sur le disque du rédacteur n'en est pas un. */
    private static final Pattern AILLEURS = Pattern.compile(
            "^\\s*((https?|ftp|mhtml|ms-[a-z]+):.*|\\\\\\\\.*|//.*|file:(//|\\\\\\\\)(?![/\\\\]?[a-z](:|%3a|\\|)).*[^/\\\\].*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern DISQUE =
            Pattern.compile("^\\s*file:[/\\\\]*[a-z](:|%3a|\\|).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Relations() {}

    static void lire(byte[] partie, Trouvailles trouvailles) throws ContenuRefuse {
        var relations = RELATION.matcher(new String(partie, UTF_8).replace("\0", ""));
        while (relations.find()) {
            var type = "";
            var cible = "";
            var externe = false;
            var attributs = ATTRIBUT.matcher(relations.group());
            while (attributs.find()) {
                switch (attributs.group(1).toLowerCase(Locale.ROOT)) {
                    case "type" -> type = attributs.group(3).toLowerCase(Locale.ROOT);
                    case "target" -> cible = attributs.group(3);
                    default -> externe = attributs.group(3).equalsIgnoreCase("external");
                }
            }
            relation(type.substring(type.lastIndexOf('/') + 1), cible, externe, trouvailles);
        }
    }

    private static void relation(String type, String cible, boolean externe, Trouvailles trouvailles)
            throws ContenuRefuse {
        if (!externe || !SUIVIES_A_L_OUVERTURE.contains(type)) {
            return;
        }
        if (type.equals("oleobject")) {
            trouvailles.voir(ContenuActif.OBJET);
        }
        if (!DISQUE.matcher(cible).matches() && AILLEURS.matcher(cible).matches()) {
            trouvailles.voir(ContenuActif.MODELE_DISTANT);
        }
    }
}
