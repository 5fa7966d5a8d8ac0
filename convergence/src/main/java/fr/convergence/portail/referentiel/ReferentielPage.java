package fr.convergence.portail.referentiel;

import fr.convergence.portail.registre.HistoriqueDesImports.ImportPasse;
import fr.convergence.portail.registre.Provenance.Extrait;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.PageDeSaisie;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * L'envoi d'un fichier, d'où viennent les données en usage, et les imports passés.
 *
 * @param enUsage absent tant que rien n'est importé
 */
public record ReferentielPage(
        Erreurs erreurs,
        Optional<Extrait> enUsage,
        List<Ligne> lignes,
        @Nullable String debut,
        @Nullable String suivante)
        implements PageDeSaisie {

    /** @param vers adresse du rapport */
    public record Ligne(String fichier, Instant le, EtatDImport etat, long rejets, String vers) {

        static Ligne de(EnvoiDuRegistre envoi) {
            return new Ligne(envoi.nom(), envoi.envoyeLe(), EtatDImport.de(envoi), 0, ImportPage.adresse(envoi.id()));
        }

        static Ligne de(ImportPasse passe) {
            return new Ligne(
                    passe.fichier(),
                    passe.commenceLe(),
                    EtatDImport.de(passe.issue()),
                    passe.rejets(),
                    ImportPage.adresse(passe.id()));
        }
    }

    /** @param trouves un de plus que {@code parPage} quand une page suit */
    static ReferentielPage de(
            Erreurs erreurs,
            Optional<Extrait> enUsage,
            List<EnvoiDuRegistre> nouveaux,
            List<ImportPasse> trouves,
            int parPage,
            boolean plusLoin) {
        var montres = trouves.stream().limit(parPage).toList();
        return new ReferentielPage(
                erreurs,
                enUsage,
                Stream.concat(nouveaux.stream().map(Ligne::de), montres.stream().map(Ligne::de))
                        .toList(),
                plusLoin ? ReferentielController.CHEMIN : null,
                trouves.size() > parPage
                        ? ReferentielController.CHEMIN + "?apres="
                                + montres.getLast().id()
                        : null);
    }
}
