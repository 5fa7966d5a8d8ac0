package fr.convergence.socle.personne;

import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.jeton.EtatDuLien;
import fr.convergence.socle.jeton.Liens;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.personne.ActeDePersonne.CompteActive;
import fr.convergence.socle.personne.ActeDePersonne.InvitationRenvoyee;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Le lien par lequel qui a un compte ouvert par un autre choisit son mot de passe (ADM-1). */
@Component
public class Invitation {

    static final Duration VALIDITE = Duration.ofHours(72);
    private static final String USAGE = "invitation";

    private final Personnes personnes;
    private final Secrets secrets;
    private final Liens liens;
    private final Courriels courriels;
    private final Journal journal;

    Invitation(Personnes personnes, Secrets secrets, Liens liens, Courriels courriels, Journal journal) {
        this.personnes = personnes;
        this.secrets = secrets;
        this.liens = liens;
        this.courriels = courriels;
        this.journal = journal;
    }

    /** Le premier lien, à un compte qui vient de s'ouvrir ; ou un autre, s'il attend encore son mot de passe. */
    @Transactional
    public void envoyer(UUID compte) {
        attendue(compte).ifPresent(this::inviter);
    }

    /** Le même, à la demande d'un opérateur ; l'ancien lien ne vaut plus. Faux si personne n'attend plus d'invitation. */
    @Transactional
    public boolean renvoyer(UUID compte, String operateur) {
        var attendue = attendue(compte);
        attendue.ifPresent(invitee -> {
            journal.ecrire(ActeDePersonne.chaine(compte), operateur, new InvitationRenvoyee());
            inviter(invitee);
        });
        return attendue.isPresent();
    }

    /** Qui ouvre une invitation encore valable. */
    public Optional<Personne> invitee(String jeton) {
        return liens.lire(USAGE, jeton) instanceof EtatDuLien.Valide(var sujet)
                ? attendue(UUID.fromString(sujet))
                : Optional.empty();
    }

    /** Faux si l'invitation ne vaut plus. */
    @Transactional
    public boolean accepter(String jeton, String motDePasse) {
        if (liens.employer(USAGE, jeton) instanceof EtatDuLien.Valide(var sujet)) {
            var compte = UUID.fromString(sujet);
            if (personnes.activer(compte)) {
                secrets.changerMotDePasse(compte, motDePasse);
                journal.ecrire(ActeDePersonne.chaine(compte), sujet, new CompteActive());
                return true;
            }
        }
        return false;
    }

    /** Seul un opérateur renvoie une invitation, et sa page dit que la précédente ne vaudra plus. */
    private void inviter(Personne invitee) {
        var sujet = invitee.id().toString();
        liens.revoquer(USAGE, sujet);
        courriels.ecrire(
                "compte/invitation",
                invitee.courriel().valeur(),
                Map.of(
                        "prenom", invitee.prenom(),
                        "nomUtilisateur", invitee.nomUtilisateur().valeur(),
                        "jeton", liens.emettre(USAGE, sujet, VALIDITE)));
    }

    /** En attente, et sans mot de passe : qui s'est inscrit en a choisi un. */
    private Optional<Personne> attendue(UUID compte) {
        return personnes
                .titulaire(compte)
                .filter(personne -> personne.etat() instanceof EtatDePersonne.EnAttente)
                .filter(personne -> secrets.motDePasse(personne.id()).isEmpty());
    }
}
