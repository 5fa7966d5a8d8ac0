/** « Services » : ce que chacun peut lire avant de s’inscrire, et ceux où il accède une fois connecté (ISC-1, ISC-13). */
@NullMarked
@ApplicationModule(allowedDependencies = {"acces", "client"})
package fr.convergence.isc.service;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
