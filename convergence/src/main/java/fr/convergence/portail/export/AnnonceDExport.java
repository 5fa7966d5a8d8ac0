package fr.convergence.portail.export;

import fr.convergence.portail.acte.ActeDeConsultation.ExportFait;
import fr.convergence.portail.acte.Sorte;
import fr.convergence.portail.compte.Compte;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.fichier.DocumentEnCours;
import fr.convergence.socle.fichier.Fichiers;
import fr.convergence.socle.journal.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Rend un export fait : le fichier, l'acte au journal et le courriel, ou rien de tout cela. */
@Component
final class AnnonceDExport {

    private static final Logger JOURNAL = LoggerFactory.getLogger(AnnonceDExport.class);

    private final Exports exports;
    private final Fichiers fichiers;
    private final FiltresEnClair filtres;
    private final Journal journal;
    private final Courriels courriels;
    private final TransactionTemplate transaction;

    AnnonceDExport(
            Exports exports,
            Fichiers fichiers,
            FiltresEnClair filtres,
            Journal journal,
            Courriels courriels,
            TransactionTemplate transaction) {
        this.exports = exports;
        this.fichiers = fichiers;
        this.filtres = filtres;
        this.journal = journal;
        this.courriels = courriels;
        this.transaction = transaction;
    }

    void rendre(DemandeDExport demande, Compte demandeur, DocumentEnCours document, String nom, long faits) {
        transaction.executeWithoutResult(etat -> {
            var fichier = ranger(demande, document, nom);
            var region = Exports.region(demandeur.perimetre());
            if (!exports.finir(demande, region, fichier, nom, document.taille(), faits)) {
                JOURNAL.warn("Export {} repris par un autre nœud : ce qui en a été fait ici est oublié", demande.id());
                etat.setRollbackOnly();
                return;
            }
            var sha256 = String.valueOf(fichiers.fiche(fichier).orElseThrow().sha256());
            journal.ecrire(
                    Sorte.EXPORT.chaine(demande.id()),
                    demandeur.id().toString(),
                    new ExportFait(nom, String.join(" ; ", filtres.auJournal(demande)), faits, sha256));
            courriels.ecrire(
                    "export/pret", demandeur.courriel().valeur(), Map.of("prenom", demandeur.prenom(), "fichier", nom));
        });
    }

    private static UUID ranger(DemandeDExport demande, DocumentEnCours document, String nom) {
        try {
            return document.ranger("export/" + demande.id(), nom, demande.forme());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
