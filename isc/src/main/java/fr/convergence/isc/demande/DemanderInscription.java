package fr.convergence.isc.demande;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.acte.ActeDIsc;
import fr.convergence.isc.compte.Compte;
import fr.convergence.isc.compte.Comptes;
import fr.convergence.isc.demande.DemandeATraiter.Nature;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.site.Langue;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Dépose la demande d'inscription d'un représentant ou d'un salarié ; ses mandataires et ses représentants en reçoivent un
 * courriel (ISC-7). Rien ne dit à qui demande si son nom ou son adresse a déjà un compte.
 */
@Component
public class DemanderInscription {

    private final Demandes demandes;
    private final Comptes comptes;
    private final Courriels courriels;
    private final Journal journal;
    private final Clock horloge;

    DemanderInscription(Demandes demandes, Comptes comptes, Courriels courriels, Journal journal, Clock horloge) {
        this.demandes = demandes;
        this.comptes = comptes;
        this.courriels = courriels;
        this.journal = journal;
        this.horloge = horloge;
    }

    /**
     * @param fonction représentant ou salarié
     * @param identite tout ce qu'un compte demande, déjà contrôlé et sous sa forme normale
     * @param langue celle où lui écrire
     */
    @Transactional
    public UUID executer(UUID entreprise, Fonction fonction, Map<Donnee, String> identite, Langue langue) {
        if (!Fonction.MANDATAIRE.encadre().contains(fonction)) {
            throw new IllegalArgumentException("Ne se demande pas à une entreprise : " + fonction);
        }
        var demande = new DemandeATraiter(
                Uuid.v7(),
                Nature.INSCRIPTION,
                entreprise,
                Optional.empty(),
                Optional.of(fonction),
                langue,
                Map.of(),
                identite,
                "",
                false,
                horloge.instant());
        demandes.deposer(demande);
        journal.ecrire(
                ActeDIsc.chaine(entreprise),
                Journal.SYSTEME,
                new ActeDIsc.DemandeDeposee(demande.nature().name()));
        prevenir(comptes.responsables(entreprise), demande);
        return demande.id();
    }

    private void prevenir(List<Compte> responsables, DemandeATraiter demande) {
        responsables.forEach(responsable -> courriels.ecrire(
                "demande/inscription",
                responsable.personne().courriel().valeur(),
                Map.of(
                        "prenom", responsable.personne().prenom(),
                        "demandeur", demande.valeur(Donnee.PRENOM) + " " + demande.valeur(Donnee.NOM),
                        "demande", demande.id().toString())));
    }
}
