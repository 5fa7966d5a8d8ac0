package fr.convergence.portail.acces;

import fr.convergence.socle.acces.Acces;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Une route que le portail n'ouvre qu'à certains rôles. */
@Acces
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ReserveA {

    Role[] value();
}
