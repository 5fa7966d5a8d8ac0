package fr.convergence.portail.convention;

import fr.convergence.portail.contact.ContactsDuDossier;
import fr.convergence.portail.contact.PersonneAJoindre;
import fr.convergence.portail.convention.ContenuDeConvention.Ligne;
import fr.convergence.portail.convention.ContenuDeConvention.Partie;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.formulaire.EditionScellee;
import fr.convergence.portail.guichet.EtapeDuGuichet;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.guichet.Suite;
import fr.convergence.portail.saisie.Editions;
import fr.convergence.socle.page.Textes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Ce qu'une convention dira, d'après ce qui a été transmis et ce qui en a été corrigé depuis. */
@Component
final class ComposerConvention {

    /** La question où l'établissement nomme qui signera. */
    static final String SIGNATAIRE = "signataire";

    private static final Set<String> COORDONNEES = Set.of("adresse", "iban", "bic");
    private static final Set<String> MONTANTS = Set.of("montant");

    private final Editions editions;
    private final ContactsDuDossier contacts;
    private final GuichetsPublies guichets;
    private final Textes textes;

    ComposerConvention(Editions editions, ContactsDuDossier contacts, GuichetsPublies guichets, Textes textes) {
        this.editions = editions;
        this.contacts = contacts;
        this.guichets = guichets;
        this.textes = textes;
    }

    /** Vrai si le guichet fait signer une convention quand cette étape est acceptée. */
    boolean prevue(Dossier dossier, Etape etape) {
        return guichets.version(dossier.guichet())
                .definition()
                .etape(etape.code())
                .filter(definition -> definition.ouvreSurAcceptation().contains(Suite.CONVENTION))
                .isPresent();
    }

    /** Vide quand rien n'a été transmis, ou que personne n'y est nommé pour signer. */
    Optional<ContenuDeConvention> de(Dossier dossier, Etape etape) {
        return editions.derniere(etape.id())
                .flatMap(envoi -> contacts.personne(dossier, etape, envoi, SIGNATAIRE)
                        .filter(personne -> !personne.courriel().isEmpty())
                        .map(personne -> contenu(dossier, etape, envoi.contenu(), personne)));
    }

    /** Ce que le référent fait pour qu'une autre personne la signe ; les guichets d'avant ne l'ont pas parmi leurs contacts. */
    String unAutreSignataire(Dossier dossier) {
        return textes.de(
                contacts.modifiable(dossier, SIGNATAIRE)
                        ? "convention.autre.par-les-contacts"
                        : "convention.autre.par-l-ars");
    }

    /** Qui signerait aujourd'hui. */
    Optional<PersonneAJoindre> signataire(Dossier dossier, Etape etape) {
        return editions.derniere(etape.id()).flatMap(envoi -> contacts.personne(dossier, etape, envoi, SIGNATAIRE));
    }

    private ContenuDeConvention contenu(
            Dossier dossier, Etape etape, EditionScellee edition, PersonneAJoindre signataire) {
        var guichet = guichets.version(dossier.guichet()).definition();
        var cle = dossier.candidat().cle();
        return new ContenuDeConvention(
                guichet.titre(),
                guichet.programme(),
                guichet.etape(etape.code()).map(EtapeDuGuichet::titre).orElse(etape.code()),
                new Partie(
                        dossier.candidat().nom(),
                        cle.type().libelle() + ", " + cle.identifiant(),
                        dossier.region().nom()),
                signataire,
                lignes(edition, COORDONNEES),
                lignes(edition, MONTANTS));
    }

    private List<Ligne> lignes(EditionScellee edition, Set<String> types) {
        return guichets.formulaireSIlExiste(edition.formulaire()).stream()
                .flatMap(formulaire -> formulaire.definition().questions())
                .filter(question -> types.contains(question.type().code()))
                .filter(question -> !edition.valeur(question.id()).estVide())
                .map(question -> new Ligne(
                        question.libelle(),
                        String.join(
                                ", ",
                                edition.lignes(question).stream()
                                        .flatMap(ligne -> ligne.textes().stream())
                                        .toList())))
                .toList();
    }
}
