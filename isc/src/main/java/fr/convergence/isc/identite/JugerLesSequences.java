package fr.convergence.isc.identite;

import fr.convergence.isc.identite.EtatDeVerification.Filmee;
import fr.convergence.isc.identite.EtatDeVerification.Soumise;
import fr.convergence.isc.identite.SequencesFilmees.Film;
import fr.convergence.socle.fichier.EtatFichier;
import fr.convergence.socle.fichier.FichierJuge;
import fr.convergence.socle.fichier.FichierRecu;
import fr.convergence.socle.journal.Journal;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ce que devient une vidéo arrivée, puis contrôlée, dans la transaction qui le dit. */
@Component
final class JugerLesSequences {

    private final Verifications verifications;
    private final SequencesFilmees sequences;
    private final Passages passages;
    private final Clock horloge;

    JugerLesSequences(Verifications verifications, SequencesFilmees sequences, Passages passages, Clock horloge) {
        this.verifications = verifications;
        this.sequences = sequences;
        this.passages = passages;
        this.horloge = horloge;
    }

    @EventListener
    void recu(FichierRecu fait) {
        sequences.duFichier(fait.fichier()).ifPresent(film -> {
            var tenue = verifications.prendre(film.verification()).orElseThrow();
            sequences.recu(film.fichier());
            if (tenue.etat() instanceof Filmee filmee
                    && filmee.prise().sequences().contains(film.sequence())) {
                avancer(passages.passer(tenue.recevoir(film.sequence(), horloge.instant()), Journal.SYSTEME));
            }
        });
    }

    @EventListener
    void juge(FichierJuge fait) {
        sequences.duFichier(fait.fichier()).ifPresent(film -> {
            var tenue = verifications.prendre(film.verification()).orElseThrow();
            switch (fait.etat()) {
                case EtatFichier.Sain _, EtatFichier.NonAnalyse _ -> {
                    sequences.sain(film.fichier());
                    avancer(tenue);
                }
                case EtatFichier.Refuse(var _, var refus) -> {
                    sequences.ecarter(film.fichier(), refus.raison().name() + " " + refus.detail());
                    ecarter(tenue, film);
                }
                case EtatFichier.EnCours _, EtatFichier.Recu _, EtatFichier.Supprime _ -> {}
            }
        });
    }

    /** Soumise, elle n'attend un opérateur que quand tout ce qu'il verra est contrôlé. */
    private void avancer(Verification verification) {
        if (verification.etat() instanceof Soumise soumise
                && sequences.tous(verification.id()).stream()
                        .filter(film -> soumise.prise().sequences().contains(film.sequence()))
                        .allMatch(Film::sain)) {
            passages.passer(verification.examiner(horloge.instant()), Journal.SYSTEME);
        }
    }

    private void ecarter(Verification verification, Film film) {
        if (verification.etat() instanceof Filmee || verification.etat() instanceof Soumise) {
            passages.passer(verification.ecarter(film.sequence(), horloge.instant()), Journal.SYSTEME);
        }
    }
}
