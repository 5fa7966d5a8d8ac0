package fr.convergence.portail.export;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.portail.export.ContenuDExport.Ecriture;
import fr.convergence.socle.fichier.DocumentEnCours;
import fr.convergence.socle.fichier.Fichiers;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.tache.Bail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Fait un export demandé. Le fichier n'existe qu'entier, avec l'acte qui le dit et le courriel qui l'annonce : un nœud qui
 * meurt avant n'en laisse rien, un autre le refait du début.
 */
@Component
final class FaireExport {

    private static final Logger JOURNAL = LoggerFactory.getLogger(FaireExport.class);
    private static final int TENTATIVES = 3;
    private static final Duration PROLONGATION = Duration.ofSeconds(10);
    private static final DateTimeFormatter NOM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss").withZone(Formats.PARIS);

    private final Exports exports;
    private final Comptes comptes;
    private final ContenuDExport contenu;
    private final Fichiers fichiers;
    private final AnnonceDExport annonce;
    private final EchecDExport echec;
    private final Clock horloge;

    FaireExport(
            Exports exports,
            Comptes comptes,
            ContenuDExport contenu,
            Fichiers fichiers,
            AnnonceDExport annonce,
            EchecDExport echec,
            Clock horloge) {
        this.exports = exports;
        this.comptes = comptes;
        this.contenu = contenu;
        this.fichiers = fichiers;
        this.annonce = annonce;
        this.echec = echec;
        this.horloge = horloge;
    }

    /** @return vrai s'il en reste peut-être une à faire tout de suite */
    boolean liste() {
        return executer(false);
    }

    /** @return vrai s'il en reste peut-être à faire tout de suite */
    boolean pieces() {
        return executer(true);
    }

    private boolean executer(boolean pieces) {
        var prise = exports.prendre(pieces);
        prise.ifPresent(this::faire);
        return prise.isPresent();
    }

    /** Fait cet export, pris par ce nœud. */
    void faire(DemandeDExport demande) {
        if (demande.tentatives() > TENTATIVES) {
            JOURNAL.error("Export {} abandonné après {} tentatives", demande.id(), TENTATIVES);
            echec.dire(demande, "export.echec.interrompu", "");
            return;
        }
        try {
            // Ce qu'il est maintenant, et non quand il a demandé : c'est à cet instant que l'on lit pour lui.
            comptes.titulaire(demande.compte())
                    .filter(compte -> compte.actif() && compte.role().niveau().isPresent())
                    .ifPresentOrElse(
                            demandeur -> faire(demande, demandeur),
                            () -> echec.dire(demande, "export.echec.acces", ""));
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
        switch (contenu.ecrire(qui, demande, document.flux())) {
            case Ecriture.Faite(var faits) -> annonce.rendre(demande, demandeur, document, nom(demande, le), faits);
            case Ecriture.Refusee(var raison, var detail) -> echec.dire(demande, raison, detail);
        }
    }

    private static String nom(DemandeDExport demande, Instant le) {
        return (demande.dePieces() ? "pieces-" : "dossiers-") + NOM.format(le) + "."
                + demande.forme().extension();
    }
}
