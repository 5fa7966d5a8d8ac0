package fr.convergence.portail.question;

import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Erreurs;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Une question telle que le gabarit de son type la montre.
 *
 * @param enregistrer adresse où la réponse s'enregistre seule, {@code null} quand elle ne se modifie pas
 */
public record Affichage(
        Question question,
        Valeur valeur,
        Erreurs erreurs,
        @Nullable String enregistrer) {

    /** Identifiant et nom du champ d'une partie. */
    public String champ(Partie partie) {
        return question.champ(partie.nom());
    }

    /** Ce que le champ d'une partie contient. */
    public String saisie(Partie partie) {
        return partie.type().saisie(valeur.partie(partie.nom()));
    }

    public String saisie() {
        return question.type() instanceof TypeSimple simple ? simple.saisie(valeur) : "";
    }

    public @Nullable String aide() {
        return question.aide().orElse(null);
    }

    public boolean facultatif() {
        return !question.obligatoire();
    }

    public boolean lectureSeule() {
        return enregistrer == null;
    }

    /** Les réponses proposées, quand elles le sont. */
    public static List<Choix> choix(List<Option> options) {
        return Choix.de(options, Option::code, Option::libelle);
    }
}
