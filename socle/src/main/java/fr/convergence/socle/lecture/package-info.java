/** Lit les octets d’un fichier qu’on ne connaît pas : composés d’Office 97, PDF et leur texte, mots cherchés dans un flux. */
@NullMarked
package fr.convergence.socle.lecture;

import org.jspecify.annotations.NullMarked;
