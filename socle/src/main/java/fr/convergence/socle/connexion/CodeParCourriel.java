package fr.convergence.socle.connexion;

import fr.convergence.socle.authentification.VerdictDuFrein;
import fr.convergence.socle.authentification.VerdictDuFrein.Admis;
import fr.convergence.socle.authentification.VerdictDuFrein.Verrouille;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.jeton.Codes;
import fr.convergence.socle.jeton.VerdictDeCode;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.personne.DemandesDeCourriel;
import fr.convergence.socle.personne.Personnes;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Second facteur d'un référent : le code reçu par courriel, lié à sa tentative (CNX-2). */
@Component
final class CodeParCourriel {

    private static final String USAGE = "connexion";

    private final Codes codes;
    private final Personnes personnes;
    private final FreinsDeConnexion freins;
    private final DemandesDeCourriel demandes;
    private final Courriels courriels;
    private final TransactionTemplate transactions;
    private final Clock horloge;

    CodeParCourriel(
            Codes codes,
            Personnes personnes,
            FreinsDeConnexion freins,
            DemandesDeCourriel demandes,
            Courriels courriels,
            TransactionTemplate transactions,
            Clock horloge) {
        this.codes = codes;
        this.personnes = personnes;
        this.freins = freins;
        this.demandes = demandes;
        this.courriels = courriels;
        this.transactions = transactions;
        this.horloge = horloge;
    }

    /** Envoie un code neuf, qui remplace le précédent ; {@code Verrouille} si trop sont partis. */
    VerdictDuFrein envoyer(Tentative tentative, Origine origine) {
        var verdict = freins.envoi(tentative.compte(), origine);
        if (verdict instanceof Admis) {
            transactions.executeWithoutResult(_ -> {
                var compte = personnes.titulaire(tentative.compte()).orElseThrow();
                courriels.ecrire(
                        "connexion/code",
                        compte.courriel().valeur(),
                        Map.of(
                                "prenom", compte.prenom(),
                                "code", codes.emettre(USAGE, tentative.id()),
                                "heure", Formats.heure(horloge.instant().plus(Codes.VALIDITE))));
            });
        }
        return verdict;
    }

    VerdictDuSecondFacteur verifier(Tentative tentative, String saisi, Origine origine) {
        return switch (freins.code(tentative.compte(), origine)) {
            case Verrouille(var jusqu) -> new VerdictDuSecondFacteur.Verrou(jusqu);
            case Admis(var dernier) -> {
                var verdict = codes.verifier(USAGE, tentative.id(), saisi);
                if (verdict == VerdictDeCode.JUSTE) {
                    freins.codeJuste(tentative.compte(), origine);
                } else if (dernier) {
                    demandes.deposer(DemandesDeCourriel.Nature.VERROU, tentative.saisi());
                }
                yield switch (verdict) {
                    case JUSTE -> new VerdictDuSecondFacteur.Juste();
                    case FAUX -> new VerdictDuSecondFacteur.MauvaisCode(false);
                    case MORT -> new VerdictDuSecondFacteur.MauvaisCode(true);
                };
            }
        };
    }
}
