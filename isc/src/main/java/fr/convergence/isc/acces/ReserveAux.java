package fr.convergence.isc.acces;

import fr.convergence.socle.acces.Acces;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Une route qui n'est ouverte qu'à certaines fonctions. */
@Acces
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ReserveAux {

    Fonction[] value();
}
