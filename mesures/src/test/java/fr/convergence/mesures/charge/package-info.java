@NullMarked
package fr.convergence.mesures.charge;

import org.jspecify.annotations.NullMarked;
