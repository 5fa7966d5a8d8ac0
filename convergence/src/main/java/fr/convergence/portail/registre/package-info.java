/** L'import du registre des établissements : lire un fichier, le comparer à ce qui est connu, le fondre ou le refuser. */
@NullMarked
@ApplicationModule(allowedDependencies = {"candidat", "denomination", "etablissement", "tableur"})
package fr.convergence.portail.registre;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
