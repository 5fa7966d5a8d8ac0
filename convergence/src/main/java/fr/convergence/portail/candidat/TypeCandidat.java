package fr.convergence.portail.candidat;

import java.util.Arrays;
import java.util.List;

/**
 * Ce au titre de quoi l'on candidate (eCaRE, « Type d'établissement »). Ces noms sont ceux du registre, des guichets
 * (« eligibles ») et du fait {@code candidat.type} des formulaires.
 */
public enum TypeCandidat {
    GHT("Groupement Hospitalier de Territoire"),
    EJ_PRIVEE("Entité Juridique Privée"),
    EJ_PUBLIQUE_HORS_GHT("Entité Juridique Publique hors GHT"),
    /** L'auto-évaluation demande à chaque EJ d'un GHT un compte à son nom. */
    EJ_MEMBRE_GHT("Entité Juridique membre d’un GHT"),
    EG("Entité Géographique"),
    PRODUIT("Produit"),
    SERVICE_REGIONAL("Service régional"),
    /** Connue du registre, mais sans activité de soins hospitaliers : jamais proposée. */
    HORS_CHAMP("Entité Juridique hors champ");

    private final String libelle;

    TypeCandidat(String libelle) {
        this.libelle = libelle;
    }

    /** Ceux que l'inscription propose, dans l'ordre où elle les montre. */
    public static List<TypeCandidat> proposes() {
        return List.of(GHT, EJ_PRIVEE, EJ_PUBLIQUE_HORS_GHT, EJ_MEMBRE_GHT);
    }

    /** Ceux qu'un guichet peut admettre. */
    public static List<TypeCandidat> eligibles() {
        return Arrays.stream(values()).filter(type -> type != HORS_CHAMP).toList();
    }

    public String libelle() {
        return libelle;
    }
}
