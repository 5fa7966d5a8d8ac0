package fr.convergence.portail.notification;

import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.courriel.Courriels.Ligne;
import fr.convergence.socle.courriel.Retenus;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Textes;
import fr.convergence.socle.tache.Tranche;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Fait une lettre, par personne et par heure ou par jour, de ce qui l'attendait (NOT-4). */
@Component
class Recapitulatifs {

    private final Retenus retenus;
    private final Rythmes rythmes;
    private final Comptes comptes;
    private final Courriels courriels;
    private final Textes textes;
    private final TransactionTemplate transaction;

    Recapitulatifs(
            Retenus retenus,
            Rythmes rythmes,
            Comptes comptes,
            Courriels courriels,
            Textes textes,
            TransactionTemplate transaction) {
        this.retenus = retenus;
        this.rythmes = rythmes;
        this.comptes = comptes;
        this.courriels = courriels;
        this.textes = textes;
        this.transaction = transaction;
    }

    /** @return vrai s'il en reste peut-être */
    boolean ecrire(Tranche tranche) {
        for (var compte : retenus.dus()) {
            if (tranche.finie()) {
                return true;
            }
            transaction.executeWithoutResult(_ -> ecrire(compte));
        }
        return false;
    }

    /** Ce qui s'ôte et la lettre qui le dit sont d'une transaction ; un compte parti, ou d'ailleurs, ne reçoit rien. */
    private void ecrire(UUID compte) {
        var titulaire = comptes.titulaire(compte).filter(Compte::actif);
        var pris = retenus.prendre(compte, titulaire.map(Compte::titre).stream().toList());
        if (titulaire.isPresent() && !pris.faits().isEmpty()) {
            courriels.reunir(
                    "notification/recapitulatif",
                    List.of(titulaire.get().courriel().valeur()),
                    variables(titulaire.get(), pris),
                    pris.faits().stream().map(Recapitulatifs::ligne).toList());
        }
    }

    private Map<String, String> variables(Compte titulaire, Retenus.Pris pris) {
        var autres = pris.tous() - pris.faits().size();
        return Map.of(
                "prenom",
                titulaire.prenom(),
                "nombre",
                pris.tous() == 1
                        ? textes.de("notification.recapitulatif.un")
                        : textes.de("notification.recapitulatif.nombre", Formats.entier(pris.tous())),
                "reste",
                autres == 0 ? "" : textes.nombre("notification.recapitulatif.reste", autres),
                "rythme",
                textes.de(rythmes.de(titulaire.id()).cle()));
    }

    private static Ligne ligne(Retenus.Fait fait) {
        return new Ligne(Formats.dateHeure(fait.le()) + " : " + fait.objet(), fait.intitule(), fait.lien());
    }
}
