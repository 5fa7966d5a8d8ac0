package fr.convergence.portail.verification;

import fr.convergence.portail.convention.ConventionsVerifiees.ConventionAuthentique;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** Le numéro et le code d'un accusé ou d'une convention à vérifier, et ce qu'il atteste (NEW-14). */
public record AccuseVerifiePage(
        HttpStatus statut,
        String reference,
        String code,
        Erreurs erreurs,
        Optional<AccuseAuthentique> accuse,
        Optional<ConventionAuthentique> convention)
        implements Page {

    @Override
    public Optional<Duration> attente(Instant maintenant) {
        return erreurs.frein().map(jusqu -> Duration.between(maintenant, jusqu));
    }

    static AccuseVerifiePage vide() {
        return new AccuseVerifiePage(HttpStatus.OK, "", "", Erreurs.aucune(), Optional.empty(), Optional.empty());
    }

    static AccuseVerifiePage de(AccuseAuthentique accuse) {
        return new AccuseVerifiePage(HttpStatus.OK, "", "", Erreurs.aucune(), Optional.of(accuse), Optional.empty());
    }

    static AccuseVerifiePage de(ConventionAuthentique convention) {
        return new AccuseVerifiePage(
                HttpStatus.OK, "", "", Erreurs.aucune(), Optional.empty(), Optional.of(convention));
    }

    /**
     * Ce qu'une transmission atteste : ce que son accusé imprime.
     *
     * @param pieces l'empreinte SHA-256 de chaque fichier, sans son nom
     * @param depuis quand la même étape a été transmise de nouveau, si elle l'a été
     */
    public record AccuseAuthentique(
            String reference,
            String guichet,
            String etape,
            String candidat,
            int numero,
            Instant le,
            String empreinte,
            List<String> pieces,
            Optional<Instant> depuis) {}
}
