package fr.convergence.socle.fichier;

import fr.convergence.socle.contenu.Limites;

/**
 * Le fichier qu'une personne veut déposer.
 *
 * @param proprietaire identifie le compte ; lui seul pourra poursuivre ou annuler l'envoi
 * @param nom tel que reçu, nettoyé à l'ouverture
 * @param taille en octets
 * @param place octets que le dossier peut encore prendre
 */
public record AnnonceDeFichier(String proprietaire, String nom, long taille, Limites limites, long place) {}
