package fr.convergence.portail.contact;

import fr.convergence.portail.question.Affichage;
import fr.convergence.portail.question.ChoixUnique;
import fr.convergence.portail.question.Partie;
import fr.convergence.portail.question.Valeur;
import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Page;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * « Mise à jour du contact ».
 *
 * @param actuel le contact tel qu'il vient d'être changé ailleurs, à comparer avec ce qui est saisi
 * @param transmise vrai quand la correction se fera à côté de ce qui a été transmis
 */
public record ContactPage(
        String reference,
        String fonction,
        List<Champ> champs,
        String champDeRevision,
        int revision,
        int version,
        boolean transmise,
        Optional<String> actuel,
        Erreurs erreurs)
        implements Page {

    public ContactPage {
        champs = List.copyOf(champs);
    }

    /** @param choix vide pour un texte */
    public record Champ(String id, Message libelle, String valeur, List<Choix> choix, String type) {}

    static ContactPage de(
            String reference, ContactConnu contact, Valeur valeur, Optional<String> actuel, Erreurs erreurs) {
        var question = contact.question();
        return new ContactPage(
                reference,
                question.libelle(),
                contact.type().parties().stream()
                        .map(partie -> champ(question.champ(partie.nom()), partie, valeur.partie(partie.nom())))
                        .toList(),
                "r." + question.id(),
                contact.revision(),
                contact.version(),
                contact.etape().etat().transmise(),
                actuel,
                erreurs);
    }

    private static Champ champ(String id, Partie partie, Valeur valeur) {
        var choix = partie.type() instanceof ChoixUnique liste ? Affichage.choix(liste.options()) : List.<Choix>of();
        var type = switch (partie.nom()) {
            case "courriel" -> "email";
            case "telephone" -> "tel";
            default -> "text";
        };
        return new Champ(
                id, partie.libelle(), valeur.estVide() ? "" : partie.type().saisie(valeur), choix, type);
    }

    @Override
    public HttpStatus statut() {
        if (actuel.isPresent()) {
            return HttpStatus.CONFLICT;
        }
        return erreurs.vides() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
