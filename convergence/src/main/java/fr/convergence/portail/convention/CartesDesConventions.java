package fr.convergence.portail.convention;

import fr.convergence.portail.contact.ContactsDuDossier;
import fr.convergence.portail.convention.CarteDeConvention.Autre;
import fr.convergence.portail.convention.CarteDeConvention.Document;
import fr.convergence.portail.convention.CarteDeConvention.Relance;
import fr.convergence.portail.convention.EtatDeConvention.Envoyee;
import fr.convergence.portail.convention.EtatDeConvention.Expiree;
import fr.convergence.portail.convention.EtatDeConvention.Refusee;
import fr.convergence.portail.convention.EtatDeConvention.Remplacee;
import fr.convergence.portail.convention.EtatDeConvention.Signee;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.EtatEtape;
import fr.convergence.portail.dossier.Statut;
import fr.convergence.socle.courriel.SuiviDesCourriels;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Compose la carte de la convention d'un dossier ; qui la demande a jugé de l'accès au dossier. */
@Component
public final class CartesDesConventions {

    private final Conventions conventions;
    private final SuiviDesCourriels courriels;
    private final ComposerConvention composer;
    private final ContactsDuDossier contacts;

    CartesDesConventions(
            Conventions conventions,
            SuiviDesCourriels courriels,
            ComposerConvention composer,
            ContactsDuDossier contacts) {
        this.conventions = conventions;
        this.courriels = courriels;
        this.composer = composer;
        this.contacts = contacts;
    }

    public Optional<CarteDeConvention> pourLeReferent(Dossier dossier) {
        var chezLui = "/dossiers/" + dossier.reference();
        return carte(
                dossier,
                chezLui + "/conventions",
                contacts.modifiable(dossier, ComposerConvention.SIGNATAIRE)
                        ? new Autre(
                                new Message("convention.autre.par-les-contacts"),
                                Optional.of(chezLui + "/contacts/" + ComposerConvention.SIGNATAIRE))
                        : new Autre(new Message("convention.autre.par-l-ars"), Optional.empty()));
    }

    public Optional<CarteDeConvention> pourUnVerificateur(Dossier dossier) {
        return carte(
                dossier,
                "/instruction/" + dossier.reference() + "/conventions",
                new Autre(
                        new Message(
                                contacts.modifiable(dossier, ComposerConvention.SIGNATAIRE)
                                        ? "convention.autre.verificateur.par-les-contacts"
                                        : "convention.autre.verificateur.par-l-ars"),
                        Optional.empty()));
    }

    private Optional<CarteDeConvention> carte(Dossier dossier, String adresse, Autre autre) {
        return conventions
                .courante(dossier.id())
                .filter(convention -> !(convention.etat() instanceof Remplacee))
                .map(convention ->
                        carte(dossier, dossier.etape(convention.etape()).orElseThrow(), convention, adresse, autre));
    }

    private CarteDeConvention carte(Dossier dossier, Etape etape, Convention convention, String adresse, Autre autre) {
        var acceptee = etape.etat() instanceof EtatEtape.Acceptee;
        return new CarteDeConvention(
                etape.rang(),
                Statut.ACCEPTE.avec(convention.etat().code()),
                quoi(convention),
                convention.etat() instanceof Refusee refusee ? Optional.of(refusee.motif()) : Optional.empty(),
                incident(convention),
                documents(convention, adresse),
                Optional.of(autre).filter(_ -> acceptee && convention.adressable()),
                acceptee ? relance(dossier, etape, convention, adresse) : Optional.empty());
    }

    private static Message quoi(Convention convention) {
        var signataire = convention.contenu().signataire();
        var le = Formats.dateHeure(convention.etat().depuis());
        return switch (convention.etat()) {
            case EtatDeConvention.AEnvoyer _ -> new Message("convention.carte.a-envoyer", signataire.nomComplet());
            case Envoyee envoyee ->
                new Message(
                        "convention.carte.envoyee",
                        signataire.nomComplet(),
                        signataire.courriel(),
                        le,
                        Formats.dateHeure(envoyee.expireLe().minusSeconds(1)));
            case Signee _ -> new Message("convention.carte.signee", signataire.nomComplet(), le);
            case Refusee _ -> new Message("convention.carte.refusee", signataire.nomComplet(), le);
            case Expiree _ -> new Message("convention.carte.expiree", signataire.nomComplet(), le);
            case Remplacee _ -> new Message("convention.carte.remplacee", le);
        };
    }

    private static List<Document> documents(Convention convention, String adresse) {
        var base = adresse + "/" + convention.numero();
        var documents = new ArrayList<Document>();
        convention
                .etat()
                .aLire()
                .ifPresent(_ -> documents.add(new Document(
                        new Message(
                                convention.etat() instanceof Signee
                                        ? "convention.document.signe"
                                        : "convention.document.soumis"),
                        base + ".pdf")));
        if (convention.etat() instanceof Signee) {
            documents.add(new Document(new Message("convention.document.preuve"), base + "/preuve.pdf"));
        }
        return documents;
    }

    private Optional<Relance> relance(Dossier dossier, Etape etape, Convention convention, String adresse) {
        return switch (convention.etat()) {
            case Envoyee _ ->
                Optional.of(new Relance(
                        new Message("convention.relance"),
                        new Message(
                                "convention.relance.quoi",
                                convention.contenu().signataire().courriel()),
                        adresse,
                        convention.numero()));
            case Refusee _, Expiree _ ->
                Optional.of(new Relance(
                        new Message("convention.refaire"),
                        composer.signataire(dossier, etape)
                                .map(qui -> new Message("convention.refaire.quoi.a", qui.nomComplet(), qui.courriel()))
                                .orElseGet(() -> new Message("convention.refaire.quoi")),
                        adresse,
                        convention.numero()));
            case EtatDeConvention.AEnvoyer _, Signee _, Remplacee _ -> Optional.empty();
        };
    }

    /** Un serveur de courriel a refusé l'adresse du signataire. */
    private Optional<String> incident(Convention convention) {
        return convention.etat() instanceof Envoyee
                ? courriels
                        .chercher(
                                new SuiviDesCourriels.Criteres(
                                        Optional.of(convention
                                                .contenu()
                                                .signataire()
                                                .courriel()),
                                        Optional.of(convention.reference().valeur()),
                                        Optional.of(SuiviDesCourriels.Etat.ABANDONNE)),
                                null,
                                1)
                        .stream()
                        .filter(abandonne -> abandonne
                                .creeLe()
                                .isAfter(((Envoyee) convention.etat()).depuis().minusSeconds(1)))
                        .map(abandonne -> abandonne.erreur() == null ? "" : abandonne.erreur())
                        .findFirst()
                : Optional.empty();
    }
}
