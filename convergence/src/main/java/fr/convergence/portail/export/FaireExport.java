package fr.convergence.portail.export;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.socle.fichier.DocumentEnCours;
import fr.convergence.socle.fichier.Fichiers;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.tache.Bail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fait un export demandé. Le fichier n'existe qu'entier, avec l'acte qui le dit et le courriel qui l'annonce : un nœud qui
 * meurt avant n'en laisse rien, un autre le refait du début.
 */
@Component
final class FaireExport {

    private static final Logger JOURNAL = LoggerFactory.getLogger(FaireExport.class);
    private static final int TENTATIVES = 3;
    private static final Duration PROLONGATION = Duration.ofSeconds(10);
    private static final Duration ENTRE_DEUX_NOUVELLES = Duration.ofSeconds(1);
    private static final DateTimeFormatter NOM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss").withZone(Formats.PARIS);

    private final Exports exports;
    private final Comptes comptes;
    private final ListeExportee liste;
    private final Fichiers fichiers;
    private final AnnonceDExport annonce;
    private final Clock horloge;
    /** L'avancement se voit pendant que dure la lecture. */
    private final TransactionTemplate aPart;

    FaireExport(
            Exports exports,
            Comptes comptes,
            ListeExportee liste,
            Fichiers fichiers,
            AnnonceDExport annonce,
            PlatformTransactionManager transactions,
            Clock horloge) {
        this.exports = exports;
        this.comptes = comptes;
        this.liste = liste;
        this.fichiers = fichiers;
        this.annonce = annonce;
        this.horloge = horloge;
        this.aPart = new TransactionTemplate(transactions);
        this.aPart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @return vrai s'il en reste peut-être un à faire tout de suite */
    boolean executer() {
        var prise = exports.prendre();
        prise.ifPresent(this::faire);
        return prise.isPresent();
    }

    /** Fait cet export, pris par ce nœud. */
    void faire(DemandeDExport demande) {
        if (demande.tentatives() > TENTATIVES) {
            JOURNAL.error("Export {} abandonné après {} tentatives", demande.id(), TENTATIVES);
            exports.echouer(demande, "export.echec.interrompu", "");
            return;
        }
        try {
            // Ce qu'il est maintenant, et non quand il a demandé : c'est à cet instant que l'on lit pour lui.
            comptes.titulaire(demande.compte())
                    .filter(compte -> compte.actif() && compte.role().niveau().isPresent())
                    .ifPresentOrElse(
                            demandeur -> faire(demande, demandeur),
                            () -> exports.echouer(demande, "export.echec.acces", ""));
        } catch (RuntimeException e) {
            rendre(demande);
            throw e;
        }
    }

    private void faire(DemandeDExport demande, Compte demandeur) {
        try (var _ = new Bail(PROLONGATION, () -> exports.prolonger(demande));
                var document = fichiers.commencer()) {
            faire(demande, demandeur, document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Un nœud qui s'arrête interrompt ce qu'il fait : ce n'est pas un échec. Un fil interrompu n'a plus de connexion. */
    private void rendre(DemandeDExport demande) {
        if (Thread.interrupted()) {
            try {
                exports.rendreSansCompter(demande);
            } finally {
                Thread.currentThread().interrupt();
            }
        } else {
            exports.rendre(demande);
        }
    }

    private void faire(DemandeDExport demande, Compte demandeur, DocumentEnCours document) throws IOException {
        var le = horloge.instant();
        var qui = new Connecte(demandeur.id(), demandeur.role(), demandeur.nomComplet(), demandeur.perimetre(), le);
        var nouvelles = new NouvellesDExport(exports, demande, aPart, ENTRE_DEUX_NOUVELLES);
        var faits = liste.ecrire(qui, demande, document.flux(), nouvelles);
        var nom = "dossiers-" + NOM.format(le) + "." + demande.forme().extension();
        annonce.rendre(demande, demandeur, document, nom, faits);
    }
}
