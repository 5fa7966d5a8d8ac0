package fr.convergence.portail.verification;

import fr.convergence.portail.convention.ConventionsVerifiees;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.formulaire.Preuve;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.saisie.CodeDeVerification;
import fr.convergence.portail.saisie.Editions;
import fr.convergence.portail.saisie.Editions.Transmise;
import fr.convergence.portail.verification.AccuseVerifiePage.AccuseAuthentique;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Retrouve ce qu'un accusé imprimé atteste, d'après le code qu'il porte : rien de plus que ce qui y est imprimé. */
@Component
final class AccusesVerifies {

    private final Dossiers dossiers;
    private final Editions editions;
    private final GuichetsPublies guichets;
    private final ConventionsVerifiees conventions;

    AccusesVerifies(Dossiers dossiers, Editions editions, GuichetsPublies guichets, ConventionsVerifiees conventions) {
        this.conventions = conventions;
        this.dossiers = dossiers;
        this.editions = editions;
        this.guichets = guichets;
    }

    /** La page de ce que ce code atteste, accusé ou convention. Un numéro inconnu et un code faux se répondent de même. */
    Optional<AccuseVerifiePage> chercher(ReferenceDeDossier reference, CodeDeVerification code) {
        return dossiers.celui(reference)
                .flatMap(dossier -> accuse(dossier, code)
                        .map(AccuseVerifiePage::de)
                        .or(() -> conventions.chercher(dossier, code).map(AccuseVerifiePage::de)));
    }

    private Optional<AccuseAuthentique> accuse(Dossier dossier, CodeDeVerification code) {
        return dossier.etapes().stream()
                .flatMap(etape -> dansLEtape(dossier, etape, code).stream())
                .findFirst();
    }

    private Optional<AccuseAuthentique> dansLEtape(Dossier dossier, Etape etape, CodeDeVerification code) {
        var transmises = editions.toutes(etape.id());
        return transmises.stream()
                .filter(edition -> CodeDeVerification.de(edition).equals(code))
                .findFirst()
                .map(edition -> accuse(dossier, etape, edition, transmises.getLast()));
    }

    private AccuseAuthentique accuse(Dossier dossier, Etape etape, Transmise edition, Transmise derniere) {
        var guichet = guichets.version(dossier.guichet()).definition();
        return new AccuseAuthentique(
                dossier.reference().valeur(),
                guichet.titre(),
                guichet.etape(etape.code()).orElseThrow().titre(),
                dossier.candidat().nom(),
                edition.numero(),
                edition.le(),
                edition.empreinte(),
                edition.contenu().preuves().values().stream()
                        .flatMap(List::stream)
                        .map(Preuve::sha256)
                        .toList(),
                Optional.of(derniere.le()).filter(_ -> derniere.numero() > edition.numero()));
    }
}
