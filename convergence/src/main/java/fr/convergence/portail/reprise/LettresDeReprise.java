package fr.convergence.portail.reprise;

import fr.convergence.portail.acces.Role;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.courriel.Lettre;
import fr.convergence.socle.page.Formats;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ce que chaque moment d'une reprise écrit, et à qui : un compte fermé ne reçoit rien. */
@Component
final class LettresDeReprise {

    private final Comptes comptes;
    private final Courriels courriels;

    LettresDeReprise(Comptes comptes, Courriels courriels) {
        this.comptes = comptes;
        this.courriels = courriels;
    }

    void demandee(Dossier dossier, UUID demandeur, String message, Instant jusqu) {
        ecrire(dossier, demandeur, dossier.referent(), "demandee", Map.of("message", message, "jusqu", avant(jusqu)));
    }

    void rappel(Dossier dossier, UUID demandeur, Instant jusqu) {
        ecrire(dossier, demandeur, dossier.referent(), "rappel", Map.of("jusqu", avant(jusqu)));
    }

    void refusee(Dossier dossier, UUID demandeur, String motif) {
        ecrire(dossier, demandeur, demandeur, "refusee", Map.of("motif", motif));
        aTrancher(dossier, demandeur);
    }

    /** Personne n'a répondu, ou ne peut répondre. */
    void deferee(Dossier dossier, UUID demandeur) {
        ecrire(dossier, demandeur, demandeur, "deferee", Map.of());
        ecrire(dossier, demandeur, dossier.referent(), "deferee-referent", Map.of());
        aTrancher(dossier, demandeur);
    }

    void rejetee(Dossier dossier, UUID demandeur, String motif) {
        ecrire(dossier, demandeur, demandeur, "rejetee", Map.of("motif", motif));
        ecrire(dossier, demandeur, dossier.referent(), "rejetee-referent", Map.of("motif", motif));
    }

    void retiree(Dossier dossier, UUID demandeur) {
        ecrire(dossier, demandeur, dossier.referent(), "retiree", Map.of());
    }

    void sansObjet(Dossier dossier, UUID demandeur) {
        ecrire(dossier, demandeur, demandeur, "sans-objet", Map.of());
    }

    private void aTrancher(Dossier dossier, UUID demandeur) {
        var operateurs = comptes.actifs(Role.OPERATEUR).stream()
                .map(operateur -> operateur.courriel().valeur())
                .toList();
        courriels.ecrire(List.of(
                new Lettre("reprise/a-trancher", operateurs, dossier.reference().valeur(), champs(dossier, demandeur))
                        .reunissable(Role.OPERATEUR.titre(null))));
    }

    private void ecrire(Dossier dossier, UUID demandeur, UUID a, String modele, Map<String, String> autres) {
        comptes.titulaire(a).filter(Compte::actif).ifPresent(titulaire -> {
            var champs = champs(dossier, demandeur);
            champs.putAll(autres);
            champs.put("prenom", titulaire.prenom());
            courriels.ecrire(
                    "reprise/" + modele,
                    titulaire.courriel().valeur(),
                    dossier.reference().valeur(),
                    champs);
        });
    }

    private Map<String, String> champs(Dossier dossier, UUID demandeur) {
        var noms = comptes.noms(List.of(demandeur));
        var champs = new HashMap<String, String>();
        champs.put("reference", dossier.reference().valeur());
        champs.put("etablissement", dossier.candidat().nom());
        champs.put("demandeur", noms.getOrDefault(demandeur, ""));
        return champs;
    }

    /** On dit la dernière seconde qui compte. */
    private static String avant(Instant jusqu) {
        return Formats.dateHeure(jusqu.minusSeconds(1));
    }
}
