/** Ce qu'un fichier déposé contient vraiment, et pourquoi on le refuse : un noyau pur, qui lit sans rien exécuter ni décoder. */
@NullMarked
package fr.convergence.socle.contenu;

import org.jspecify.annotations.NullMarked;
