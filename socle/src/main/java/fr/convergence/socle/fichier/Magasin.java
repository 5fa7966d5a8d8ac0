package fr.convergence.socle.fichier;

import fr.convergence.socle.base.Sha256;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.chiffrement.CleDeFlux;
import fr.convergence.socle.chiffrement.Coffre;
import fr.convergence.socle.contenu.Format;
import fr.convergence.socle.fichier.Televersements.Pris;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Les changements d'état d'un fichier, chacun d'un bloc : ligne, file d'attente, segments, annonce du fait. */
final class Magasin {

    final Registre registre;
    final Televersements televersements;
    final Segments segments;
    final Quarantaine quarantaine;
    private final Coffre coffre;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher faits;

    Magasin(
            Registre registre,
            Televersements televersements,
            Segments segments,
            Quarantaine quarantaine,
            Coffre coffre,
            TransactionTemplate transaction,
            ApplicationEventPublisher faits) {
        this.registre = registre;
        this.televersements = televersements;
        this.segments = segments;
        this.quarantaine = quarantaine;
        this.coffre = coffre;
        this.transaction = transaction;
        this.faits = faits;
    }

    /** Une clé neuve, scellée, pour un fichier. */
    byte[] nouvelleCle(UUID fichier) {
        return coffre.nouvelleCle(contexte(fichier));
    }

    CleDeFlux cle(UUID fichier, byte[] scellee) {
        return coffre.cle(scellee, contexte(fichier));
    }

    /** L'empreinte de ces segments mis bout à bout. */
    byte[] empreinte(UUID fichier, List<Segment> morceaux, CleDeFlux cle) throws IOException {
        var calcul = Sha256.calcul();
        var octets = ByteBuffer.allocate(64 * 1024);
        try (var canal = segments.canal(fichier, morceaux, cle)) {
            while (canal.read(octets.clear()) >= 0) {
                calcul.update(octets.flip());
            }
        }
        return calcul.digest();
    }

    /** Range un segment ; faux si le bail a été perdu ou le fichier supprimé, et rien n'est alors changé. */
    boolean ranger(Pris pris, Segment segment, long avant) {
        return transaction.execute(_ -> avance(pris, segment, avant));
    }

    /** Range le dernier segment : le fichier est entier, il attend son analyse. */
    boolean achever(Pris pris, Segment segment, long avant, byte[] sha256) {
        return transaction.execute(_ -> {
            if (!avance(pris, segment, avant)) {
                return false;
            }
            registre.recevoir(pris.fichier(), sha256);
            televersements.fermer(pris.fichier());
            quarantaine.ajouter(pris.fichier());
            faits.publishEvent(new FichierRecu(pris.fichier()));
            return true;
        });
    }

    /**
     * Range d'un bloc un document que la plateforme a fait, dans la transaction de l'appelant : il est entier, et n'a personne
     * à craindre.
     */
    UUID ranger(String proprietaire, String nom, Format format, byte[] octets) {
        try (var document = commencer()) {
            document.flux().write(octets);
            return document.ranger(proprietaire, nom, format);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Commence un document que la plateforme écrit au fil de l'eau. */
    DocumentEnCours commencer() {
        return new DocumentEnCours(this, Uuid.v7());
    }

    void ranger(UUID fichier, String proprietaire, String nom, Format format, DocumentEnCours.Ecrit ecrit) {
        transaction.executeWithoutResult(_ -> {
            registre.ranger(fichier, proprietaire, nom, format, ecrit.sha256(), ecrit.taille(), ecrit.cle());
            ecrit.segments().forEach(segment -> segments.adopter(fichier, segment));
        });
    }

    /** Rend le verdict ; les octets d'un fichier refusé sont effacés. */
    void juger(UUID fichier, EtatFichier etat) {
        transaction.executeWithoutResult(_ -> {
            // Le fichier d'abord, comme pour le supprimer : deux ordres contraires s'interbloqueraient.
            var juge = registre.juger(fichier, etat);
            quarantaine.retirer(fichier);
            if (juge) {
                if (!etat.lisible()) {
                    segments.jeter(fichier);
                }
                faits.publishEvent(new FichierJuge(fichier, etat));
            }
        });
    }

    void supprimer(UUID fichier) {
        transaction.executeWithoutResult(_ -> {
            // L'envoi d'abord, comme pour en ranger un segment.
            televersements.fermer(fichier);
            if (registre.supprimer(fichier)) {
                quarantaine.retirer(fichier);
                segments.jeter(fichier);
                faits.publishEvent(new FichierEfface(fichier));
            }
        });
    }

    private boolean avance(Pris pris, Segment segment, long avant) {
        var acquis = televersements.prolonger(pris.fichier(), pris.bail())
                && registre.avancer(pris.fichier(), avant, avant + segment.taille());
        if (acquis) {
            segments.adopter(pris.fichier(), segment);
        }
        return acquis;
    }

    private static String contexte(UUID fichier) {
        return "fichier/" + fichier;
    }
}
