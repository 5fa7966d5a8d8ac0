/** Les tableaux qu'on envoie à la plateforme (un CSV, ses colonnes, ses lignes) et ceux qu'elle écrit (CSV, XLSX, ODS). */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fr.convergence.portail.tableur;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
