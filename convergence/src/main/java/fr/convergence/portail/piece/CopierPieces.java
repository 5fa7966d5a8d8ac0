package fr.convergence.portail.piece;

import fr.convergence.portail.piece.Copie.Cause;
import fr.convergence.portail.piece.PiecesACopier.AFaire;
import fr.convergence.socle.depot.DepotIndisponible;
import fr.convergence.socle.fichier.Fichiers;
import fr.convergence.socle.fichier.Reception;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Copie en fond les pièces reprises d'un ancien dossier, une à la fois, et dit de chacune si elle est arrivée. */
@Component
final class CopierPieces {

    private static final Logger JOURNAL = LoggerFactory.getLogger(CopierPieces.class);

    private final PiecesACopier copies;
    private final Fichiers fichiers;
    private final TransactionTemplate transaction;

    CopierPieces(PiecesACopier copies, Fichiers fichiers, TransactionTemplate transaction) {
        this.copies = copies;
        this.fichiers = fichiers;
        this.transaction = transaction;
    }

    /** @return vrai s'il en reste peut-être */
    boolean copierUne() {
        return copies.prendre().filter(this::copier).isPresent();
    }

    /** @return faux s'il ne servirait à rien d'en copier une autre */
    private boolean copier(AFaire copie) {
        try {
            var reception = fichiers.copier(copie.source(), copie.fichier(), copie.proprietaire());
            if (reception.isEmpty()) {
                manquer(copie, Cause.ABSENTE);
            } else {
                conclure(copie, reception.get());
            }
        } catch (IOException | UncheckedIOException panne) {
            if (panne instanceof DepotIndisponible || !fichiers.depotRepond()) {
                JOURNAL.warn("Fichier {} à copier : le dépôt ne répond pas, il attendra", copie.source(), panne);
                copies.rendre(copie);
                return false;
            }
            JOURNAL.warn("Fichier {} non copié à l’essai {}", copie.source(), copie.essais(), panne);
            refaire(copie);
        }
        return true;
    }

    private void conclure(AFaire copie, Reception reception) {
        switch (reception) {
            case Reception.Avance avance when avance.entier() -> copies.oublier(copie.fichier());
            case Reception.Inconnu _, Reception.Expire _ -> manquer(copie, Cause.EXPIREE);
            case Reception.Trop _ -> manquer(copie, Cause.ILLISIBLE);
            case Reception.Avance _, Reception.Coupe _, Reception.Occupe _, Reception.Decale _ -> refaire(copie);
        }
    }

    private void refaire(AFaire copie) {
        if (copie.derniere()) {
            manquer(copie, Cause.ILLISIBLE);
        } else {
            copies.reporter(copie);
        }
    }

    /** Sa place se rend, et la page dit pourquoi. */
    private void manquer(AFaire copie, Cause cause) {
        transaction.executeWithoutResult(_ -> {
            if (copies.manquer(copie.fichier(), cause)) {
                fichiers.supprimer(copie.fichier());
                JOURNAL.warn("Fichier {} non copié : {}", copie.source(), cause);
            }
        });
    }
}
