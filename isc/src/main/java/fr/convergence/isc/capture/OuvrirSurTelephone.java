package fr.convergence.isc.capture;

import fr.convergence.isc.identite.Passages;
import fr.convergence.isc.identite.ReglagesDIdentite;
import fr.convergence.isc.identite.Verification;
import fr.convergence.isc.identite.Verifications;
import fr.convergence.socle.courriel.Expediteur;
import fr.convergence.socle.jeton.EtatDuLien;
import fr.convergence.socle.jeton.Liens;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.langue.LangueDeLaRequete;
import fr.convergence.socle.site.Langue;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Un lien mène un téléphone à une vérification ; il ne l'ouvre qu'une fois, et le téléphone d'avant ne continue plus. */
@Component
class OuvrirSurTelephone {

    static final String CHEMIN = "/mobile";
    private static final String USAGE = "identite-telephone";

    sealed interface Issue {
        record Ouverte(Poste poste) implements Issue {}

        record DejaServi() implements Issue {}

        record Expire() implements Issue {}

        record Inconnu() implements Issue {}

        /** La personne n'a plus rien à filmer. */
        record Finie() implements Issue {}
    }

    private final Liens liens;
    private final Verifications verifications;
    private final Passages passages;
    private final Expediteur expediteur;
    private final Clock horloge;

    OuvrirSurTelephone(
            Liens liens, Verifications verifications, Passages passages, Expediteur expediteur, Clock horloge) {
        this.liens = liens;
        this.verifications = verifications;
        this.passages = passages;
        this.expediteur = expediteur;
        this.horloge = horloge;
    }

    /** L'adresse à ouvrir sur le téléphone, dans la langue de la personne ; celles données avant valent encore, jusqu'à ce que l'une serve. */
    String adresse(Verification verification) {
        var secret = liens.emettre(USAGE, verification.id().toString(), ReglagesDIdentite.VALIDITE_DU_LIEN);
        var langue = verification.personne().langue();
        return expediteur.site() + CHEMIN + "/" + secret
                + (langue == Langue.FRANCAIS ? "" : "?" + LangueDeLaRequete.PARAMETRE + "=" + langue.code());
    }

    /** Regarde sans ouvrir : une messagerie visite les liens reçus. */
    EtatDuLien lire(String secret) {
        return liens.lire(USAGE, secret);
    }

    @Transactional
    public Issue executer(String secret) {
        return switch (liens.employer(USAGE, secret)) {
            case EtatDuLien.Valide(var sujet) -> ouvrir(UUID.fromString(sujet));
            case EtatDuLien.DejaUtilise _ -> new Issue.DejaServi();
            case EtatDuLien.Expire _ -> new Issue.Expire();
            case EtatDuLien.Inconnu _ -> new Issue.Inconnu();
        };
    }

    private Issue ouvrir(UUID id) {
        var maintenant = horloge.instant();
        return verifications
                .prendre(id)
                .filter(verification -> verification.etat().attendLaPersonne()
                        && verification.expireLe().isAfter(maintenant))
                .<Issue>map(verification -> {
                    var poste = new Poste(verification.id(), UUID.randomUUID());
                    passages.passer(verification.ouvrir(poste.telephone(), maintenant), Journal.SYSTEME);
                    return new Issue.Ouverte(poste);
                })
                .orElseGet(Issue.Finie::new);
    }
}
