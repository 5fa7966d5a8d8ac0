package fr.convergence.isc.demande;

import fr.convergence.isc.acces.Membre;
import fr.convergence.isc.acte.ActeDIsc;
import fr.convergence.isc.compte.Compte;
import fr.convergence.isc.compte.Comptes;
import fr.convergence.isc.compte.CreerCompte;
import fr.convergence.isc.compte.NouveauCompte;
import fr.convergence.isc.entreprise.Entreprises;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.identifiant.Telephone;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.personne.NomUtilisateur;
import fr.convergence.socle.personne.Personnes;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Valide ou refuse une demande (ISC-12) : l'effet, la trace et le courriel d'une même transaction. */
@Component
public class TraiterDemande {

    public sealed interface Resultat {

        record Traitee() implements Resultat {}

        /** Elle n'est pas à traiter par cette personne, ou ne l'est plus. */
        record Introuvable() implements Resultat {}

        /** Le nom d'utilisateur ou l'adresse demandée a déjà un compte : elle ne peut qu'être refusée. */
        record DejaPris() implements Resultat {}
    }

    private final Demandes demandes;
    private final Comptes comptes;
    private final CreerCompte creer;
    private final Personnes personnes;
    private final Entreprises entreprises;
    private final Courriels courriels;
    private final Journal journal;

    TraiterDemande(
            Demandes demandes,
            Comptes comptes,
            CreerCompte creer,
            Personnes personnes,
            Entreprises entreprises,
            Courriels courriels,
            Journal journal) {
        this.demandes = demandes;
        this.comptes = comptes;
        this.creer = creer;
        this.personnes = personnes;
        this.entreprises = entreprises;
        this.courriels = courriels;
        this.journal = journal;
    }

    @Transactional
    public Resultat valider(UUID id, Membre qui) {
        var prise = demandes.prendre(qui, id);
        if (prise.isEmpty()) {
            return new Resultat.Introuvable();
        }
        var demande = prise.get();
        var fait = switch (demande.nature()) {
            case INSCRIPTION -> inscrire(demande, qui);
            case PERSONNE -> corriger(demande);
            case ENTREPRISE -> corrigerLEntreprise(demande, qui);
        };
        if (!fait) {
            return new Resultat.DejaPris();
        }
        demandes.traiter(id, true, qui.compte(), null);
        tracer(demande, qui, new ActeDIsc.DemandeValidee(demande.nature().name()));
        demande.demandeur()
                .flatMap(comptes::titulaire)
                .ifPresent(demandeur -> ecrire("demande/validee", demandeur, ""));
        return new Resultat.Traitee();
    }

    @Transactional
    public Resultat refuser(UUID id, Membre qui, String motif) {
        var prise = demandes.prendre(qui, id);
        if (prise.isEmpty()) {
            return new Resultat.Introuvable();
        }
        var demande = prise.get();
        demandes.traiter(id, false, qui.compte(), motif);
        tracer(demande, qui, new ActeDIsc.DemandeRefusee(demande.nature().name(), motif));
        demande.demandeur()
                .flatMap(comptes::titulaire)
                .ifPresentOrElse(
                        demandeur -> ecrire("demande/refusee", demandeur, motif),
                        () -> courriels.ecrire(
                                demande.langue(),
                                "demande/inscription-refusee",
                                demande.valeur(Donnee.COURRIEL),
                                Map.of("prenom", demande.valeur(Donnee.PRENOM), "motif", motif)));
        return new Resultat.Traitee();
    }

    private boolean inscrire(DemandeATraiter demande, Membre qui) {
        var nouveau = new NouveauCompte(
                demande.fonction().orElseThrow(),
                demande.entreprise(),
                new NomUtilisateur(demande.valeur(Donnee.NOM_UTILISATEUR)),
                new AdresseElectronique(demande.valeur(Donnee.COURRIEL)),
                Civilite.valueOf(demande.valeur(Donnee.CIVILITE)),
                demande.valeur(Donnee.NOM),
                demande.valeur(Donnee.PRENOM),
                telephone(demande, Donnee.TELEPHONE).orElse(null),
                telephone(demande, Donnee.MOBILE).orElse(null),
                demande.langue());
        return creer.executer(nouveau, qui.getName()) instanceof CreerCompte.Resultat.Cree;
    }

    private boolean corriger(DemandeATraiter demande) {
        var compte = demande.demandeur().orElseThrow();
        if (!comptes.joindre(
                compte,
                new AdresseElectronique(demande.valeur(Donnee.COURRIEL)),
                telephone(demande, Donnee.MOBILE).orElse(null))) {
            return false;
        }
        personnes.corriger(
                compte,
                Civilite.valueOf(demande.valeur(Donnee.CIVILITE)),
                demande.valeur(Donnee.NOM),
                demande.valeur(Donnee.PRENOM),
                telephone(demande, Donnee.TELEPHONE).orElse(null));
        return true;
    }

    private boolean corrigerLEntreprise(DemandeATraiter demande, Membre qui) {
        entreprises.corriger(
                demande.entreprise(), demande.valeur(Donnee.RAISON_SOCIALE), demande.valeur(Donnee.ADRESSE));
        tracer(demande, qui, new ActeDIsc.EntrepriseCorrigee());
        return true;
    }

    private void tracer(DemandeATraiter demande, Membre qui, ActeDIsc acte) {
        journal.ecrire(ActeDIsc.chaine(demande.entreprise()), qui.getName(), acte);
    }

    private void ecrire(String modele, Compte demandeur, String motif) {
        courriels.ecrire(
                modele,
                demandeur.personne().courriel().valeur(),
                motif.isEmpty()
                        ? Map.of("prenom", demandeur.personne().prenom())
                        : Map.of("prenom", demandeur.personne().prenom(), "motif", motif));
    }

    private static Optional<Telephone> telephone(DemandeATraiter demande, Donnee donnee) {
        return Optional.of(demande.valeur(donnee))
                .filter(Predicate.not(String::isEmpty))
                .map(Telephone::new);
    }
}
