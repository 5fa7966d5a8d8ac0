package fr.convergence.portail.paiement;

import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.etablissement.Candidat;
import fr.convergence.portail.etablissement.Etablissements;
import fr.convergence.portail.formulaire.EditionScellee;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.saisie.Editions;
import fr.convergence.portail.saisie.Editions.Transmise;
import fr.convergence.socle.identifiant.Finess;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lit qui payer de ce qu'un dossier a transmis. */
@Component
final class Beneficiaires {

    private final Editions editions;
    private final GuichetsPublies guichets;
    private final Etablissements etablissements;

    Beneficiaires(Editions editions, GuichetsPublies guichets, Etablissements etablissements) {
        this.editions = editions;
        this.guichets = guichets;
        this.etablissements = etablissements;
    }

    Beneficiaire de(Dossier dossier) {
        var cle = dossier.candidat().cle();
        var transmises = dossier.etapes().reversed().stream()
                .flatMap(etape -> editions.derniere(etape.id()).stream())
                .map(Transmise::contenu)
                .toList();
        return new Beneficiaire(
                dossier.guichet(),
                dossier.candidat().nom(),
                etablissements
                        .candidat(cle)
                        .map(Candidat::finess)
                        .map(Finess::valeur)
                        .orElse(cle.identifiant()),
                reponse(transmises, "iban"),
                reponse(transmises, "bic"));
    }

    /** La plus récente réponse à une question de ce type. */
    private Optional<String> reponse(List<EditionScellee> transmises, String type) {
        return transmises.stream()
                .flatMap(edition -> guichets.formulaireSIlExiste(edition.formulaire()).stream()
                        .flatMap(formulaire -> formulaire.definition().questions())
                        .filter(question -> question.type().code().equals(type))
                        .map(question -> edition.valeur(question.id())))
                .filter(valeur -> !valeur.estVide())
                .map(valeur -> valeur.texte())
                .findFirst();
    }
}
