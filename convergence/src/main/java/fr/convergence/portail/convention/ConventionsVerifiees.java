package fr.convergence.portail.convention;

import fr.convergence.portail.acte.CodeDeConvention;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.saisie.CodeDeVerification;
import fr.convergence.socle.fichier.Fichier;
import fr.convergence.socle.fichier.Fichiers;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Retrouve ce qu'une convention imprimée atteste, d'après le code qu'elle porte (NEW-14) : ni signataire ni compte bancaire. */
@Component
public final class ConventionsVerifiees {

    /**
     * @param le quand elle est entrée dans cet état
     * @param sha256 l'empreinte du document, signé s'il l'est
     */
    public record ConventionAuthentique(
            String reference,
            String guichet,
            String candidat,
            int numero,
            CodeDeConvention etat,
            Instant le,
            Optional<String> sha256) {}

    private final Conventions conventions;
    private final Fichiers fichiers;

    ConventionsVerifiees(Conventions conventions, Fichiers fichiers) {
        this.conventions = conventions;
        this.fichiers = fichiers;
    }

    public Optional<ConventionAuthentique> chercher(Dossier dossier, CodeDeVerification code) {
        return conventions.toutes(dossier.id()).stream()
                .filter(convention -> convention.verification().equals(code))
                .findFirst()
                .map(convention -> new ConventionAuthentique(
                        convention.reference().valeur(),
                        convention.contenu().guichet(),
                        convention.contenu().etablissement().nom(),
                        convention.numero(),
                        convention.etat().code(),
                        convention.etat().depuis(),
                        convention.etat().aLire().flatMap(fichiers::fiche).map(Fichier::sha256)));
    }
}
