package fr.convergence.portail.transfert;

import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.ReferentDuDossier;
import fr.convergence.socle.courriel.Courriels;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Un dossier change de référent : l'accès passe à l'instant, le journal le garde, les deux sont prévenus. */
@Component
public final class PasserDossier {

    private final ReferentDuDossier referents;
    private final Comptes comptes;
    private final Courriels courriels;

    PasserDossier(ReferentDuDossier referents, Comptes comptes, Courriels courriels) {
        this.referents = referents;
        this.comptes = comptes;
        this.courriels = courriels;
    }

    /**
     * @param dossier tenu par qui appelle
     * @param acteur le compte qui le décide
     * @param motif pourquoi, quand ce n'est pas son référent
     */
    public void executer(Dossier dossier, UUID nouveau, String acteur, Optional<String> motif) {
        referents.changer(dossier, nouveau, acteur, motif);
        var ancien = comptes.titulaire(dossier.referent()).filter(Compte::actif);
        var suivant = comptes.titulaire(nouveau).orElseThrow();
        var noms = comptes.noms(List.of(dossier.referent(), nouveau));
        var sorte = motif.isEmpty() ? "transfert/dossier-" : "transfert/decide-";
        ancien.ifPresent(titulaire -> ecrire(sorte + "cede", titulaire, dossier, noms, nouveau, motif));
        ecrire(sorte + "recu", suivant, dossier, noms, nouveau, motif);
    }

    private void ecrire(
            String modele, Compte a, Dossier dossier, Map<UUID, String> noms, UUID nouveau, Optional<String> motif) {
        var reference = dossier.reference().valeur();
        var champs = new HashMap<String, String>();
        champs.put("prenom", a.prenom());
        champs.put("reference", reference);
        champs.put("etablissement", dossier.candidat().nom());
        champs.put("ancien", noms.getOrDefault(dossier.referent(), ""));
        champs.put("nouveau", noms.getOrDefault(nouveau, ""));
        motif.ifPresent(dit -> champs.put("motif", dit));
        courriels.ecrire(modele, a.courriel().valeur(), reference, champs);
    }
}
