@NullMarked
package fr.convergence.mesures.pannes;

import org.jspecify.annotations.NullMarked;
