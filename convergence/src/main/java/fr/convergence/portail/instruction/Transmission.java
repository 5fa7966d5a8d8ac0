package fr.convergence.portail.instruction;

import fr.convergence.portail.formulaire.EditionScellee;
import java.time.Instant;

/** Une transmission d'une étape : le numéro de l'édition scellée, sa date, son contenu. */
record Transmission(int numero, Instant le, EditionScellee contenu) {}
