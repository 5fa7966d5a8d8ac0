package fr.convergence.isc.examen;

import fr.convergence.isc.inscription.DossierDInscription;
import fr.convergence.socle.page.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** La file des inscriptions à examiner. */
public record FilePage(
        List<Ligne> lignes,
        @Nullable String debut,
        @Nullable String suivante) implements Page {

    /** La promesse faite à qui s'inscrit (guide, page 16). */
    static final Duration PROMESSE = Duration.ofHours(24);

    /**
     * @param heures depuis combien de temps elle attend, en heures entières
     * @param enRetard vrai au-delà de la promesse
     * @param aVerifier vrai si son document est à lire par une personne
     */
    public record Ligne(
            String adresse,
            String nom,
            String entreprise,
            Instant transmiseLe,
            long heures,
            boolean enRetard,
            boolean aVerifier) {

        static Ligne de(DossierDInscription dossier, Instant maintenant) {
            var attente = Duration.between(dossier.transmiseLe(), maintenant);
            return new Ligne(
                    BureauController.INSCRIPTIONS + "/" + dossier.id(),
                    dossier.declarant().nomComplet(),
                    dossier.document().raisonSociale(),
                    dossier.transmiseLe(),
                    attente.toHours(),
                    attente.compareTo(PROMESSE) > 0,
                    dossier.document().aVerifier());
        }
    }

    /** @param dossiers un de plus que {@code parPage} quand une page suit */
    static FilePage de(List<DossierDInscription> dossiers, int parPage, boolean plusLoin, Instant maintenant) {
        var montres = dossiers.stream().limit(parPage).toList();
        return new FilePage(
                montres.stream().map(dossier -> Ligne.de(dossier, maintenant)).toList(),
                plusLoin ? BureauController.INSCRIPTIONS : null,
                dossiers.size() > parPage
                        ? BureauController.INSCRIPTIONS + "?apres="
                                + montres.getLast().id()
                        : null);
    }
}
