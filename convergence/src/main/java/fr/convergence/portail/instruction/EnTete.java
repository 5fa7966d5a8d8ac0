package fr.convergence.portail.instruction;

import fr.convergence.portail.concertation.RetourALaListe;
import fr.convergence.portail.dossier.Statut;

/**
 * Ce que toute page d'instruction rappelle en haut : de quel dossier et de quelle étape on parle.
 *
 * @param position où l'on en est de la liste d'où l'on vient ; vide si l'on vient d'ailleurs
 */
public record EnTete(
        String reference, String candidat, String guichet, String code, String etape, Statut statut, String position) {

    /** La page du dossier, à cette étape. */
    public String dossier() {
        return adresse(reference, code, position);
    }

    public String decision(String nom) {
        return new RetourALaListe("", position).vers("/instruction/" + reference + "/" + code + "/decisions/" + nom);
    }

    static String adresse(String reference, String etape, String position) {
        return new RetourALaListe(etape, position).dossier(reference);
    }
}
