package fr.convergence.socle.connexion;

import fr.convergence.socle.authentification.MotsDePasse;
import fr.convergence.socle.connexion.Tentative.Etape;
import fr.convergence.socle.personne.DemandesDeCourriel;
import fr.convergence.socle.personne.EtatDePersonne;
import fr.convergence.socle.personne.Personnes;
import fr.convergence.socle.personne.Secrets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Premier facteur : le mot de passe. Un compte inconnu coûte le même travail qu'un mot de passe faux. */
@Component
final class SeConnecter {

    /** Ce que répond un essai de connexion. */
    sealed interface Issue {

        /** Le mot de passe est juste ; le second facteur n'est pas encore demandé. */
        record SecondFacteur(Tentative tentative) implements Issue {}

        /** Le mot de passe est juste, et le titulaire a demandé qu'il suffise sur ce navigateur. */
        record Dispense(UUID compte) implements Issue {}

        /** @param suspect vrai si l'essai suivant passera par le contrôle de sécurité */
        record Refuse(boolean suspect) implements Issue {}

        /** Le mot de passe n'a pas été jugé : le contrôle de sécurité d'abord. */
        record AControler() implements Issue {}

        record Verrou(Instant jusqu) implements Issue {}

        /** Le mot de passe est juste, l'adresse n'est pas encore prouvée. */
        record NonActive() implements Issue {}

        /** Le mot de passe est juste, le compte est fermé. */
        record Desactive() implements Issue {}
    }

    private final Personnes personnes;
    private final Secrets secrets;
    private final MotsDePasse motsDePasse;
    private final FreinsDeConnexion freins;
    private final DemandesDeCourriel demandes;
    private final FacteurDemande facteurs;
    private final Clock horloge;

    SeConnecter(
            Personnes personnes,
            Secrets secrets,
            MotsDePasse motsDePasse,
            FreinsDeConnexion freins,
            DemandesDeCourriel demandes,
            FacteurDemande facteurs,
            Clock horloge) {
        this.personnes = personnes;
        this.secrets = secrets;
        this.motsDePasse = motsDePasse;
        this.freins = freins;
        this.demandes = demandes;
        this.facteurs = facteurs;
        this.horloge = horloge;
    }

    /** @param controle vrai si la personne vient de réussir le contrôle de sécurité */
    Issue executer(String identifiant, String motDePasse, Origine origine, boolean controle) {
        var cle = Personnes.cle(identifiant);
        var secret = secrets.de(identifiant);
        return switch (freins.motDePasse(cle, secret.map(Secrets.DuCompte::compte), origine, controle)) {
            case VerdictDuMotDePasse.Verrou(var jusqu) -> new Issue.Verrou(jusqu);
            case VerdictDuMotDePasse.AControler() -> {
                demandes.deposer(DemandesDeCourriel.Nature.VERROU, identifiant);
                yield new Issue.AControler();
            }
            case VerdictDuMotDePasse.Admis(var suspect) ->
                verifier(secret, motDePasse)
                        .map(compte -> {
                            freins.motDePasseJuste(cle, compte, origine);
                            return poursuivre(compte, identifiant, motDePasse, origine);
                        })
                        .orElseGet(() -> {
                            if (suspect) {
                                demandes.deposer(DemandesDeCourriel.Nature.VERROU, identifiant);
                            }
                            return new Issue.Refuse(suspect);
                        });
        };
    }

    private Optional<UUID> verifier(Optional<Secrets.DuCompte> secret, String motDePasse) {
        var empreinte = secret.map(Secrets.DuCompte::motDePasse);
        var juste = motsDePasse.verifier(motDePasse, empreinte.orElseGet(motsDePasse::empreinteLeurre));
        return juste && empreinte.isPresent() ? secret.map(Secrets.DuCompte::compte) : Optional.empty();
    }

    private Issue poursuivre(UUID id, String identifiant, String motDePasse, Origine origine) {
        var compte = personnes.titulaire(id).orElseThrow();
        return switch (compte.etat()) {
            case EtatDePersonne.EnAttente _ -> new Issue.NonActive();
            case EtatDePersonne.Desactive _, EtatDePersonne.Supprime _ -> new Issue.Desactive();
            case EtatDePersonne.Actif _ -> {
                rafraichir(id, motDePasse);
                yield facteurs.apresLeMotDePasse(id, origine)
                        .<Issue>map(etape -> new Issue.SecondFacteur(tentative(id, identifiant, etape)))
                        .orElseGet(() -> new Issue.Dispense(id));
            }
        };
    }

    private Tentative tentative(UUID compte, String identifiant, Etape etape) {
        return new Tentative(UUID.randomUUID(), compte, identifiant, etape, horloge.instant());
    }

    /** Une empreinte faite sous d'anciens réglages se refait maintenant, seul instant où l'on a le mot de passe. */
    private void rafraichir(UUID compte, String motDePasse) {
        if (secrets.motDePasse(compte).filter(motsDePasse::aRefaire).isPresent()) {
            secrets.changerMotDePasse(compte, motsDePasse.empreinte(motDePasse));
        }
    }
}
