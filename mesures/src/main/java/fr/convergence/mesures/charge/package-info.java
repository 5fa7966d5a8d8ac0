/** Ce que coûte chaque geste du portail, en temps processeur, sous des connexions tenues et au volume réel. */
@NullMarked
package fr.convergence.mesures.charge;

import org.jspecify.annotations.NullMarked;
