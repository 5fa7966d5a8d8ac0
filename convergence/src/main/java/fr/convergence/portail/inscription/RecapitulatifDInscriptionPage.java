package fr.convergence.portail.inscription;

import fr.convergence.socle.page.Page;
import java.util.List;

/**
 * Étape 3 : tout ce qui a été saisi, avant de créer le compte (INS-7).
 *
 * @param version celle de la saisie montrée : un autre onglet a pu la changer
 */
public record RecapitulatifDInscriptionPage(
        List<Etablissement.Paire> identite, Etablissement etablissement, int version) implements Page {}
