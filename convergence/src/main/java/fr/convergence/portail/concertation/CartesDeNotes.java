package fr.convergence.portail.concertation;

import fr.convergence.portail.dossier.Dossier;
import org.springframework.stereotype.Component;

/** Compose la carte des notes d'un dossier ; qui la demande a jugé de l'accès au dossier. */
@Component
public final class CartesDeNotes {

    private final Notes notes;

    CartesDeNotes(Notes notes) {
        this.notes = notes;
    }

    public CarteDeNotes carte(Dossier dossier) {
        return new CarteDeNotes("/instruction/" + dossier.reference() + "/notes", notes.nombre(dossier));
    }
}
