/** Ce qu'une migration fait attendre à qui écrit pendant qu'elle se joue. */
@NullMarked
package fr.convergence.mesures.migration;

import org.jspecify.annotations.NullMarked;
