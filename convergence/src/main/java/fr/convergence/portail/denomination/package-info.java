/** La façon, unique, de nommer un candidat : un GHT par son territoire, son code et son support, une EJ par son FINESS. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fr.convergence.portail.denomination;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
