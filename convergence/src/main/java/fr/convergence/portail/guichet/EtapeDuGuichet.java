package fr.convergence.portail.guichet;

import fr.convergence.portail.definition.Fiche;
import fr.convergence.portail.definition.Genres;
import fr.convergence.portail.definition.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Une étape d'un guichet.
 *
 * @param code sert d'adresse et se cite dans les conditions : « etape.candidature.acceptee »
 * @param formulaire absent tant qu'il n'est pas publié : l'étape s'annonce et ne s'ouvre pas
 * @param ouverteSi la condition de son ouverture, sa fenêtre mise à part
 * @param circuit les niveaux qui l'instruisent, dans l'ordre
 * @param retour par où elle revient d'une demande de modification
 * @param controles ce que chaque niveau y vérifie ; rien d'un niveau qui n'a pas de liste
 */
public record EtapeDuGuichet(
        String code,
        String titre,
        Optional<Reference> formulaire,
        Fenetre fenetre,
        Optional<String> ouverteSi,
        List<Niveau> circuit,
        Retour retour,
        List<Suite> ouvreSurAcceptation,
        List<ListeDeControle> controles) {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private static final Set<String> RESERVES =
            Set.of("contacts", "conventions", "historique", "messages", "reconduction", "reprise");

    public EtapeDuGuichet {
        circuit = List.copyOf(circuit);
        ouvreSurAcceptation = List.copyOf(ouvreSurAcceptation);
        controles = List.copyOf(controles);
    }

    /** Ce que ce niveau y vérifie. */
    public Optional<ListeDeControle> controles(Niveau niveau) {
        return controles.stream().filter(liste -> liste.niveau() == niveau).findFirst();
    }

    /** Vrai d'un code dont l'adresse est celle d'une autre page du dossier. */
    public static boolean reservee(String code) {
        return RESERVES.contains(code);
    }

    /** Un titre d'étape après « de » : « du formulaire de candidature » (guide eCaRE 2024, demande de modification). */
    public static String apresDe(String titre) {
        var enPhrase = titre.substring(0, 1).toLowerCase(Locale.FRENCH) + titre.substring(1);
        return switch (enPhrase.split(" ", 2)[0]) {
            case "formulaire" -> "du " + enPhrase;
            case "déclaration" -> "de la " + enPhrase;
            default -> "de l’étape « " + titre + " »";
        };
    }

    static EtapeDuGuichet lire(Fiche fiche) {
        var circuit = fiche.obligatoire("circuit", Genres.liste(Genres.parmi(Niveau.class, false), 1, 5));
        if (circuit.stream().distinct().count() < circuit.size()) {
            fiche.refuser("circuit", "un niveau n’instruit une étape qu’une fois");
        }
        return new EtapeDuGuichet(
                fiche.obligatoire("code", Genres.motif("un mot en minuscules", CODE)),
                fiche.obligatoire("titre", Genres.lisible(200)),
                fiche.facultatif("formulaire", Reference.GENRE),
                fiche.obligatoire("fenetre", Genres.fiche(LectureFenetre::lire)),
                fiche.facultatif("ouverte_si", Genres.texte(1_000)),
                circuit,
                fiche.sinon("retour", Genres.parmi(Retour.class, true), Retour.DIRECT),
                fiche.sinon("ouvre_sur_acceptation", Genres.liste(Genres.parmi(Suite.class, true), 0, 5), List.of()),
                controles(fiche, circuit));
    }

    private static List<ListeDeControle> controles(Fiche fiche, List<Niveau> circuit) {
        var listes = new ArrayList<ListeDeControle>();
        return fiche.sinon(
                "liste_de_controle",
                Genres.liste(
                        Genres.fiche(liste -> {
                            var lue = ListeDeControle.lire(liste);
                            if (!circuit.contains(lue.niveau())) {
                                liste.refuser("niveau", lue.niveau() + " n’instruit pas cette étape");
                            } else if (listes.stream().anyMatch(autre -> autre.niveau() == lue.niveau())) {
                                liste.refuser("niveau", lue.niveau() + " a déjà une liste de contrôle");
                            }
                            listes.add(lue);
                            return lue;
                        }),
                        0,
                        5),
                List.of());
    }
}
