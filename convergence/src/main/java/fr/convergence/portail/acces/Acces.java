package fr.convergence.portail.acces;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * À qui une route est ouverte. Posée sur la méthode ou sur la classe du contrôleur ; une route qui n'en a pas est
 * fermée à tous, et un test le dit.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Acces {

    /** Rôles admis. Vide avec {@link #publique()} faux : toute personne connectée. */
    Role[] value() default {};

    /** Ouverte à tous, connectés ou non. */
    boolean publique() default false;
}
