package fr.convergence.socle.personne;

import fr.convergence.socle.acces.PersonneConnectee;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.jeton.EtatDuLien;
import fr.convergence.socle.jeton.Liens;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.personne.ActeDePersonne.MotDePasseChange;
import fr.convergence.socle.personne.ActeDePersonne.MotDePasseReinitialise;
import fr.convergence.socle.session.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changer de mot de passe, connecté ou par un lien reçu ; les autres sessions finissent (CNX-4). */
@Component
public class MotDePasse {

    static final Duration VALIDITE = Duration.ofMinutes(30);
    private static final String USAGE = "mot-de-passe";

    private final Personnes personnes;
    private final Secrets secrets;
    private final Liens liens;
    private final Sessions sessions;
    private final Courriels courriels;
    private final Journal journal;
    private final Clock horloge;

    MotDePasse(
            Personnes personnes,
            Secrets secrets,
            Liens liens,
            Sessions sessions,
            Courriels courriels,
            Journal journal,
            Clock horloge) {
        this.personnes = personnes;
        this.secrets = secrets;
        this.liens = liens;
        this.sessions = sessions;
        this.courriels = courriels;
        this.journal = journal;
        this.horloge = horloge;
    }

    /** Le compte qu'un lien encore valable concerne. */
    public Optional<Personne> concerne(String jeton) {
        return liens.lire(USAGE, jeton) instanceof EtatDuLien.Valide(var sujet)
                ? personnes.titulaire(UUID.fromString(sujet)).filter(Personne::active)
                : Optional.empty();
    }

    /** Remplace le mot de passe par celui-ci, haché, et termine toutes les sessions ; vide si le lien ne vaut plus. */
    @Transactional
    public Optional<Personne> remplacer(String jeton, String hache) {
        if (liens.employer(USAGE, jeton) instanceof EtatDuLien.Valide(var sujet)) {
            var compte = personnes.titulaire(UUID.fromString(sujet)).filter(Personne::active);
            compte.ifPresent(titulaire -> {
                ecrire(titulaire, hache, new MotDePasseReinitialise());
                sessions.terminerToutes(titulaire.id());
            });
            return compte;
        }
        return Optional.empty();
    }

    /** Change le mot de passe de la personne connectée, qui vient de redonner l'ancien. */
    @Transactional
    public void changer(PersonneConnectee qui, String hache, String sessionCourante) {
        ecrire(personnes.titulaire(qui.compte()).orElseThrow(), hache, new MotDePasseChange());
        liens.revoquer(USAGE, qui.getName());
        sessions.terminerLesAutres(qui.compte(), sessionCourante);
    }

    /** Envoie de quoi en choisir un autre ; un lien n'annule pas le précédent. */
    @Transactional
    public void envoyerLien(Personne compte) {
        courriels.ecrire(
                "compte/mot-de-passe-oublie",
                compte.courriel().valeur(),
                Map.of(
                        "prenom", compte.prenom(),
                        "nomUtilisateur", compte.nomUtilisateur().valeur(),
                        "jeton", liens.emettre(USAGE, compte.id().toString(), VALIDITE)));
    }

    private void ecrire(Personne compte, String hache, ActeDePersonne acte) {
        secrets.remplacerMotDePasse(compte.id(), hache);
        journal.ecrire(ActeDePersonne.chaine(compte.id()), compte.id().toString(), acte);
        courriels.ecrire(
                "compte/mot-de-passe-change",
                compte.courriel().valeur(),
                Map.of("prenom", compte.prenom(), "le", Formats.dateHeure(horloge.instant())));
    }
}
