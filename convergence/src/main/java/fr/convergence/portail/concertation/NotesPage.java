package fr.convergence.portail.concertation;

import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.PageDeSaisie;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Les notes d'un dossier, la plus récente d'abord, et de quoi en écrire ou en corriger une.
 *
 * @param retour où l'on en était
 * @param corrigee celle que l'on corrige ; vide quand on en écrit une
 * @param tape ce qui est dans le champ
 */
public record NotesPage(
        String reference,
        String candidat,
        RetourALaListe retour,
        List<Note> notes,
        Optional<Corrigee> corrigee,
        String tape,
        Erreurs erreurs)
        implements PageDeSaisie {

    /**
     * @param sienne vrai si qui regarde peut la corriger
     * @param avant ce qu'elle disait, de la plus récente à la plus ancienne
     */
    public record Note(int numero, Message auteur, Instant le, String texte, boolean sienne, List<Avant> avant) {}

    public record Avant(String texte, Instant le) {}

    public record Corrigee(int numero, int revision) {}

    public String dossier() {
        return retour.dossier(reference);
    }

    public String adresse() {
        return retour.vers(chemin(reference));
    }

    public String adressePourCorriger(Note note) {
        return retour.avec(chemin(reference), Map.of("corriger", String.valueOf(note.numero())));
    }

    static String chemin(String reference) {
        return "/instruction/" + reference + "/notes";
    }

    public String action() {
        return chemin(reference) + corrigee.map(note -> "/" + note.numero()).orElse("");
    }
}
