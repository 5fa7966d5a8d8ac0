package fr.convergence.isc.compte;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.acces.Membre;
import fr.convergence.isc.acte.ActeDIsc;
import fr.convergence.socle.authentification.Appareils;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.identifiant.Telephone;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.personne.ActeDePersonne;
import fr.convergence.socle.personne.ActeDePersonne.CompteSupprime;
import fr.convergence.socle.personne.ActeDePersonne.InformationsCorrigees;
import fr.convergence.socle.personne.Personnes;
import fr.convergence.socle.session.Sessions;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ce qu'un mandataire ou un représentant fait du compte d'un autre de son entreprise ; jamais de celui d'un mandataire. */
@Component
public class EncadrerCompte {

    public enum Resultat {
        FAIT,
        /** Il n'est pas de ceux que cette personne encadre, ou n'est plus. */
        IMPOSSIBLE,
        /** L'adresse est celle d'un autre compte. */
        ADRESSE_PRISE
    }

    /** Les informations à écrire, déjà contrôlées. */
    public record Informations(
            Fonction fonction,
            Civilite civilite,
            String nom,
            String prenom,
            AdresseElectronique courriel,
            @Nullable Telephone telephone,
            @Nullable Telephone mobile) {}

    private final Comptes comptes;
    private final Personnes personnes;
    private final Sessions sessions;
    private final Appareils appareils;
    private final Courriels courriels;
    private final Journal journal;

    EncadrerCompte(
            Comptes comptes,
            Personnes personnes,
            Sessions sessions,
            Appareils appareils,
            Courriels courriels,
            Journal journal) {
        this.comptes = comptes;
        this.personnes = personnes;
        this.sessions = sessions;
        this.appareils = appareils;
        this.courriels = courriels;
        this.journal = journal;
    }

    @Transactional
    public Resultat corriger(UUID compte, Informations voulu, Membre qui) {
        var encadre = encadre(compte, qui);
        if (encadre.isEmpty() || !qui.fonction().encadre().contains(voulu.fonction())) {
            return Resultat.IMPOSSIBLE;
        }
        if (!comptes.joindre(compte, voulu.courriel(), voulu.mobile())) {
            return Resultat.ADRESSE_PRISE;
        }
        personnes.corriger(compte, voulu.civilite(), voulu.nom(), voulu.prenom(), voulu.telephone());
        journal.ecrire(ActeDePersonne.chaine(compte), qui.getName(), new InformationsCorrigees());
        journal.ecrire(ActeDIsc.chaine(qui.sonEntreprise()), qui.getName(), new ActeDIsc.CollaborateurCorrige(compte));
        var avant = encadre.get();
        if (comptes.changerDeFonction(compte, voulu.fonction())) {
            journal.ecrire(
                    ActeDePersonne.chaine(compte),
                    qui.getName(),
                    new ActeDIsc.FonctionChangee(avant.fonction(), voulu.fonction()));
            // Ses sessions portent l'ancienne : il se reconnecte avec la nouvelle.
            sessions.terminerToutes(compte);
        }
        prevenir(avant, "compte/corrige");
        return Resultat.FAIT;
    }

    @Transactional
    public Resultat supprimer(UUID compte, Membre qui) {
        var encadre = encadre(compte, qui);
        if (encadre.isEmpty()) {
            return Resultat.IMPOSSIBLE;
        }
        if (!comptes.effacerInvitation(compte)) {
            if (!personnes.anonymiser(compte)) {
                return Resultat.IMPOSSIBLE;
            }
            journal.ecrire(ActeDePersonne.chaine(compte), qui.getName(), new CompteSupprime());
            appareils.oublierTous(compte);
            sessions.terminerToutes(compte);
            prevenir(encadre.get(), "compte/supprime");
        }
        journal.ecrire(ActeDIsc.chaine(qui.sonEntreprise()), qui.getName(), new ActeDIsc.CollaborateurSupprime(compte));
        return Resultat.FAIT;
    }

    /** Celui d'un autre, de la même entreprise, et d'une fonction que la sienne encadre. */
    private Optional<Compte> encadre(UUID compte, Membre qui) {
        return comptes.titulaire(compte)
                .filter(_ -> !compte.equals(qui.compte()))
                .filter(trouve -> qui.entreprise().equals(Optional.ofNullable(trouve.entreprise())))
                .filter(trouve -> qui.fonction().encadre().contains(trouve.fonction()));
    }

    /** À l'adresse d'avant : celle qu'on lui connaissait. */
    private void prevenir(Compte avant, String modele) {
        courriels.ecrire(
                modele,
                avant.personne().courriel().valeur(),
                Map.of("prenom", avant.personne().prenom()));
    }
}
