package fr.convergence.portail.export;

import fr.convergence.portail.copie.ArchiveDeFichiers;
import fr.convergence.portail.formulaire.Preuve;
import fr.convergence.portail.tableur.Cellule;
import fr.convergence.portail.tableur.FormeDeTableau;
import fr.convergence.portail.tableur.TableauEcrit;
import fr.convergence.socle.depot.DepotIndisponible;
import fr.convergence.socle.fichier.FichierOuvert;
import fr.convergence.socle.fichier.Fichiers;
import fr.convergence.socle.page.Textes;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Les pièces de la liste en une archive ZIP, un dossier par dossier, écrite au fil de la lecture ; le manifeste dit chacune, son
 * empreinte, et ce qui n'y est pas.
 */
@Component
final class PiecesExportees {

    private static final String MANIFESTE = "manifeste.csv";

    /** Un objet perdu ou altéré se voit à sa première tranche, avant que l'archive ne le nomme. */
    private static final int DEBUT = 64 * 1024;

    private static final int TAMPON = 64 * 1024;

    private final Fichiers fichiers;
    private final Textes textes;
    private final Clock horloge;

    PiecesExportees(Fichiers fichiers, Textes textes, Clock horloge) {
        this.fichiers = fichiers;
        this.textes = textes;
        this.horloge = horloge;
    }

    /**
     * @param avancement à prévenir de ce qui est fait
     * @return combien de fichiers
     * @throws PieceAlteree dès la première qui ne se lit pas jusqu'au bout
     */
    long ecrire(List<PieceAEmporter> pieces, OutputStream vers, LongConsumer avancement) throws IOException {
        var sortie = new BufferedOutputStream(vers, TAMPON);
        var archive = new ArchiveDeFichiers(sortie, horloge.instant());
        var lignes = new ByteArrayOutputStream();
        var manifeste = FormeDeTableau.CSV.ouvrir(lignes, MANIFESTE);
        manifeste.ligne(
                Stream.of("chemin", "dossier", "etape", "question", "nom", "taille", "sha256", "analyse", "ecart")
                        .map(colonne -> Cellule.de(textes.de("export.manifeste." + colonne)))
                        .toList());
        var faits = 0L;
        for (var piece : pieces) {
            var ouverte = piece.ecart().isEmpty() ? ouvrir(piece) : Optional.<FichierOuvert>empty();
            if (ouverte.isPresent()) {
                var chemin = archive.ajouter(dossier(piece), ouverte.get());
                faits++;
                ligne(manifeste, piece, chemin, "");
            } else {
                ligne(manifeste, piece, "", textes.de(piece.ecart().orElse("export.ecart.illisible")));
            }
            avancement.accept(faits);
        }
        manifeste.finir();
        archive.ajouter("", MANIFESTE, lignes.toByteArray());
        archive.finir();
        sortie.flush();
        return faits;
    }

    /** Vide s'il ne se lit pas ; un dépôt absent arrête tout, et l'archive se refera. */
    private Optional<FichierOuvert> ouvrir(PieceAEmporter piece) throws IOException {
        var ouvert = fichiers.lire(UUID.fromString(piece.preuve().orElseThrow().fichier()));
        if (ouvert.isEmpty()) {
            return Optional.empty();
        }
        var flux = ouvert.get().flux();
        try {
            var debut = flux.readNBytes(DEBUT);
            var entier = new SequenceInputStream(new ByteArrayInputStream(debut), flux);
            var fiche = ouvert.get().fichier();
            return Optional.of(new FichierOuvert(fiche, new LectureDePiece(piece, fiche.id(), entier)));
        } catch (DepotIndisponible panne) {
            flux.close();
            throw panne;
        } catch (IOException illisible) {
            flux.close();
            return Optional.empty();
        }
    }

    private static String dossier(PieceAEmporter piece) {
        return ArchiveDeFichiers.dossier(piece.reference() + " - " + piece.candidat())
                + ArchiveDeFichiers.dossier(piece.etape())
                + ArchiveDeFichiers.dossier(piece.question());
    }

    private void ligne(TableauEcrit manifeste, PieceAEmporter piece, String chemin, String ecart) throws IOException {
        manifeste.ligne(List.of(
                Cellule.de(chemin),
                Cellule.de(piece.reference()),
                Cellule.de(piece.etape()),
                Cellule.de(piece.question()),
                Cellule.de(piece.preuve().map(Preuve::nom).orElse("")),
                piece.preuve()
                        .<Cellule>map(preuve -> new Cellule.Nombre(BigDecimal.valueOf(preuve.taille())))
                        .orElseGet(Cellule.Vide::new),
                Cellule.de(piece.preuve().map(Preuve::sha256).orElse("")),
                Cellule.de(textes.de(piece.analyse())),
                Cellule.de(ecart)));
    }
}
