package fr.convergence.portail.paiement;

import fr.convergence.portail.acte.CodeDeVersement;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.courriel.Lettre;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Textes;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Les courriels d'un paiement, au référent (NOT-1), dans la transaction de l'acte. */
@Component
final class LettresDePaiement {

    private final Courriels courriels;
    private final Comptes comptes;
    private final GuichetsPublies guichets;
    private final Textes textes;

    LettresDePaiement(Courriels courriels, Comptes comptes, GuichetsPublies guichets, Textes textes) {
        this.courriels = courriels;
        this.comptes = comptes;
        this.guichets = guichets;
        this.textes = textes;
    }

    void verse(Dossier dossier, Paiement paiement, CodeDeVersement versement, LocalDate jour) {
        ecrire(
                paiement.accord().enJeu().compte() ? "verse" : "verse-sans-compte",
                dossier,
                versement,
                paiement.montant(versement),
                Map.of("jour", Formats.date(jour)));
    }

    void annule(Dossier dossier, CodeDeVersement versement, long centimes, String motif) {
        ecrire("annule", dossier, versement, centimes, Map.of("motif", motif));
    }

    /** S'il a encore un compte. */
    private void ecrire(
            String modele, Dossier dossier, CodeDeVersement versement, long centimes, Map<String, String> autres) {
        comptes.titulaire(dossier.referent()).filter(Compte::actif).ifPresent(referent -> {
            var variables = new HashMap<>(autres);
            variables.put("prenom", referent.prenom());
            variables.put("reference", dossier.reference().valeur());
            variables.put(
                    "guichet", guichets.version(dossier.guichet()).definition().titre());
            variables.put("etablissement", dossier.candidat().nom());
            variables.put("versement", textes.de("paiement.phrase." + versement.code()));
            variables.put("montant", Formats.montant(centimes));
            courriels.ecrire(List.of(new Lettre(
                    "paiement/" + modele,
                    List.of(referent.courriel().valeur()),
                    dossier.reference().valeur(),
                    variables)));
        });
    }
}
