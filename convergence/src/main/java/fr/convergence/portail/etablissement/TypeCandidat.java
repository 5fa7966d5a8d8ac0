package fr.convergence.portail.etablissement;

import java.util.List;

/** Ce au titre de quoi un établissement candidate (eCaRE, « Type d'établissement »). */
public enum TypeCandidat {
    GHT("Groupement Hospitalier de Territoire"),
    EJ_PRIVEE("Entité Juridique Privée"),
    EJ_PUBLIQUE_HORS_GHT("Entité Juridique Publique hors GHT"),
    /** L'auto-évaluation demande à chaque EJ d'un GHT un compte à son nom. */
    EJ_MEMBRE_GHT("Entité Juridique membre d’un GHT"),
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

    public String libelle() {
        return libelle;
    }
}
