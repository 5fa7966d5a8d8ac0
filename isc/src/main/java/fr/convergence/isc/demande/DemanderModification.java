package fr.convergence.isc.demande;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.acte.ActeDIsc;
import fr.convergence.isc.compte.Compte;
import fr.convergence.isc.compte.Comptes;
import fr.convergence.isc.demande.DemandeATraiter.Nature;
import fr.convergence.isc.entreprise.Entreprises;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.courriel.Lettre;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.site.Langue;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Demande de changer ses informations, ou celles de son entreprise (ISC-10). L'identité d'un mandataire a été vérifiée par un
 * opérateur, l'entreprise lue sur un Kbis : c'est un opérateur qui les change.
 */
@Component
public class DemanderModification {

    public sealed interface Resultat {

        record Deposee() implements Resultat {}

        /** Tout est déjà ainsi. */
        record SansChangement() implements Resultat {}

        /** Une demande de cette sorte attend encore. */
        record DejaEnCours() implements Resultat {}
    }

    private final Demandes demandes;
    private final Comptes comptes;
    private final Entreprises entreprises;
    private final Courriels courriels;
    private final Journal journal;
    private final Clock horloge;

    DemanderModification(
            Demandes demandes,
            Comptes comptes,
            Entreprises entreprises,
            Courriels courriels,
            Journal journal,
            Clock horloge) {
        this.demandes = demandes;
        this.comptes = comptes;
        this.entreprises = entreprises;
        this.courriels = courriels;
        this.journal = journal;
        this.horloge = horloge;
    }

    /** @param voulu les informations du compte, sous leur forme normale */
    @Transactional
    public Resultat deSesInformations(UUID compte, Map<Donnee, String> voulu, String commentaire) {
        var titulaire = comptes.titulaire(compte).orElseThrow();
        return deposer(
                titulaire,
                Nature.PERSONNE,
                actuel(titulaire),
                voulu,
                commentaire,
                titulaire.fonction() == Fonction.MANDATAIRE);
    }

    /** @param compte un mandataire de cette entreprise */
    @Transactional
    public Resultat deLEntreprise(UUID compte, Map<Donnee, String> voulu, String commentaire) {
        var titulaire = comptes.titulaire(compte).orElseThrow();
        var entreprise = entreprises.une(titulaire.sonEntreprise()).orElseThrow();
        return deposer(
                titulaire,
                Nature.ENTREPRISE,
                Map.of(Donnee.RAISON_SOCIALE, entreprise.raisonSociale(), Donnee.ADRESSE, entreprise.adresse()),
                voulu,
                commentaire,
                true);
    }

    /** Les informations d'un compte, telles qu'une demande les compare. */
    public static Map<Donnee, String> actuel(Compte titulaire) {
        var personne = titulaire.personne();
        var telephone = personne.telephone();
        var mobile = titulaire.mobile();
        return Map.of(
                Donnee.CIVILITE, personne.civilite().name(),
                Donnee.PRENOM, personne.prenom(),
                Donnee.NOM, personne.nom(),
                Donnee.COURRIEL, personne.courriel().valeur(),
                Donnee.TELEPHONE, telephone == null ? "" : telephone.valeur(),
                Donnee.MOBILE, mobile == null ? "" : mobile.valeur());
    }

    private Resultat deposer(
            Compte titulaire,
            Nature nature,
            Map<Donnee, String> actuel,
            Map<Donnee, String> voulu,
            String commentaire,
            boolean auxOperateurs) {
        var demande = new DemandeATraiter(
                Uuid.v7(),
                nature,
                titulaire.sonEntreprise(),
                Optional.of(titulaire.id()),
                Optional.empty(),
                Langue.presente(),
                actuel,
                voulu,
                commentaire,
                auxOperateurs,
                horloge.instant());
        if (demande.changements().isEmpty()) {
            return new Resultat.SansChangement();
        }
        if (!demandes.deposer(demande)) {
            return new Resultat.DejaEnCours();
        }
        journal.ecrire(
                ActeDIsc.chaine(titulaire.sonEntreprise()),
                titulaire.id().toString(),
                new ActeDIsc.DemandeDeposee(nature.name()));
        courriels.ecrire(destinataires(titulaire, auxOperateurs)
                .map(responsable -> new Lettre(
                        "demande/modification",
                        List.of(responsable.personne().courriel().valeur()),
                        null,
                        Map.of(
                                "prenom", responsable.personne().prenom(),
                                "demandeur", titulaire.personne().nomComplet(),
                                "adresse",
                                        (auxOperateurs ? DemandesController.DES_OPERATEURS : DemandesController.CHEMIN)
                                                + "/" + demande.id())))
                .toList());
        return new Resultat.Deposee();
    }

    private Stream<Compte> destinataires(Compte titulaire, boolean auxOperateurs) {
        return auxOperateurs
                ? comptes.operateurs().stream()
                : comptes.responsables(titulaire.sonEntreprise()).stream()
                        .filter(responsable -> !responsable.id().equals(titulaire.id()));
    }
}
