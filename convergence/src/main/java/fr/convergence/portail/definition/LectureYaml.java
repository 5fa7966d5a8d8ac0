package fr.convergence.portail.definition;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Lit un texte YAML (donc aussi du JSON) en {@link Noeud}s.
 *
 * <p>Le fichier vient d'un opérateur, peut-être d'un inconnu : ni balise, ni ancre (donc ni alias qui se multiplient),
 * ni profondeur, ni taille sans borne, et rien n'est jamais construit d'autre que des textes.
 */
final class LectureYaml {

    static final int TAILLE = 1024 * 1024;
    private static final int PROFONDEUR = 20;
    private static final int NOEUDS = 20_000;

    /** Les maladresses courantes, dites en français ; l'analyseur parle anglais. */
    private static final Map<String, String> PROBLEMES = Map.of(
            "found character '\\t", "une tabulation ne peut pas servir de retrait : employez des espaces",
            "mapping values are not allowed", "deux-points inattendus : mettez le texte entre guillemets",
            "could not find expected ':'", "il manque les deux-points après la clé",
            "expected <block end>", "le retrait de cette ligne ne correspond à rien",
            "found unexpected end of stream", "un guillemet ouvert n’est pas refermé",
            "expected ',' or ']'", "il manque une virgule ou un crochet fermant",
            "expected ',' or '}'", "il manque une virgule ou une accolade fermante",
            "found unknown escape character", "« \\ » est inattendu : employez des guillemets simples");

    private final Iterator<Event> evenements;
    private int profondeur;
    private int noeuds;

    private LectureYaml(Iterator<Event> evenements) {
        this.evenements = evenements;
    }

    static Optional<Noeud> lire(String texte, Defauts defauts) {
        if (texte.length() > TAILLE) {
            defauts.ajouter(1, "le fichier dépasse 1 Mio");
            return Optional.empty();
        }
        var reglages = LoadSettings.builder().setCodePointLimit(TAILLE).build();
        try {
            return Optional.of(
                    new LectureYaml(new Parse(reglages).parseString(texte).iterator()).document());
        } catch (Arret arret) {
            defauts.ajouter(arret.ligne, arret.raison);
        } catch (MarkedYamlEngineException e) {
            defauts.ajouter(e.getProblemMark().map(m -> m.getLine() + 1).orElse(1), enFrancais(e.getProblem()));
        } catch (YamlEngineException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // L'analyseur laisse échapper quelques exceptions ordinaires sur des caractères ou échappements invalides.
            defauts.ajouter(1, "un caractère interdit empêche de lire le fichier");
        }
        return Optional.empty();
    }

    private Noeud document() {
        suivant(); // début du flux
        var debut = suivant();
        if (debut.getEventId() == Event.ID.StreamEnd) {
            throw new Arret(1, "le fichier est vide");
        }
        var racine = noeud(suivant());
        suivant(); // fin du document
        var fin = suivant();
        if (fin.getEventId() != Event.ID.StreamEnd) {
            throw new Arret(ligne(fin), "un fichier ne contient qu’un document");
        }
        return racine;
    }

    private Noeud noeud(Event evenement) {
        refuserMecanismes(evenement);
        if (++noeuds > NOEUDS) {
            throw new Arret(ligne(evenement), "le fichier compte trop d’éléments");
        }
        if (evenement instanceof ScalarEvent scalaire) {
            return new Noeud.Scalaire(scalaire.getValue(), !scalaire.isPlain(), ligne(evenement));
        }
        if (++profondeur > PROFONDEUR) {
            throw new Arret(ligne(evenement), "les retraits sont trop profonds");
        }
        var noeud = evenement instanceof MappingStartEvent ? objet(ligne(evenement)) : suite(ligne(evenement));
        profondeur--;
        return noeud;
    }

    private Noeud suite(int ligne) {
        List<Noeud> elements = new ArrayList<>();
        for (var e = suivant(); e.getEventId() != Event.ID.SequenceEnd; e = suivant()) {
            elements.add(noeud(e));
        }
        return new Noeud.Suite(elements, ligne);
    }

    private Noeud objet(int ligne) {
        Map<String, Noeud.Champ> champs = new LinkedHashMap<>();
        for (var e = suivant(); e.getEventId() != Event.ID.MappingEnd; e = suivant()) {
            if (!(noeud(e) instanceof Noeud.Scalaire(var cle, var _, var ligneDeLaCle))) {
                throw new Arret(ligne(e), "une clé est un mot");
            }
            var champ = new Noeud.Champ(noeud(suivant()), ligneDeLaCle);
            if (champs.put(cle, champ) != null) {
                throw new Arret(ligneDeLaCle, "« " + cle + " » est écrit deux fois");
            }
        }
        return new Noeud.Objet(champs, ligne);
    }

    private void refuserMecanismes(Event evenement) {
        var ancre = evenement instanceof NodeEvent n && n.getAnchor().isPresent();
        if (evenement instanceof AliasEvent || ancre) {
            throw new Arret(ligne(evenement), "les ancres (&) et les alias (*) ne sont pas admis");
        }
        var balise = evenement instanceof ScalarEvent s && s.getTag().isPresent()
                || evenement instanceof CollectionStartEvent c && c.getTag().isPresent();
        if (balise) {
            throw new Arret(ligne(evenement), "les balises (!) ne sont pas admises");
        }
    }

    private Event suivant() {
        return evenements.next();
    }

    private static int ligne(Event evenement) {
        return evenement.getStartMark().map(m -> m.getLine() + 1).orElse(1);
    }

    private static String enFrancais(String probleme) {
        return PROBLEMES.entrySet().stream()
                .filter(p -> probleme.startsWith(p.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse("l’écriture YAML est incorrecte à partir d’ici");
    }

    /** La lecture ne peut pas continuer : au-delà, tout serait faux. */
    private static final class Arret extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int ligne;
        private final String raison;

        Arret(int ligne, String raison) {
            super(raison, null, false, false);
            this.ligne = ligne;
            this.raison = raison;
        }
    }
}
