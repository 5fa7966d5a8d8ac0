package fr.convergence.socle.fichier;

import fr.convergence.socle.antivirus.Clamd;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.chiffrement.ClesDeTest;
import fr.convergence.socle.contenu.Limites;
import fr.convergence.socle.depot.DepotDossier;
import fr.convergence.socle.depot.DepotObjets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** Le service des fichiers, assemblé comme en vrai sur une base et un dossier de test. */
public final class FichiersDeTest {

    public static final Limites TOUT =
            Limites.de(List.of("pdf", "doc", "docx", "xls", "xlsx", "zip", "jpg", "png"), 100_000_000);

    public final HorlogeDeTest horloge = new HorlogeDeTest();
    public final List<Object> faits = Collections.synchronizedList(new ArrayList<>());
    public final Fichiers fichiers;
    public final Analyse analyse;
    public final Tus tus;
    final Receveur receveur;
    final Magasin magasin;
    private final Path dossier;

    /** Le service d'un nœud sans antivirus, sur une base où aucun fichier n'est encore arrivé. */
    static FichiersDeTest surBaseVide(JdbcClient base, TransactionTemplate transaction, Path dossier) {
        base.sql("truncate fichier, fichier_rebut cascade").update();
        return new FichiersDeTest(base, transaction, dossier, null);
    }

    /** Le même, sur ce dépôt. */
    public static FichiersDeTest sur(JdbcClient base, TransactionTemplate transaction, DepotObjets depot) {
        return new FichiersDeTest(base, transaction, Path.of(System.getProperty("java.io.tmpdir")), null, _ -> depot);
    }

    public FichiersDeTest(JdbcClient base, TransactionTemplate transaction, Path dossier, @Nullable Clamd clamd) {
        this(base, transaction, dossier, clamd, UnaryOperator.identity());
    }

    /** @param devant ce qui se met devant le dépôt, pour le faire faillir */
    FichiersDeTest(
            JdbcClient base,
            TransactionTemplate transaction,
            Path dossier,
            @Nullable Clamd clamd,
            UnaryOperator<DepotObjets> devant) {
        this.dossier = dossier;
        var assemblage = new ServiceFichiers();
        var reglages = new ReglagesFichiers(dossier, null, Duration.ofSeconds(20), 5, DataSize.ofMegabytes(150));
        magasin = assemblage.magasinDeFichiers(
                base, transaction, devant.apply(depot(dossier)), ClesDeTest.coffre(), faits::add, horloge);
        receveur = assemblage.receveurDeFichiers(magasin, horloge);
        fichiers = assemblage.fichiers(magasin, receveur, transaction, reglages, horloge);
        analyse = new Analyse(magasin, clamd, horloge, Duration.ofMillis(5));
        tus = assemblage.tus(receveur, magasin);
    }

    /** Ouvre un fichier au nom de claire. */
    public UUID ouvert(String nom, long taille) {
        var annonce = new AnnonceDeFichier("claire", nom, taille, TOUT, Long.MAX_VALUE);
        return ((OuvertureDEnvoi.Ouvert) fichiers.ouvrir(annonce)).id();
    }

    /** Un fichier reçu en entier, au nom de claire. */
    public UUID recu(String nom, byte[] octets) throws IOException {
        var id = ouvert(nom, octets.length);
        fichiers.recevoir(id, "claire", new ByteArrayInputStream(octets));
        return id;
    }

    public EtatFichier etat(UUID fichier) {
        return fichiers.fiche(fichier).orElseThrow().etat();
    }

    public byte[] lu(UUID fichier) throws IOException {
        try (var lecture = fichiers.lire(fichier).orElseThrow()) {
            return lecture.flux().readAllBytes();
        }
    }

    /** Les fichiers qui sont vraiment sur le disque, provisoires compris. */
    public List<Path> objets() {
        try (var tous = Files.walk(dossier)) {
            return tous.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DepotObjets depot(Path dossier) {
        try {
            return new DepotDossier(dossier);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
