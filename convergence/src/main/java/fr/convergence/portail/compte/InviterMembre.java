package fr.convergence.portail.compte;

import fr.convergence.portail.acte.ActeDuCompte.MembreInvite;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.personne.ActeDePersonne;
import fr.convergence.socle.personne.EtatDePersonne;
import fr.convergence.socle.personne.Invitation;
import fr.convergence.socle.personne.Personne;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ouvre un compte de l'équipe : son titulaire choisit son mot de passe par le lien qu'il reçoit (ADM-1). */
@Component
public class InviterMembre {

    /** Ce que répond une invitation. */
    public sealed interface Resultat {

        record Invite(UUID compte) implements Resultat {}

        /** Le nom d'utilisateur ou l'adresse électronique a déjà un compte. */
        record DejaPris() implements Resultat {}
    }

    private final Comptes comptes;
    private final Invitation invitation;
    private final Journal journal;
    private final Clock horloge;

    InviterMembre(Comptes comptes, Invitation invitation, Journal journal, Clock horloge) {
        this.comptes = comptes;
        this.invitation = invitation;
        this.journal = journal;
        this.horloge = horloge;
    }

    /** @param acteur identifiant de l'opérateur, ou « systeme » */
    @Transactional
    public Resultat executer(MembreDeLEquipe membre, String acteur) {
        var compte = compte(membre);
        if (!comptes.creer(compte, null)) {
            return new Resultat.DejaPris();
        }
        journal.ecrire(ActeDePersonne.chaine(compte.id()), acteur, new MembreInvite(membre.role()));
        invitation.envoyer(compte.id());
        return new Resultat.Invite(compte.id());
    }

    private Compte compte(MembreDeLEquipe membre) {
        var maintenant = horloge.instant();
        var personne = new Personne(
                Uuid.v7(),
                membre.role().equipe(),
                membre.nomUtilisateur(),
                membre.courriel(),
                membre.civilite(),
                membre.nom(),
                membre.prenom(),
                null,
                new EtatDePersonne.EnAttente(maintenant),
                maintenant);
        return new Compte(personne, membre.role(), membre.region());
    }
}
