package fr.convergence.portail.inscription;

import fr.convergence.socle.page.Page;
import java.util.List;

/**
 * Les établissements qui répondent à la recherche ; seuls, quand elle s'affine pendant la frappe.
 *
 * @param ght vrai pour une liste de GHT, dont l'établissement support est montré
 * @param approchee vrai quand rien ne répond tel quel et que ces lignes s'en approchent
 * @param adresse celle de la liste et de sa recherche, finie par « page= »
 */
public record ResultatsPage(
        boolean ght, String recherche, List<Ligne> lignes, Feuillet feuillet, boolean approchee, String adresse)
        implements Page {

    /** Une ligne et la clé qu'envoie « Sélectionner ». */
    public record Ligne(String cle, String code, String nom, String finess, String raisonSociale, String commune) {}
}
