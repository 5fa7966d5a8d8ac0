package fr.convergence.portail.compte;

import fr.convergence.portail.acces.Role;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.journal.Journal;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Crée le compte d'un référent. L'appelant n'apprend rien de plus qu'un inconnu : que le nom ou l'adresse soit libre ou
 * pris, la même suite d'écritures se fait et un courriel part (INS-2). Seul le titulaire de l'adresse sait lequel.
 */
@Component
public class CreerCompteReferent {

    private final Comptes comptes;
    private final EtablissementsDuCompte etablissements;
    private final Activation activation;
    private final Courriels courriels;
    private final Journal journal;
    private final Clock horloge;

    CreerCompteReferent(
            Comptes comptes,
            EtablissementsDuCompte etablissements,
            Activation activation,
            Courriels courriels,
            Journal journal,
            Clock horloge) {
        this.comptes = comptes;
        this.etablissements = etablissements;
        this.activation = activation;
        this.courriels = courriels;
        this.journal = journal;
        this.horloge = horloge;
    }

    @Transactional
    public void executer(Inscription inscription) {
        comptes.effacerEnAttente(inscription.courriel());
        var compte = compte(inscription);
        var cree = comptes.creer(compte, inscription.motDePasse());
        etablissements.ajouter(compte.id(), inscription.candidat(), inscription.entites());
        var jeton = activation.nouveauJeton(compte.id());
        var connu = comptes.designe(inscription.courriel().valeur());
        journal.ecrire(
                chaine(compte.id()), compte.id().toString(), cree ? "compte-cree" : "inscription-ecartee", Map.of());
        if (cree) {
            courriels.ecrire(
                    "compte/activation",
                    compte.courriel().valeur(),
                    Map.of("prenom", compte.prenom(), "nomUtilisateur", compte.nomUtilisateur(), "jeton", jeton));
        } else if (connu.isPresent()) {
            courriels.ecrire(
                    "compte/deja-inscrit",
                    connu.get().courriel().valeur(),
                    Map.of(
                            "prenom",
                            connu.get().prenom(),
                            "nomUtilisateur",
                            connu.get().nomUtilisateur()));
        } else {
            courriels.ecrire(
                    "compte/nom-pris",
                    compte.courriel().valeur(),
                    Map.of("prenom", compte.prenom(), "nomUtilisateur", compte.nomUtilisateur()));
        }
    }

    static String chaine(UUID compte) {
        return "compte/" + compte;
    }

    private Compte compte(Inscription inscription) {
        var maintenant = horloge.instant();
        return new Compte(
                Uuid.v7(),
                Role.REFERENT,
                null,
                inscription.nomUtilisateur().valeur(),
                inscription.courriel(),
                inscription.civilite(),
                inscription.nom(),
                inscription.prenom(),
                inscription.telephone().valeur(),
                new EtatDuCompte.EnAttente(maintenant),
                maintenant);
    }
}
