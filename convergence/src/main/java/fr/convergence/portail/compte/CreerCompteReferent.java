package fr.convergence.portail.compte;

import fr.convergence.portail.acces.Role;
import fr.convergence.portail.acte.ActeDuCompte.InscriptionEcartee;
import fr.convergence.portail.acte.Sorte;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.personne.ActeDePersonne.CompteCree;
import fr.convergence.socle.personne.Activation;
import fr.convergence.socle.personne.EtatDePersonne;
import fr.convergence.socle.personne.NomUtilisateur;
import fr.convergence.socle.personne.Personne;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

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
    private final TransactionTemplate essai;
    private final Clock horloge;

    CreerCompteReferent(
            Comptes comptes,
            EtablissementsDuCompte etablissements,
            Activation activation,
            Courriels courriels,
            Journal journal,
            PlatformTransactionManager transactions,
            Clock horloge) {
        this.comptes = comptes;
        this.etablissements = etablissements;
        this.activation = activation;
        this.courriels = courriels;
        this.journal = journal;
        this.essai = new TransactionTemplate(transactions);
        this.essai.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.horloge = horloge;
    }

    @Transactional
    public void executer(Inscription inscription) {
        comptes.effacerEnAttente(inscription.courriel());
        var compte = compte(inscription);
        var cree = ecrire(compte, inscription);
        var jeton = activation.nouveauJeton(compte.id());
        var connu = comptes.designe(inscription.courriel().valeur());
        journal.ecrire(
                Sorte.COMPTE.chaine(compte.id()),
                compte.id().toString(),
                cree ? new CompteCree() : new InscriptionEcartee());
        if (cree) {
            courriels.ecrire(
                    "compte/activation",
                    compte.courriel().valeur(),
                    Map.of(
                            "prenom",
                            compte.prenom(),
                            "nomUtilisateur",
                            compte.nomUtilisateur().valeur(),
                            "jeton",
                            jeton));
        } else if (connu.isPresent()) {
            courriels.ecrire(
                    "compte/deja-inscrit",
                    connu.get().courriel().valeur(),
                    Map.of(
                            "prenom",
                            connu.get().prenom(),
                            "nomUtilisateur",
                            connu.get().nomUtilisateur().valeur()));
        } else {
            courriels.ecrire(
                    "compte/nom-pris",
                    compte.courriel().valeur(),
                    Map.of(
                            "prenom",
                            compte.prenom(),
                            "nomUtilisateur",
                            compte.nomUtilisateur().valeur()));
        }
    }

    /** Pris, le même travail se fait sous un nom d'emprunt, puis se défait : son temps ne dit rien. */
    private boolean ecrire(Compte compte, Inscription inscription) {
        var libre = comptes.libre(compte);
        var ecrit = libre ? compte : emprunt(compte);
        return Boolean.TRUE.equals(essai.execute(statut -> {
            var cree = comptes.creer(ecrit, inscription.motDePasse());
            etablissements.ajouter(ecrit.id(), inscription.candidat(), inscription.entites());
            if (!libre) {
                statut.setRollbackOnly();
            }
            return libre && cree;
        }));
    }

    private static Compte emprunt(Compte compte) {
        var nom = UUID.randomUUID().toString();
        var personne = new Personne(
                Uuid.v7(),
                compte.deLEquipe(),
                new NomUtilisateur(nom),
                new AdresseElectronique(nom + "@emprunt.invalid"),
                compte.civilite(),
                compte.nom(),
                compte.prenom(),
                compte.telephone(),
                compte.etat(),
                compte.creeLe());
        return new Compte(personne, compte.role(), compte.region());
    }

    private Compte compte(Inscription inscription) {
        var maintenant = horloge.instant();
        var personne = new Personne(
                Uuid.v7(),
                Role.REFERENT.equipe(),
                inscription.nomUtilisateur(),
                inscription.courriel(),
                inscription.civilite(),
                inscription.nom(),
                inscription.prenom(),
                inscription.telephone(),
                new EtatDePersonne.EnAttente(maintenant),
                maintenant);
        return new Compte(personne, Role.REFERENT, null);
    }
}
