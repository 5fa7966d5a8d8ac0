package fr.convergence.portail.etape;

import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.etablissement.Candidat;
import fr.convergence.portail.formulaire.FaitsConnus;
import fr.convergence.portail.question.Faits;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ce que l'application sait du dossier sans le demander. */
public final class FaitsDuDossier {

    private FaitsDuDossier() {}

    /**
     * @param connu le candidat du dossier, vide si le registre ne le connaît plus
     * @param plafond le sien à ce guichet, en centimes
     * @param jour celui de la demande
     */
    public static Faits de(
            Dossier dossier, Etape etape, Optional<Candidat> connu, Optional<Long> plafond, LocalDate jour) {
        var faits = sansLeCandidat(etape, jour);
        faits.put("plafond_connu", plafond.isPresent());
        plafond.ifPresent(centimes -> faits.put("plafond", centimes));
        var cle = dossier.candidat().cle();
        faits.put("candidat.type", cle.type().name());
        faits.put("candidat.type_libelle", cle.type().libelle());
        faits.put("candidat.nom", dossier.candidat().nom());
        faits.put("candidat.region", dossier.region().nom());
        connu.ifPresent(candidat -> {
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
                .avec(maille -> connu.map(candidat -> candidat.lots(maille)).orElse(List.of()));
    }

    /** Ceux qui se disent sans lire le registre. */
    public static Map<String, Object> sansLeCandidat(Etape etape, LocalDate jour) {
        Map<String, Object> faits = new HashMap<>();
        faits.put("etape.code", etape.code());
        faits.put("etape.numero", (long) etape.rang());
        faits.put("aujourdhui", jour.toString());
        return faits;
    }

    private static List<String> noms(Candidat candidat) {
        return candidat.entites().stream()
                .map(entite -> entite.nom() + " (" + entite.finess() + ")")
                .toList();
    }
}
