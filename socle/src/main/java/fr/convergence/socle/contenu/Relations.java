package fr.convergence.socle.contenu;

import fr.convergence.socle.lecture.PartieXml;
import fr.convergence.socle.lecture.PartieXml.Attributs;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Les relations d'une partie d'un document Office (ECMA-376, partie 2, §6.5) : celles qui sortent du document, et celles dont le
 * type dit que la partie désignée est active, où qu'elle soit rangée.
 */
final class Relations implements PartieXml.Lecteur {

    /** Un lien ne va chercher ses données qu'au clic ; une image liée, à l'affichage seulement si on l'autorise. */
    private static final Set<String> SUIVIES_A_L_OUVERTURE =
            Set.of("attachedtemplate", "oleobject", "frame", "subdocument", "afchunk", "slidemaster", "package");

    private static final Set<String> A_MACROS = Set.of("vbaproject", "wordvbadata", "xlmacrosheet", "xlintlmacrosheet");
    private static final Set<String> OBJETS = Set.of("control", "activexcontrolbinary");
    private static final Set<String> LIENS = Set.of("connections", "externallink");

    /** Un serveur, par une adresse ou par un partage ; un modèle sur le disque du rédacteur n'en est pas un. */
    private static final Pattern AILLEURS = Pattern.compile(
            "^\\s*((https?|ftp|mhtml|ms-[a-z]+):.*|\\\\\\\\.*|//.*|file:(//|\\\\\\\\)(?![/\\\\]?[a-z](:|%3a|\\|)).*[^/\\\\].*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern DISQUE =
            Pattern.compile("^\\s*file:[/\\\\]*[a-z](:|%3a|\\|).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Trouvailles trouvailles;

    Relations(Trouvailles trouvailles) {
        this.trouvailles = trouvailles;
    }

    @Override
    public void debut(String nom, Attributs attributs) throws ContenuRefuse {
        if (nom.equals("relationship")) {
            var type = attributs.de("type").toLowerCase(Locale.ROOT);
            var ou = attributs.de("targetmode");
            relation(
                    type.substring(type.lastIndexOf('/') + 1),
                    attributs.de("target"),
                    !ou.isEmpty() && !ou.equalsIgnoreCase("internal"));
        }
    }

    private void relation(String type, String cible, boolean externe) throws ContenuRefuse {
        if (A_MACROS.contains(type)) {
            throw new ContenuRefuse(Raison.MACROS);
        }
        if (OBJETS.contains(type)) {
            trouvailles.voir(ContenuActif.OBJET);
        }
        if (LIENS.contains(type)) {
            trouvailles.voir(ContenuActif.LIEN_EXTERNE);
        }
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
