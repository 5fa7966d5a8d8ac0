package fr.convergence.mesures.fichiers;

import fr.convergence.socle.contenu.Raison;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Un fichier fabriqué.
 *
 * @param attendue la raison pour laquelle la règle le refuse (chiffré, macros), vide s'il doit être accepté
 */
record Produit(String producteur, Path fichier, Optional<Raison> attendue) {}
