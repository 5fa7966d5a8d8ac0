package fr.convergence.isc.capture;

import fr.convergence.isc.identite.EtatDeVerification.Filmee;
import fr.convergence.isc.identite.EtatDeVerification.Ouverte;
import fr.convergence.isc.identite.Passages;
import fr.convergence.isc.identite.ReglagesDIdentite;
import fr.convergence.isc.identite.Sequence;
import fr.convergence.isc.identite.SequencesFilmees;
import fr.convergence.isc.identite.TypeDeDocument;
import fr.convergence.isc.identite.Verification;
import fr.convergence.isc.identite.Verifications;
import fr.convergence.socle.contenu.Format;
import fr.convergence.socle.contenu.Limites;
import fr.convergence.socle.contenu.Regle;
import fr.convergence.socle.fichier.AnnonceDeFichier;
import fr.convergence.socle.fichier.Fichiers;
import fr.convergence.socle.fichier.OuvertureDEnvoi;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.page.Message;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ce que fait le téléphone : consentir, dire son document, ouvrir l'envoi d'une vidéo. Il n'agit que s'il tient encore la vérification. */
@Component
class Filmer {

    sealed interface Depot {
        record Ouvert(UUID fichier) implements Depot {}

        record Refuse(Message pourquoi) implements Depot {}

        /** Un autre téléphone la tient, ou cette séquence n'est plus à filmer. */
        record Perdu() implements Depot {}
    }

    private final Verifications verifications;
    private final SequencesFilmees sequences;
    private final Passages passages;
    private final Fichiers fichiers;
    private final Limites limites;
    private final Clock horloge;

    Filmer(
            Verifications verifications,
            SequencesFilmees sequences,
            Passages passages,
            Fichiers fichiers,
            ReglagesDIdentite reglages,
            Clock horloge) {
        this.verifications = verifications;
        this.sequences = sequences;
        this.passages = passages;
        this.fichiers = fichiers;
        this.limites = new Limites(
                Set.of(Format.WEBM, Format.MP4), reglages.tailleMax().toBytes(), Regle.sansMention());
        this.horloge = horloge;
    }

    Limites limites() {
        return limites;
    }

    /** Celle que ce téléphone tient encore, et que la personne peut encore finir. */
    Optional<Verification> tenue(Poste poste) {
        return verifications.duTelephone(poste.verification(), poste.telephone());
    }

    @Transactional
    public void consentir(Poste poste) {
        prendre(poste)
                .filter(verification -> verification.etat() instanceof Ouverte)
                .ifPresent(verification -> passages.passer(verification.consentir(horloge.instant()), Journal.SYSTEME));
    }

    /** Changer de document fait tout refilmer : ce qui était arrivé s'efface. */
    @Transactional
    public void choisir(Poste poste, TypeDeDocument document, String pays) {
        prendre(poste)
                .filter(verification -> change(verification, document, pays))
                .ifPresent(verification -> {
                    sequences.effacer(verification.id());
                    passages.passer(verification.choisir(document, pays, horloge.instant()), Journal.SYSTEME);
                });
    }

    /** @param nom celui du fichier, dont seule l'extension compte */
    @Transactional
    public Depot ouvrir(Poste poste, Sequence sequence, String nom, long taille) {
        var verification = prendre(poste).filter(tenue -> attend(tenue, sequence));
        if (verification.isEmpty()) {
            return new Depot.Perdu();
        }
        var point = nom.lastIndexOf('.');
        var annonce = new AnnonceDeFichier(
                poste.proprietaire(),
                sequence.code() + (point < 0 ? "" : nom.substring(point)),
                taille,
                limites,
                limites.tailleMax());
        return switch (fichiers.ouvrir(annonce)) {
            case OuvertureDEnvoi.NonOuvert(var refus) -> new Depot.Refuse(refus.message());
            case OuvertureDEnvoi.Ouvert(var fichier, var _) -> {
                sequences.ouvrir(poste.verification(), sequence, fichier);
                yield new Depot.Ouvert(fichier);
            }
        };
    }

    /** Vrai si ce téléphone peut encore envoyer ce fichier. */
    boolean envoie(Poste poste, UUID fichier) {
        return sequences
                .duFichier(fichier)
                .filter(film -> film.verification().equals(poste.verification()))
                .flatMap(_ -> tenue(poste))
                .isPresent();
    }

    private static boolean change(Verification verification, TypeDeDocument document, String pays) {
        return verification.etat() instanceof Ouverte ouverte
                        && ouverte.consentement().isPresent()
                || verification.etat() instanceof Filmee filmee
                        && (filmee.prise().document() != document
                                || !filmee.prise().pays().equals(pays));
    }

    private Optional<Verification> prendre(Poste poste) {
        return verifications
                .prendreDuTelephone(poste.verification(), poste.telephone())
                .filter(verification -> verification.expireLe().isAfter(horloge.instant()));
    }

    private static boolean attend(Verification verification, Sequence sequence) {
        return verification.etat() instanceof Filmee filmee
                && filmee.prise().sequences().contains(sequence)
                && !filmee.recus().contains(sequence);
    }
}
