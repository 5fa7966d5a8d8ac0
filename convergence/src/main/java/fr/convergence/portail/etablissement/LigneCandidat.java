package fr.convergence.portail.etablissement;

import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.denomination.Denomination;
import fr.convergence.socle.identifiant.CodeGht;
import fr.convergence.socle.identifiant.Finess;
import java.util.Optional;

/**
 * Un établissement à choisir dans une liste (eCaRE, « Sélectionner »). Pour un GHT, {@code finess}, {@code raisonSociale}
 * et {@code commune} sont ceux de son établissement support.
 */
public record LigneCandidat(
        CleCandidat cle, String nom, Optional<CodeGht> ght, Finess finess, String raisonSociale, String commune) {

    /** Celle du candidat qu'elle propose ({@link Candidat#denomination()}). */
    public String denomination() {
        return deGht()
                ? Denomination.duGht(ght.orElseThrow(), nom, raisonSociale, commune)
                : Denomination.deLEntite(nom, finess);
    }

    /** Le GHT seul, sans son code ni son support ; le nom publié d'une entité juridique. */
    public String intitule() {
        return deGht() ? Denomination.intitule(nom) : nom;
    }

    private boolean deGht() {
        return cle.type() == TypeCandidat.GHT;
    }
}
