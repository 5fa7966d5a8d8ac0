package fr.convergence.portail.paiement;

import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.etablissement.Candidat;
import fr.convergence.portail.etablissement.Etablissements;
import fr.convergence.portail.formulaire.EditionScellee;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.saisie.Editions;
import fr.convergence.portail.saisie.Editions.Transmise;
import fr.convergence.socle.identifiant.Finess;
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

    /** L'IBAN et le BIC viennent de la même transmission, la dernière étape qui en donne un d'abord. */
    Beneficiaire de(Dossier dossier) {
        var cle = dossier.candidat().cle();
        var transmises = dossier.etapes().reversed().stream()
                .flatMap(etape -> editions.derniere(etape.id()).stream())
                .map(Transmise::contenu)
                .toList();
        var compte = transmises.stream()
                .filter(edition -> reponse(edition, "iban").isPresent())
                .findFirst();
        return new Beneficiaire(
                dossier.guichet(),
                dossier.candidat().nom(),
                etablissements
                        .candidat(cle)
                        .map(Candidat::finess)
                        .map(Finess::valeur)
                        .orElse(cle.identifiant()),
                compte.flatMap(edition -> reponse(edition, "iban")),
                compte.flatMap(edition -> reponse(edition, "bic")));
    }

    /** La réponse à une question de ce type. */
    private Optional<String> reponse(EditionScellee edition, String type) {
        return guichets.formulaireSIlExiste(edition.formulaire()).stream()
                .flatMap(formulaire -> formulaire.definition().questions())
                .filter(question -> question.type().code().equals(type))
                .map(question -> edition.valeur(question.id()))
                .filter(valeur -> !valeur.estVide())
                .map(valeur -> valeur.texte())
                .findFirst();
    }
}
