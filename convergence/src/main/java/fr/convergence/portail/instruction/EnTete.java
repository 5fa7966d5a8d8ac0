package fr.convergence.portail.instruction;

import fr.convergence.portail.dossier.Statut;

/** Ce que toute page d'instruction rappelle en haut : de quel dossier et de quelle étape on parle. */
public record EnTete(String reference, String candidat, String guichet, String code, String etape, Statut statut) {

    /** La page du dossier, à cette étape. */
    public String dossier() {
        return "/instruction/" + reference + "?etape=" + code;
    }

    public String decision(String nom) {
        return "/instruction/" + reference + "/" + code + "/decisions/" + nom;
    }
}
