package fr.convergence.portail.export;

import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Textes;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Dit qu'un export ne se fera pas, sur la page et par courriel ; un compte fermé n'en reçoit pas. */
@Component
final class EchecDExport {

    private final Exports exports;
    private final Comptes comptes;
    private final Courriels courriels;
    private final Textes textes;
    private final TransactionTemplate transaction;

    EchecDExport(
            Exports exports, Comptes comptes, Courriels courriels, Textes textes, TransactionTemplate transaction) {
        this.exports = exports;
        this.comptes = comptes;
        this.courriels = courriels;
        this.textes = textes;
        this.transaction = transaction;
    }

    /** @param detail ce que la raison attend ; vide si elle n'attend rien */
    void dire(DemandeDExport demande, String raison, String detail) {
        transaction.executeWithoutResult(_ -> {
            if (exports.echouer(demande, raison, detail)) {
                comptes.titulaire(demande.compte())
                        .filter(Compte::actif)
                        .ifPresent(demandeur -> courriels.ecrire(
                                "export/echec",
                                demandeur.courriel().valeur(),
                                Map.of(
                                        "prenom",
                                        demandeur.prenom(),
                                        "raison",
                                        textes.de(new Message(raison, detail)))));
            }
        });
    }
}
