package fr.convergence.isc.identite;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.acces.Membre;
import fr.convergence.isc.identite.EtatDeVerification.EnExamen;
import java.time.Clock;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Un opérateur accepte, refuse, ou redemande une vérification (ISC-6) ; l'inscription qui l'attendait entend le fait publié. */
@Component
public class Decider {

    public sealed interface Issue {
        record Faite(Verification verification) implements Issue {}

        /** Inconnue, ou déjà décidée par un autre. */
        record PlusAExaminer() implements Issue {}
    }

    private final Verifications verifications;
    private final SequencesFilmees sequences;
    private final Passages passages;
    private final ReglagesDIdentite reglages;
    private final Clock horloge;

    Decider(
            Verifications verifications,
            SequencesFilmees sequences,
            Passages passages,
            ReglagesDIdentite reglages,
            Clock horloge) {
        this.verifications = verifications;
        this.sequences = sequences;
        this.passages = passages;
        this.reglages = reglages;
        this.horloge = horloge;
    }

    @Transactional
    public Issue accepter(UUID id, Membre operateur) {
        return decider(id, operateur, verification -> verification.accepter(horloge.instant()));
    }

    /** @param motif ce que lira la personne */
    @Transactional
    public Issue refuser(UUID id, Membre operateur, String motif) {
        return decider(id, operateur, verification -> verification.refuser(motif, horloge.instant()));
    }

    /** Les vidéos qui n'ont pas convenu s'effacent aussitôt ; l'inscription écrit à la personne. */
    @Transactional
    public Issue redemander(UUID id, Membre operateur, String motif) {
        var maintenant = horloge.instant();
        var issue = decider(
                id,
                operateur,
                verification -> verification.redemander(motif, maintenant, maintenant.plus(reglages.delai())));
        if (issue instanceof Issue.Faite) {
            sequences.effacer(id);
        }
        return issue;
    }

    private Issue decider(UUID id, Membre operateur, UnaryOperator<Verification> verbe) {
        if (operateur.fonction() != Fonction.OPERATEUR) {
            return new Issue.PlusAExaminer();
        }
        return verifications
                .prendre(id)
                .filter(verification -> verification.etat() instanceof EnExamen)
                .<Issue>map(verification ->
                        new Issue.Faite(passages.passer(verbe.apply(verification), operateur.getName())))
                .orElseGet(Issue.PlusAExaminer::new);
    }
}
