package fr.convergence.isc.compte;

import fr.convergence.socle.authentification.MotsDePasse;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.personne.ActeDePersonne;
import fr.convergence.socle.personne.ActeDePersonne.CompteCree;
import fr.convergence.socle.personne.Invitation;
import fr.convergence.socle.personne.Personnes;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ouvre un compte : son titulaire choisit son mot de passe par le lien qu'il reçoit. */
@Component
public class CreerCompte {

    public sealed interface Resultat {

        record Cree(UUID compte) implements Resultat {}

        /** Le nom d'utilisateur ou l'adresse électronique a déjà un compte. */
        record DejaPris() implements Resultat {}
    }

    private final Comptes comptes;
    private final Personnes personnes;
    private final Invitation invitation;
    private final MotsDePasse motsDePasse;
    private final Journal journal;
    private final Clock horloge;

    CreerCompte(
            Comptes comptes,
            Personnes personnes,
            Invitation invitation,
            MotsDePasse motsDePasse,
            Journal journal,
            Clock horloge) {
        this.comptes = comptes;
        this.personnes = personnes;
        this.invitation = invitation;
        this.motsDePasse = motsDePasse;
        this.journal = journal;
        this.horloge = horloge;
    }

    /** @param acteur identifiant de qui l'ouvre, ou « systeme » */
    @Transactional
    public Resultat executer(NouveauCompte nouveau, String acteur) {
        var compte = nouveau.compte(Uuid.v7(), horloge.instant());
        if (!comptes.creer(compte, nouveau.langue(), null)) {
            return new Resultat.DejaPris();
        }
        journal.ecrire(ActeDePersonne.chaine(compte.id()), acteur, new CompteCree());
        invitation.envoyer(compte.id());
        return new Resultat.Cree(compte.id());
    }

    /** Un compte actif, sans courriel. Aucune page n'y mène : la démonstration et les essais s'en servent. */
    @Transactional
    public UUID pret(NouveauCompte nouveau, String motDePasse) {
        var connu = comptes.designe(nouveau.nomUtilisateur().valeur());
        if (connu.isPresent()) {
            return connu.get().id();
        }
        var compte = nouveau.compte(Uuid.v7(), horloge.instant());
        if (!comptes.creer(compte, nouveau.langue(), motsDePasse.empreinte(motDePasse))) {
            throw new IllegalStateException("Adresse électronique déjà prise");
        }
        personnes.activer(compte.id());
        journal.ecrire(ActeDePersonne.chaine(compte.id()), Journal.SYSTEME, new CompteCree());
        return compte.id();
    }
}
