package fr.convergence.portail.export;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.portail.export.DemandeDExport.Genre;
import fr.convergence.socle.fichier.DocumentEnCours;
import fr.convergence.socle.fichier.Fichiers;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.tache.Bail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
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
    private static final long ENTRE_DEUX_NOUVELLES = Duration.ofSeconds(1).toNanos();
    private static final DateTimeFormatter NOM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss").withZone(Formats.PARIS);

    private final Exports exports;
    private final Comptes comptes;
    private final List<ContenuDExport> contenus;
    private final Fichiers fichiers;
    private final AnnonceDExport annonce;
    private final Clock horloge;
    /** L'avancement se voit pendant que dure la lecture. */
    private final TransactionTemplate aPart;

    FaireExport(
            Exports exports,
            Comptes comptes,
            List<ContenuDExport> contenus,
            Fichiers fichiers,
            AnnonceDExport annonce,
            PlatformTransactionManager transactions,
            Clock horloge) {
        this.exports = exports;
        this.comptes = comptes;
        this.contenus = contenus;
        this.fichiers = fichiers;
        this.annonce = annonce;
        this.horloge = horloge;
        this.aPart = new TransactionTemplate(transactions);
        this.aPart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @return vrai s'il en reste peut-être un à faire tout de suite */
    boolean executer(Genre genre) {
        var prise = exports.prendre(genre);
        prise.ifPresent(this::faire);
        return prise.isPresent();
    }

    private void faire(DemandeDExport demande) {
        if (demande.tentatives() > TENTATIVES) {
            JOURNAL.error("Export {} abandonné après {} tentatives", demande.id(), TENTATIVES);
            exports.echouer(demande, "export.echec.interrompu", "");
            return;
        }
        // Ce qu'il est maintenant, et non quand il a demandé : c'est à cet instant que l'on lit pour lui.
        var demandeur = comptes.titulaire(demande.compte())
                .filter(compte -> compte.actif() && compte.role().niveau().isPresent());
        if (demandeur.isEmpty()) {
            exports.echouer(demande, "export.echec.acces", "");
            return;
        }
        try (var _ = new Bail(PROLONGATION, () -> exports.prolonger(demande));
                var document = fichiers.commencer()) {
            faire(demande, demandeur.get(), document);
        } catch (IOException e) {
            exports.rendre(demande);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            exports.rendre(demande);
            throw e;
        }
    }

    private void faire(DemandeDExport demande, Compte demandeur, DocumentEnCours document) throws IOException {
        var le = horloge.instant();
        var qui = new Connecte(demandeur.id(), demandeur.role(), demandeur.nomComplet(), demandeur.perimetre(), le);
        var faits = contenu(demande.genre()).ecrire(qui, demande, document.flux(), avancement(demande));
        var nom = nom(demande) + NOM.format(le) + "." + demande.forme().extension();
        annonce.rendre(demande, demandeur, document, nom, faits);
    }

    private ContenuDExport contenu(Genre genre) {
        return contenus.stream()
                .filter(contenu -> contenu.genre() == genre)
                .findFirst()
                .orElseThrow();
    }

    private static String nom(DemandeDExport demande) {
        return switch (demande.genre()) {
            case LISTE -> "dossiers-";
            case PIECES -> "pieces-";
        };
    }

    private LongConsumer avancement(DemandeDExport demande) {
        var derniere = new AtomicLong(System.nanoTime());
        return faits -> {
            if (System.nanoTime() - derniere.get() > ENTRE_DEUX_NOUVELLES) {
                derniere.set(System.nanoTime());
                aPart.executeWithoutResult(_ -> exports.avancer(demande, faits));
            }
        };
    }
}
