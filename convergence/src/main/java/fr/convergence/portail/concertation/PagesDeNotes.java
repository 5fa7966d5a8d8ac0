package fr.convergence.portail.concertation;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.portail.concertation.Notes.Etat;
import fr.convergence.portail.concertation.NotesPage.Avant;
import fr.convergence.portail.concertation.NotesPage.Corrigee;
import fr.convergence.portail.concertation.NotesPage.Note;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Compose la page des notes d'un dossier. */
@Component
final class PagesDeNotes {

    private final Notes notes;
    private final Comptes comptes;

    PagesDeNotes(Notes notes, Comptes comptes) {
        this.notes = notes;
        this.comptes = comptes;
    }

    NotesPage de(
            Connecte qui,
            Dossier dossier,
            RetourALaListe retour,
            Optional<Corrigee> corrigee,
            String tape,
            Erreurs erreurs) {
        var etats = notes.du(dossier);
        var noms = comptes.noms(etats.stream().map(Etat::auteur).distinct().toList());
        return new NotesPage(
                dossier.reference().valeur(),
                dossier.candidat().nom(),
                retour,
                etats.stream()
                        .collect(Collectors.groupingBy(Etat::numero, LinkedHashMap::new, Collectors.toList()))
                        .values()
                        .stream()
                        .map(suite -> note(qui, suite, noms))
                        .toList(),
                corrigee,
                tape,
                erreurs);
    }

    private static Note note(Connecte qui, List<Etat> suite, Map<UUID, String> noms) {
        var dit = suite.getFirst();
        return new Note(
                dit.numero(),
                new Message(
                        "dossier.acteur." + dit.cote().name().toLowerCase(Locale.ROOT),
                        noms.getOrDefault(dit.auteur(), "")),
                dit.le(),
                dit.texte(),
                dit.auteur().equals(qui.compte()),
                suite.stream()
                        .skip(1)
                        .map(etat -> new Avant(etat.texte(), etat.le()))
                        .toList());
    }
}
