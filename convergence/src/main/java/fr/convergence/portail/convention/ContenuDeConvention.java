package fr.convergence.portail.convention;

import fr.convergence.portail.contact.PersonneAJoindre;
import java.util.List;

/**
 * Ce que le document imprime, tel qu'on le savait quand la convention a été établie.
 *
 * @param identification le type du candidat et ce qui le désigne : « Entité Juridique Privée, FINESS 349000216 »
 * @param coordonnees l'adresse et le compte bancaire, quand le formulaire les demande
 * @param montants ceux que l'établissement a déclarés, s'il y en a
 */
public record ContenuDeConvention(
        String guichet,
        String programme,
        String etape,
        Partie etablissement,
        PersonneAJoindre signataire,
        List<Ligne> coordonnees,
        List<Ligne> montants) {

    public record Partie(String nom, String identification, String region) {}

    /** Une réponse du dossier, sous le libellé de sa question. */
    public record Ligne(String libelle, String texte) {}

    public ContenuDeConvention {
        coordonnees = List.copyOf(coordonnees);
        montants = List.copyOf(montants);
    }
}
