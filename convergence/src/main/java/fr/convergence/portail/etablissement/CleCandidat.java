package fr.convergence.portail.etablissement;

import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.socle.identifiant.CodeGht;
import fr.convergence.socle.identifiant.Finess;
import java.util.Arrays;
import java.util.Optional;

/**
 * Ce qu'un dossier garde de son candidat : le type au titre duquel il candidate, et son code GHT ou le FINESS de son
 * entité juridique. La clé retrouve toujours l'établissement, même fermé, même passé depuis dans un GHT.
 */
public record CleCandidat(TypeCandidat type, String identifiant) {

    private static final String SEPARATEUR = ":";

    public CleCandidat {
        identifiant = switch (type) {
            case GHT -> new CodeGht(identifiant).valeur();
            case EJ_PRIVEE, EJ_PUBLIQUE_HORS_GHT, EJ_MEMBRE_GHT, EG, HORS_CHAMP -> new Finess(identifiant).valeur();
            case PRODUIT, SERVICE_REGIONAL -> throw new IllegalArgumentException(type + " n’est pas au registre");
        };
    }

    public static CleCandidat de(CodeGht code) {
        return new CleCandidat(TypeCandidat.GHT, code.valeur());
    }

    /** Vide pour un type inconnu comme pour un identifiant faux : le texte vient d'un formulaire ou d'une adresse. */
    public static Optional<CleCandidat> lire(String type, String identifiant) {
        return Arrays.stream(TypeCandidat.values())
                .filter(connu -> connu.name().equals(type))
                .flatMap(connu -> identifiantLu(connu, identifiant).map(lu -> new CleCandidat(connu, lu)).stream())
                .findFirst();
    }

    /** Lit ce qu'écrit {@link #toString()}. */
    public static Optional<CleCandidat> lire(String texte) {
        var separateur = texte.indexOf(SEPARATEUR);
        return separateur < 0
                ? Optional.empty()
                : lire(texte.substring(0, separateur), texte.substring(separateur + SEPARATEUR.length()));
    }

    /** « GHT:OCC-04 », « EJ_PRIVEE:340000017 ». */
    @Override
    public String toString() {
        return type + SEPARATEUR + identifiant;
    }

    private static Optional<String> identifiantLu(TypeCandidat type, String identifiant) {
        return switch (type) {
            case GHT -> CodeGht.lire(identifiant).siLue().map(CodeGht::valeur);
            case EJ_PRIVEE, EJ_PUBLIQUE_HORS_GHT, EJ_MEMBRE_GHT, EG, HORS_CHAMP ->
                Finess.lire(identifiant).siLue().map(Finess::valeur);
            case PRODUIT, SERVICE_REGIONAL -> Optional.empty();
        };
    }
}
