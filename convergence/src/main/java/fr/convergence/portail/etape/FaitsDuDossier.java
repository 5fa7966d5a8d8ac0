package fr.convergence.portail.etape;

import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.etablissement.Candidat;
import fr.convergence.portail.etablissement.Etablissements;
import fr.convergence.portail.formulaire.FaitsConnus;
import fr.convergence.portail.question.Faits;
import fr.convergence.socle.identifiant.Region;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Ce que l'application sait du dossier sans le demander. */
@Component
public final class FaitsDuDossier {

    private final Etablissements etablissements;
    private final Clock horloge;

    FaitsDuDossier(Etablissements etablissements, Clock horloge) {
        this.etablissements = etablissements;
        this.horloge = horloge;
    }

    public Faits de(Dossier dossier, Etape etape) {
        var faits = sansLeCandidat(etape);
        var cle = dossier.candidat().cle();
        faits.put("candidat.type", cle.type().name());
        faits.put("candidat.type_libelle", cle.type().libelle());
        faits.put("candidat.nom", dossier.candidat().nom());
        Region.lire(dossier.region()).siLue().ifPresent(region -> faits.put("candidat.region", region.nom()));
        etablissements.candidat(cle).ifPresent(candidat -> {
            faits.put("candidat.raison_sociale", candidat.raisonSociale());
            faits.put("candidat.finess", candidat.finess().valeur());
            faits.put("candidat.entites", noms(candidat));
            faits.put("candidat.nombre_entites", (long) candidat.entites().size());
            if (candidat instanceof Candidat.Ght ght) {
                faits.put("candidat.nom", ght.intitule());
                faits.put("candidat.code_ght", ght.code().valeur());
            }
        });
        return Faits.de(FaitsConnus.VOCABULAIRE, faits)
                .avec(maille -> etablissements
                        .candidat(cle)
                        .map(candidat -> candidat.lots(maille))
                        .orElse(List.of()));
    }

    /** Ceux qui se disent sans lire le registre. */
    public Map<String, Object> sansLeCandidat(Etape etape) {
        Map<String, Object> faits = new HashMap<>();
        faits.put("etape.code", etape.code());
        faits.put("etape.numero", (long) etape.rang());
        faits.put(
                "aujourdhui",
                LocalDate.ofInstant(horloge.instant(), horloge.getZone()).toString());
        return faits;
    }

    private static List<String> noms(Candidat candidat) {
        return candidat.entites().stream()
                .map(entite -> entite.nom() + " (" + entite.finess() + ")")
                .toList();
    }
}
