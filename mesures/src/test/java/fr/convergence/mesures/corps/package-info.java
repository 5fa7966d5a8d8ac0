@NullMarked
package fr.convergence.mesures.corps;

import org.jspecify.annotations.NullMarked;
