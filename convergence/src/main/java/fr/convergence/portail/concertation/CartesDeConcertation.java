package fr.convergence.portail.concertation;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Etape;
import org.springframework.stereotype.Component;

/** Compose ce que la page d'un dossier montre de la concertation ; qui la demande a jugé de l'accès au dossier. */
@Component
public final class CartesDeConcertation {

    private final CartesDAssignation assignations;
    private final Notes notes;
    private final ListesDeControle listes;

    CartesDeConcertation(CartesDAssignation assignations, Notes notes, ListesDeControle listes) {
        this.assignations = assignations;
        this.notes = notes;
        this.listes = listes;
    }

    public CarteDeConcertation de(Connecte qui, Dossier dossier, Etape etape, RetourALaListe retour) {
        return new CarteDeConcertation(
                assignations.de(qui, dossier, retour),
                new CarteDeNotes(retour.vers("/instruction/" + dossier.reference() + "/notes"), notes.nombre(dossier)),
                listes.de(qui, dossier, etape));
    }
}
