package fr.convergence.portail.compte;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.Sorte;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.jeton.EtatDuLien;
import fr.convergence.socle.jeton.Liens;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.personne.ActeDePersonne;
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

    private final Comptes comptes;
    private final Secrets secrets;
    private final Liens liens;
    private final Sessions sessions;
    private final Courriels courriels;
    private final Journal journal;
    private final Clock horloge;

    MotDePasse(
            Comptes comptes,
            Secrets secrets,
            Liens liens,
            Sessions sessions,
            Courriels courriels,
            Journal journal,
            Clock horloge) {
        this.comptes = comptes;
        this.secrets = secrets;
        this.liens = liens;
        this.sessions = sessions;
        this.courriels = courriels;
        this.journal = journal;
        this.horloge = horloge;
    }

    /** Le compte qu'un lien encore valable concerne. */
    public Optional<Compte> concerne(String jeton) {
        return liens.lire(USAGE, jeton) instanceof EtatDuLien.Valide(var sujet)
                ? comptes.titulaire(UUID.fromString(sujet)).filter(Compte::actif)
                : Optional.empty();
    }

    /** Remplace le mot de passe par celui-ci, haché, et termine toutes les sessions ; vide si le lien ne vaut plus. */
    @Transactional
    public Optional<Compte> remplacer(String jeton, String hache) {
        if (liens.employer(USAGE, jeton) instanceof EtatDuLien.Valide(var sujet)) {
            var compte = comptes.titulaire(UUID.fromString(sujet)).filter(Compte::actif);
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
    public void changer(Connecte qui, String hache, String sessionCourante) {
        ecrire(comptes.titulaire(qui.compte()).orElseThrow(), hache, new MotDePasseChange());
        liens.revoquer(USAGE, qui.getName());
        sessions.terminerLesAutres(qui.compte(), sessionCourante);
    }

    @Transactional
    void envoyerLien(Compte compte) {
        courriels.ecrire(
                "compte/mot-de-passe-oublie",
                compte.courriel().valeur(),
                Map.of(
                        "prenom", compte.prenom(),
                        "nomUtilisateur", compte.nomUtilisateur().valeur(),
                        "jeton", liens.emettre(USAGE, compte.id().toString(), VALIDITE)));
    }

    private void ecrire(Compte compte, String hache, ActeDePersonne acte) {
        secrets.remplacerMotDePasse(compte.id(), hache);
        journal.ecrire(Sorte.COMPTE.chaine(compte.id()), compte.id().toString(), acte);
        courriels.ecrire(
                "compte/mot-de-passe-change",
                compte.courriel().valeur(),
                Map.of("prenom", compte.prenom(), "le", Formats.dateHeure(horloge.instant())));
    }
}
