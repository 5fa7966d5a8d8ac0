package fr.convergence.portail.export;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.socle.page.Formats;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Écrit ce qui est demandé : la liste en tableau, ou ses pièces en archive. */
@Component
final class ContenuDExport {

    private static final Duration ENTRE_DEUX_NOUVELLES = Duration.ofSeconds(1);

    sealed interface Ecriture {
        record Faite(long faits) implements Ecriture {}

        /**
         * Rien n'est écrit, et ne le sera pas.
         *
         * @param raison clé du texte qui dit pourquoi
         */
        record Refusee(String raison, String detail) implements Ecriture {}
    }

    private final Exports exports;
    private final ListeExportee liste;
    private final PlanDesPieces plans;
    private final PiecesExportees pieces;
    /** L'avancement se voit pendant que dure la lecture. */
    private final TransactionTemplate aPart;

    ContenuDExport(
            Exports exports,
            ListeExportee liste,
            PlanDesPieces plans,
            PiecesExportees pieces,
            PlatformTransactionManager transactions) {
        this.exports = exports;
        this.liste = liste;
        this.plans = plans;
        this.pieces = pieces;
        this.aPart = new TransactionTemplate(transactions);
        this.aPart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    Ecriture ecrire(Connecte qui, DemandeDExport demande, OutputStream vers) throws IOException {
        var nouvelles = new NouvellesDExport(exports, demande, aPart, ENTRE_DEUX_NOUVELLES);
        if (!demande.dePieces()) {
            return new Ecriture.Faite(liste.ecrire(qui, demande, vers, nouvelles));
        }
        var plan = plans.de(qui, demande.filtres());
        if (plan.octets() > plans.tailleMax()) {
            return new Ecriture.Refusee("export.echec.trop-lourd", Formats.taille(plans.tailleMax()));
        }
        if (plan.trop()) {
            return new Ecriture.Refusee("export.echec.trop-nombreux", Formats.entier(PlanDesPieces.NOMBRE_MAX));
        }
        exports.prevoir(demande, plan.nombre());
        try {
            return new Ecriture.Faite(pieces.ecrire(plan.pieces(), vers, nouvelles));
        } catch (PieceAlteree alteree) {
            return new Ecriture.Refusee("export.echec.alteree", alteree.reference());
        }
    }
}
