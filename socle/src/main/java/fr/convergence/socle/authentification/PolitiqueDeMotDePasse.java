package fr.convergence.socle.authentification;

import fr.convergence.socle.page.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Les mots de passe qu'on accepte (INS-3) : délibération CNIL 2022-100 du 21 juillet 2022, et ni courants ni tirés de ce
 * qu'on sait de la personne.
 */
@Component
public final class PolitiqueDeMotDePasse {

    public static final int LONGUEUR_MIN = 12; // CNIL 2022-100, premier exemple
    public static final int LONGUEUR_MAX = 128;

    private static final double ENTROPIE_MIN = 80; // bits, CNIL 2022-100, sans compter sur les freins
    private static final int FORCE_MIN = 3;
    /** Un morceau de nom plus court se rencontre par hasard dans un bon mot de passe. */
    private static final int INDICE_MIN = 4;

    /** Six choix parmi les touches d'un clavier se devinent ; douze signes tirés au sort en font au moins dix. */
    private static final int TIRAGES_MIN = 6;

    private final Devinette devinette = new Devinette();

    /**
     * @param indices nom, prénom, nom d'utilisateur, adresse électronique, établissement… tout ce qu'un proche essaierait
     */
    public ExamenDeMotDePasse examiner(String clair, Collection<String> indices) {
        var longueur = clair.codePointCount(0, clair.length());
        if (longueur > LONGUEUR_MAX) {
            return new ExamenDeMotDePasse(List.of(raison("trop_long", LONGUEUR_MAX)), 0);
        }
        var morceaux = morceaux(indices);
        var force = devinette.force(clair, morceaux);
        var raisons = new ArrayList<Message>();
        if (longueur < LONGUEUR_MIN) {
            raisons.add(raison("trop_court", LONGUEUR_MIN, longueur));
        } else if (Alphabets.de(clair).size() < Alphabets.CLASSES_DEMANDEES && entropie(clair) < ENTROPIE_MIN) {
            raisons.add(raison("trop_simple"));
        }
        if (reprend(clair, morceaux)) {
            raisons.add(raison("personnel"));
        }
        if (devinette.courant(clair)) {
            raisons.add(raison("courant"));
        } else if (devinette.publie(clair)) {
            raisons.add(raison("publie"));
        } else if (raisons.isEmpty() && (force < FORCE_MIN || promene(clair))) {
            raisons.add(raison("previsible"));
        }
        return new ExamenDeMotDePasse(
                raisons, raisons.isEmpty() ? Math.max(force, FORCE_MIN) : Math.min(force, FORCE_MIN - 1));
    }

    /** Le nombre de bits d'un mot de passe de cette longueur tiré au sort parmi les mêmes sortes de signes. */
    static double entropie(String clair) {
        var signes = Alphabets.de(clair).stream().mapToInt(Alphabets::signes).sum();
        return clair.codePointCount(0, clair.length()) * Math.log(Math.max(1, signes)) / Math.log(2);
    }

    /** Vrai d'un mot de passe fait surtout de touches voisines, sur un clavier français ou anglais. */
    private static boolean promene(String clair) {
        return Clavier.CLAVIERS.stream().anyMatch(clavier -> clavier.tirages(clair) <= TIRAGES_MIN);
    }

    private static boolean reprend(String clair, List<String> morceaux) {
        return Devinette.formes(clair).stream()
                .anyMatch(forme -> morceaux.stream()
                        .filter(morceau -> morceau.length() >= INDICE_MIN)
                        .anyMatch(forme::contains));
    }

    /** « claire.martin@chu.fr » donne « clairemartin », « claire » et « martin » : le domaine n'est pas personnel. */
    private static List<String> morceaux(Collection<String> indices) {
        return indices.stream()
                .map(indice -> indice.contains("@") ? indice.substring(0, indice.indexOf('@')) : indice)
                .map(Devinette::simple)
                .<String>mapMulti((indice, suite) -> {
                    suite.accept(indice.replaceAll("[^a-z0-9]", ""));
                    Arrays.stream(indice.split("[^a-z0-9]+")).forEach(suite);
                })
                .filter(morceau -> morceau.length() > 1)
                .distinct()
                .toList();
    }

    private static Message raison(String nom, Object... arguments) {
        return new Message("authentification.mot_de_passe." + nom, arguments);
    }
}
