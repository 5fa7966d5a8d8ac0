package fr.convergence.portail.referentiel;

import fr.convergence.portail.acte.ActeDuSupport.ReferentielImporte;
import fr.convergence.portail.acte.Sorte;
import fr.convergence.portail.referentiel.EnvoiDuRegistre.Etat;
import fr.convergence.portail.registre.HistoriqueDesImports;
import fr.convergence.portail.registre.ImporterRegistre;
import fr.convergence.portail.registre.ResultatImport;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.tache.Bail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/** Vérifie un envoi, ou l'importe une fois confirmé : ses octets sont posés à côté, lus en flux, effacés. */
@Component
final class TraiterEnvoi {

    private static final Logger JOURNAL = LoggerFactory.getLogger(TraiterEnvoi.class);
    private static final int TENTATIVES = 3;
    private static final Duration PROLONGATION = Duration.ofMinutes(1);
    private static final long ENTRE_DEUX_NOUVELLES = Duration.ofSeconds(1).toNanos();

    private final Envois envois;
    private final ImporterRegistre importer;
    private final HistoriqueDesImports historique;
    private final Journal journal;
    /** L'avancement se voit pendant que la transaction de l'import dure. */
    private final TransactionTemplate aPart;

    TraiterEnvoi(
            Envois envois,
            ImporterRegistre importer,
            HistoriqueDesImports historique,
            Journal journal,
            PlatformTransactionManager transactions) {
        this.envois = envois;
        this.importer = importer;
        this.historique = historique;
        this.journal = journal;
        this.aPart = new TransactionTemplate(transactions);
        this.aPart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @return vrai s'il en reste peut-être un à traiter tout de suite */
    boolean executer() {
        return envois.prendre().map(this::traiter).orElse(false);
    }

    /** Faux quand un import se fait ailleurs : il faut attendre qu'il finisse. */
    private boolean traiter(EnvoiDuRegistre envoi) {
        if (envoi.tentatives() > TENTATIVES) {
            JOURNAL.error("Import {} abandonné après {} tentatives", envoi.id(), TENTATIVES);
            historique.refuser(
                    envoi.id(), envoi.nom(), envoi.envoyeLe(), "l’import s’est interrompu plusieurs fois, réessayez");
            envois.passer(envoi.id(), envoi.etat(), Etat.FINI);
            return true;
        }
        try {
            var dossier = Files.createTempDirectory("referentiel");
            try {
                return conclure(envoi, traiter(envoi, dossier));
            } finally {
                FileSystemUtils.deleteRecursively(dossier);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ResultatImport traiter(EnvoiDuRegistre envoi, Path dossier) throws IOException {
        try (var _ = new Bail(PROLONGATION, () -> envois.prolonger(envoi.id()))) {
            var chemin = poser(envoi, dossier);
            return envoi.etat() == Etat.A_IMPORTER
                    ? importer.importer(envoi.id(), chemin, avancement(envoi))
                    : importer.verifier(envoi.id(), chemin, avancement(envoi));
        }
    }

    /** Un seul fichier sous son nom, plusieurs dans un dossier au nom de l'envoi : c'est le nom que dira le rapport. */
    private Path poser(EnvoiDuRegistre envoi, Path dossier) throws IOException {
        var fichiers = envois.fichiers(envoi.id());
        var racine = fichiers.size() == 1 ? dossier : Files.createDirectory(dossier.resolve(envoi.nom()));
        for (var fichier : fichiers) {
            try (var vers = Files.newOutputStream(racine.resolve(fichier))) {
                envois.lire(envoi.id(), fichier, vers);
            }
        }
        return fichiers.size() == 1 ? racine.resolve(fichiers.getFirst()) : racine;
    }

    private boolean conclure(EnvoiDuRegistre envoi, ResultatImport resultat) {
        switch (resultat) {
            case ResultatImport.Importe(var rapport) -> {
                envois.passer(envoi.id(), envoi.etat(), Etat.FINI);
                if (!rapport.sansChangement()) {
                    journal.ecrire(
                            Sorte.REFERENTIEL.chaine(envoi.id()),
                            Journal.SYSTEME,
                            new ReferentielImporte(rapport.fichier()));
                }
            }
            case ResultatImport.AConfirmer _ -> envois.passer(envoi.id(), envoi.etat(), Etat.VERIFIE);
            case ResultatImport.Refuse _ -> envois.passer(envoi.id(), envoi.etat(), Etat.FINI);
            case ResultatImport.Occupe _ -> envois.remettre(envoi.id());
        }
        return !(resultat instanceof ResultatImport.Occupe);
    }

    private LongConsumer avancement(EnvoiDuRegistre envoi) {
        var derniere = new AtomicLong(System.nanoTime());
        return lus -> {
            if (System.nanoTime() - derniere.get() > ENTRE_DEUX_NOUVELLES) {
                derniere.set(System.nanoTime());
                aPart.executeWithoutResult(_ -> envois.avancer(envoi.id(), lus));
            }
        };
    }
}
