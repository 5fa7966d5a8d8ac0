package fr.convergence.portail.compte;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.ActeDuCompte.MembreInvite;
import fr.convergence.portail.acte.Sorte;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.jeton.EtatDuLien;
import fr.convergence.socle.jeton.Liens;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.personne.ActeDePersonne.CompteActive;
import fr.convergence.socle.personne.ActeDePersonne.InvitationRenvoyee;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
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

    static final Duration VALIDITE = Duration.ofHours(72);
    private static final String USAGE = "invitation";

    private final Comptes comptes;
    private final Secrets secrets;
    private final Liens liens;
    private final Courriels courriels;
    private final Journal journal;
    private final Clock horloge;

    InviterMembre(Comptes comptes, Secrets secrets, Liens liens, Courriels courriels, Journal journal, Clock horloge) {
        this.comptes = comptes;
        this.secrets = secrets;
        this.liens = liens;
        this.courriels = courriels;
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
        journal.ecrire(Sorte.COMPTE.chaine(compte.id()), acteur, new MembreInvite(membre.role()));
        inviter(compte);
        return new Resultat.Invite(compte.id());
    }

    /** Envoie un lien neuf à un membre qui n'a pas encore choisi son mot de passe. */
    @Transactional
    public void renvoyer(UUID compte) {
        comptes.titulaire(compte).filter(InviterMembre::attendu).ifPresent(this::inviter);
    }

    /** Le même, à la demande de l'opérateur ; l'ancien lien ne vaut plus. Faux si le membre n'attend plus d'invitation. */
    @Transactional
    public boolean renvoyer(UUID compte, Connecte operateur) {
        var attendu = comptes.titulaire(compte).filter(InviterMembre::attendu);
        attendu.ifPresent(membre -> {
            journal.ecrire(Sorte.COMPTE.chaine(compte), operateur.getName(), new InvitationRenvoyee());
            inviter(membre);
        });
        return attendu.isPresent();
    }

    /** Le compte qu'ouvre une invitation encore valable. */
    public Optional<Compte> invite(String jeton) {
        return liens.lire(USAGE, jeton) instanceof EtatDuLien.Valide(var sujet)
                ? comptes.titulaire(UUID.fromString(sujet)).filter(InviterMembre::attendu)
                : Optional.empty();
    }

    /** Faux si l'invitation ne vaut plus. */
    @Transactional
    public boolean accepter(String jeton, String motDePasse) {
        if (liens.employer(USAGE, jeton) instanceof EtatDuLien.Valide(var sujet)) {
            var compte = UUID.fromString(sujet);
            if (comptes.activer(compte)) {
                secrets.changerMotDePasse(compte, motDePasse);
                journal.ecrire(Sorte.COMPTE.chaine(compte), sujet, new CompteActive());
                return true;
            }
        }
        return false;
    }

    /** Seul un opérateur renvoie une invitation, et sa page dit que la précédente ne vaudra plus. */
    private void inviter(Compte compte) {
        liens.revoquer(USAGE, compte.id().toString());
        courriels.ecrire(
                "compte/invitation",
                compte.courriel().valeur(),
                Map.of(
                        "prenom", compte.prenom(),
                        "nomUtilisateur", compte.nomUtilisateur().valeur(),
                        "jeton", liens.emettre(USAGE, compte.id().toString(), VALIDITE)));
    }

    private static boolean attendu(Compte compte) {
        return compte.etat() instanceof EtatDuCompte.EnAttente && compte.role().equipe();
    }

    private Compte compte(MembreDeLEquipe membre) {
        var maintenant = horloge.instant();
        return new Compte(
                Uuid.v7(),
                membre.role(),
                membre.region(),
                membre.nomUtilisateur(),
                membre.courriel(),
                membre.civilite(),
                membre.nom(),
                membre.prenom(),
                null,
                new EtatDuCompte.EnAttente(maintenant),
                maintenant);
    }
}
