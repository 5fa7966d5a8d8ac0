package fr.convergence.portail.copie;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.etape.RelectureDuDossier;
import fr.convergence.portail.etape.RelectureDuDossier.EtapeRelue;
import fr.convergence.portail.etape.RelectureDuDossier.PieceRelue;
import fr.convergence.socle.fichier.FichierOuvert;
import fr.convergence.socle.fichier.Fichiers;
import fr.convergence.socle.impression.Imprimerie;
import fr.convergence.socle.page.Textes;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Le dossier en PDF et ses pièces, dans un dossier par étape et par question ; les accusés de chaque étape, la convention
 * signée.
 */
@Component
final class ArchiveDuDossier {

    private final Imprimerie imprimerie;
    private final Fichiers fichiers;
    private final RelectureDuDossier relecture;
    private final DossiersAImprimer dossiers;
    private final Textes textes;

    ArchiveDuDossier(
            Imprimerie imprimerie,
            Fichiers fichiers,
            RelectureDuDossier relecture,
            DossiersAImprimer dossiers,
            Textes textes) {
        this.relecture = relecture;
        this.dossiers = dossiers;
        this.textes = textes;
        this.imprimerie = imprimerie;
        this.fichiers = fichiers;
    }

    /**
     * @throws IOException si une pièce est altérée ou le dépôt absent : l'archive est coupée, et ne passe pas pour entière
     */
    void ecrire(Connecte qui, DossierImprime imprime, OutputStream sortie) throws IOException {
        var dossier = imprime.dossier();
        var archive = new ArchiveDeFichiers(sortie, dossier.le());
        archive.ajouter("", "dossier-" + dossier.reference() + ".pdf", imprimerie.imprimer(imprime));
        for (var fichier : dossiers.convention(qui, dossier.reference())) {
            archive.ajouter(ArchiveDeFichiers.dossier(textes.de("copie.dossier.convention")), ouvrir(fichier));
        }
        for (var etape : dossier.etapes()) {
            for (var accuse : relecture.accuses(qui, dossier.reference(), etape.code())) {
                archive.ajouter(
                        dossierDe(etape) + ArchiveDeFichiers.dossier(textes.de("copie.dossier.accuses")),
                        accuse.fichier(),
                        imprimerie.imprimer(accuse));
            }
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
        return dossierDe(etape) + ArchiveDeFichiers.dossier(relue.question()) + lot;
    }

    private static String dossierDe(EtapeRelue etape) {
        return ArchiveDeFichiers.dossier(etape.rang() + " - " + etape.titre());
    }

    private FichierOuvert ouvrir(UUID fichier) throws IOException {
        return fichiers.lire(fichier)
                .orElseThrow(() -> new IOException("Document de convention illisible : " + fichier));
    }
}
