package fr.convergence.isc.inscription;

import fr.convergence.isc.declarant.Declarant;
import fr.convergence.isc.kbis.ControleDuKbis;
import fr.convergence.isc.kbis.ControleDuKbis.Doute;
import fr.convergence.isc.kbis.Kbis;
import fr.convergence.isc.kbis.LectureDeKbis;
import fr.convergence.isc.kbis.Mandataire;
import fr.convergence.socle.authentification.Freins;
import fr.convergence.socle.authentification.RegleDeFrein;
import fr.convergence.socle.authentification.VerdictDuFrein.Verrouille;
import fr.convergence.socle.contenu.Limites;
import fr.convergence.socle.fichier.AnnonceDeFichier;
import fr.convergence.socle.fichier.EtatFichier;
import fr.convergence.socle.fichier.Fichiers;
import fr.convergence.socle.fichier.OuvertureDEnvoi;
import fr.convergence.socle.fichier.Reception;
import fr.convergence.socle.identifiant.IdentifiantNational;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Reçoit le document d’une entreprise : un Kbis se lit aussitôt, et ne se garde que s’il peut convenir (ISC-4). */
@Component
class DeposerDocument {

    static final long TAILLE_MAX = 10_000_000;
    static final Limites KBIS = Limites.de(List.of("pdf"), TAILLE_MAX);
    static final Limites AUTRE = Limites.de(List.of("pdf", "jpg", "png"), TAILLE_MAX);

    /** Assez pour qui se trompe de fichier, pas pour qui cherche ce qui passe. */
    private static final RegleDeFrein DEPOTS =
            new RegleDeFrein("inscription-depot", 20, Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofHours(1));

    /** Une lecture tient plusieurs dizaines de mégaoctets : au-delà, on attend son tour. */
    private static final Semaphore LECTURES = new Semaphore(2);

    private static final int ATTENTE_SECONDES = 20;

    /** Ce qu’il advient d’un dépôt. */
    sealed interface Depot {

        record Recu(DocumentDEntreprise document) implements Depot {}

        record Refuse(Message pourquoi) implements Depot {}

        record Freine(Instant jusqu) implements Depot {}
    }

    private final Fichiers fichiers;
    private final Freins freins;
    private final Clock horloge;

    DeposerDocument(Fichiers fichiers, Freins freins, Clock horloge) {
        this.fichiers = fichiers;
        this.freins = freins;
        this.horloge = horloge;
    }

    Depot kbis(UUID inscription, Declarant declarant, MultipartFile envoye) throws IOException {
        return deposer(inscription, envoye, KBIS, fichier -> {
            var aujourdHui = LocalDate.ofInstant(horloge.instant(), Formats.PARIS);
            return switch (controler(envoye, declarant, aujourdHui)) {
                case ControleDuKbis.Conforme(var kbis, var mandataire) ->
                    new Depot.Recu(
                            document(fichier, nom(envoye), Optional.of(kbis), Optional.of(mandataire), Set.of()));
                case ControleDuKbis.AVerifier(var kbis, var doutes) ->
                    new Depot.Recu(document(fichier, nom(envoye), kbis, Optional.empty(), doutes));
                case ControleDuKbis.Refuse(var raison, var lu) ->
                    new Depot.Refuse(new Message(
                            "inscription.kbis.refus." + raison.name().toLowerCase(Locale.ROOT)));
            };
        });
    }

    /** @param declare ce que la personne dit de l’entreprise, l’identifiant du fichier étant donné */
    Depot autre(UUID inscription, MultipartFile envoye, Function<UUID, DocumentDEntreprise> declare)
            throws IOException {
        return deposer(inscription, envoye, AUTRE, fichier -> new Depot.Recu(declare.apply(fichier)));
    }

    /** Ce qu’un dépôt remplacé ou abandonné laisse s’efface. */
    void effacer(DocumentDEntreprise document) {
        fichiers.supprimer(document.fichier());
    }

    /** Faux d’un document que l’analyse a refusé depuis : il n’a plus d’octets. */
    boolean tient(DocumentDEntreprise document) {
        return fichiers.fiche(document.fichier())
                .filter(fiche -> switch (fiche.etat()) {
                    case EtatFichier.Refuse _, EtatFichier.Supprime _ -> false;
                    case EtatFichier.EnCours _, EtatFichier.Recu _, EtatFichier.Sain _, EtatFichier.NonAnalyse _ ->
                        true;
                })
                .isPresent();
    }

    private interface Jugement {
        Depot de(UUID fichier) throws IOException;
    }

    private Depot deposer(UUID inscription, MultipartFile envoye, Limites limites, Jugement jugement)
            throws IOException {
        var proprietaire = "inscription/" + inscription;
        if (freins.essayer(DEPOTS, proprietaire) instanceof Verrouille(var jusqu)) {
            return new Depot.Freine(jusqu);
        }
        var annonce = new AnnonceDeFichier(proprietaire, nom(envoye), envoye.getSize(), limites, limites.tailleMax());
        return switch (fichiers.ouvrir(annonce)) {
            case OuvertureDEnvoi.NonOuvert(var refus) -> new Depot.Refuse(refus.message());
            case OuvertureDEnvoi.Ouvert(var fichier, var garde) -> {
                var depot = jugement.de(fichier);
                if (depot instanceof Depot.Recu && recevoir(fichier, proprietaire, envoye)) {
                    yield depot;
                }
                fichiers.supprimer(fichier);
                yield depot instanceof Depot.Recu ? new Depot.Refuse(new Message("inscription.document.coupe")) : depot;
            }
        };
    }

    private boolean recevoir(UUID fichier, String proprietaire, MultipartFile envoye) throws IOException {
        try (var octets = envoye.getInputStream()) {
            return fichiers.recevoir(fichier, proprietaire, octets) instanceof Reception.Avance avance
                    && avance.entier();
        }
    }

    private static ControleDuKbis controler(MultipartFile envoye, Declarant declarant, LocalDate aujourdHui)
            throws IOException {
        try {
            if (!LECTURES.tryAcquire(ATTENTE_SECONDES, TimeUnit.SECONDS)) {
                // On ne sait rien du document : une personne le lira.
                return new ControleDuKbis.AVerifier(Optional.empty(), Set.of(Doute.INCOMPLET));
            }
        } catch (InterruptedException arret) {
            Thread.currentThread().interrupt();
            throw new IOException("Arrêt pendant une lecture", arret);
        }
        try {
            return ControleDuKbis.de(
                    LectureDeKbis.lire(envoye.getBytes()), declarant.prenom(), declarant.nom(), aujourdHui);
        } finally {
            LECTURES.release();
        }
    }

    private static DocumentDEntreprise document(
            UUID fichier, String nom, Optional<Kbis> kbis, Optional<Mandataire> mandataire, Set<Doute> doutes) {
        return new DocumentDEntreprise(
                fichier,
                nom,
                true,
                kbis.flatMap(Kbis::siren).map(IdentifiantNational::de).orElse(null),
                kbis.flatMap(Kbis::raisonSociale).orElse(""),
                kbis.flatMap(Kbis::adresse).orElse(""),
                "FR",
                kbis.flatMap(Kbis::date).orElse(null),
                mandataire.map(Mandataire::qualite).orElse(""),
                doutes);
    }

    private static String nom(MultipartFile envoye) {
        return Objects.requireNonNullElse(envoye.getOriginalFilename(), "");
    }
}
