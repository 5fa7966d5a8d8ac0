package fr.convergence.portail.concertation;

import fr.convergence.socle.personne.DonneesPersonnelles;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Les notes que le titulaire a écrites, et ce qu'elles disaient avant leurs corrections. */
@Component
final class DonneesDesNotes implements DonneesPersonnelles {

    /** Les mots du fichier remis. */
    record NoteRemise(String dossier, int numero, String ecriteLe, String texte) {}

    private final Notes notes;

    DonneesDesNotes(Notes notes) {
        this.notes = notes;
    }

    @Override
    public String rubrique() {
        return "notes";
    }

    @Override
    public Object de(UUID compte) {
        return notes.ecritesPar(compte).stream()
                .map(ecrite -> new NoteRemise(
                        ecrite.reference(), ecrite.numero(), ecrite.le().toString(), ecrite.texte()))
                .toList();
    }
}
