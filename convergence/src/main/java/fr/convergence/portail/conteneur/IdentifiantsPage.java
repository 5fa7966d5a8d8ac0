package fr.convergence.portail.conteneur;

import fr.convergence.portail.conteneur.Conteneurs.Periode;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Page;
import java.util.List;
import java.util.Optional;

/** Ce qui ouvre les archives déposées à une question, pour un vérificateur de l'ANS (ZED-2, ZED-4). */
public record IdentifiantsPage(String reference, String etape, String objectif, List<Remis> remis) implements Page {

    /**
     * @param fichier le nom sous lequel il a été remis
     * @param quand de quand à quand il fut le dernier remis
     * @param identifiants vide d'un conteneur de la réserve : plus personne ne les lit
     */
    public record Remis(int numero, String fichier, Message quand, Optional<Identifiants> identifiants) {

        static Remis de(Conteneur conteneur, String reference, Periode periode, Optional<Identifiants> identifiants) {
            var du = Formats.dateHeure(periode.du());
            return new Remis(
                    conteneur.numero(),
                    conteneur.fichier(reference),
                    periode.au()
                            .map(au -> new Message("conteneur.lecture.remplace", du, Formats.dateHeure(au)))
                            .orElseGet(() -> new Message("conteneur.lecture.remis", du)),
                    identifiants);
        }
    }

    @Override
    public String toString() {
        return "IdentifiantsPage[" + reference + "]";
    }
}
