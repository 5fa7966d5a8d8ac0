/** Ce qu'un inconnu apprend en chronométrant les portes : deviner si un compte existe doit ne rien donner. */
@NullMarked
package fr.convergence.mesures.enumeration;

import org.jspecify.annotations.NullMarked;
