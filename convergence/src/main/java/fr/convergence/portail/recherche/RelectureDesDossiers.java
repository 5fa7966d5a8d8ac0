package fr.convergence.portail.recherche;

import fr.convergence.portail.dossier.DossierRenomme;
import fr.convergence.portail.registre.ImporterRegistre;
import fr.convergence.socle.base.EchecPassager;
import fr.convergence.socle.personne.IdentiteChangee;
import fr.convergence.socle.tache.Reveils;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Refait en fond l'index des dossiers marqués. Ce qui en touche beaucoup à la fois (un registre importé, un référent renommé,
 * un nœud de la version précédente) ne fait que les marquer.
 *
 * <p>Un dossier par transaction : qui en tiendrait deux pourrait attendre un acte qui attend l'un de leurs mots.
 */
@Component
final class RelectureDesDossiers {

    /** Le nom du travail. */
    static final String TRAVAIL = "recherche-relecture";

    private static final Logger JOURNAL = LoggerFactory.getLogger(RelectureDesDossiers.class);
    private static final int LOT = 50;
    private static final Duration APRES_UN_ECHEC = Duration.ofHours(1);
    private static final Duration APRES_UNE_PANNE = Duration.ofMinutes(1);

    private final DossiersARelire aRelire;
    private final IndexDesDossiers index;
    private final TransactionTemplate transaction;
    private final Reveils reveils;

    RelectureDesDossiers(
            DossiersARelire aRelire, IndexDesDossiers index, TransactionTemplate transaction, Reveils reveils) {
        this.aRelire = aRelire;
        this.index = index;
        this.transaction = transaction;
        this.reveils = reveils;
    }

    @EventListener
    void identiteChangee(IdentiteChangee acte) {
        aRelire.marquerDuReferent(acte.compte());
        reveils.apresTransaction(TRAVAIL);
    }

    @EventListener
    void dossierRenomme(DossierRenomme acte) {
        aRelire.marquer(acte.dossier());
        index.retenirLeTri(acte.dossier(), acte.triAvant());
        reveils.apresTransaction(TRAVAIL);
    }

    @EventListener
    void registreImporte(ImporterRegistre.Publie acte) {
        aRelire.marquerTous();
        reveils.apresTransaction(TRAVAIL);
    }

    /** @return vrai s'il reste peut-être des dossiers à relire */
    boolean relireUnLot() {
        var lot = aRelire.lot(LOT);
        var relus = lot.stream().filter(this::relire).count();
        return lot.size() == LOT && relus > 0;
    }

    private boolean relire(UUID dossier) {
        try {
            return Boolean.TRUE.equals(transaction.execute(_ -> {
                var pris = aRelire.prendre(dossier);
                if (pris) {
                    index.ecrire(dossier);
                    aRelire.oter(dossier);
                }
                return pris;
            }));
        } catch (RuntimeException echec) {
            var attente = EchecPassager.est(echec) ? APRES_UNE_PANNE : APRES_UN_ECHEC;
            JOURNAL.error("Dossier {} : index de la recherche à refaire dans {}", dossier, attente, echec);
            aRelire.remettre(dossier, attente);
            return true;
        }
    }
}
