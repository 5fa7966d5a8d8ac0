package fr.convergence.portail.copie;

import fr.convergence.portail.etape.RelectureDuDossier.DossierRelu;
import fr.convergence.portail.etape.RelectureDuDossier.EtapeRelue;
import fr.convergence.portail.etape.RelectureDuDossier.PieceRelue;
import fr.convergence.socle.fichier.Fichiers;
import fr.convergence.socle.impression.Imprimerie;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.stereotype.Component;

/** Le dossier en PDF et ses pièces, dans un dossier par étape et par question. */
@Component
final class ArchiveDuDossier {

    private final Imprimerie imprimerie;
    private final Fichiers fichiers;

    ArchiveDuDossier(Imprimerie imprimerie, Fichiers fichiers) {
        this.imprimerie = imprimerie;
        this.fichiers = fichiers;
    }

    /**
     * @throws IOException si une pièce est altérée ou le dépôt absent : l'archive est coupée, et ne passe pas pour entière
     */
    void ecrire(DossierRelu dossier, OutputStream sortie) throws IOException {
        var archive = new ArchiveDeFichiers(sortie, dossier.le());
        archive.ajouter(
                "", "dossier-" + dossier.reference() + ".pdf", imprimerie.imprimer(new DossierImprime(dossier)));
        for (var etape : dossier.etapes()) {
            // Les pièces qui s'ouvrent ; celles qui attendent leur analyse, ou furent refusées, sont dites dans le PDF.
            for (var relue : etape.pieces()) {
                var ouverte = fichiers.lire(relue.piece().fichier());
                if (ouverte.isPresent()) {
                    archive.ajouter(dossierDe(etape, relue), ouverte.get());
                }
            }
        }
        archive.finir();
    }

    /** « 1 - Formulaire de candidature/Relevé d'identité bancaire/ ». */
    private static String dossierDe(EtapeRelue etape, PieceRelue relue) {
        var lot = relue.lot().map(finess -> finess.valeur() + "/").orElse("");
        return ArchiveDeFichiers.dossier(etape.rang() + " - " + etape.titre())
                + ArchiveDeFichiers.dossier(relue.question())
                + lot;
    }
}
