package fr.convergence.socle.envoi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Une route qui ne retient pas la clé de son formulaire, parce que la refaire ne change rien de plus. Toutes les autres la
 * retiennent ; un essai tient la liste de celles-ci.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Rejouable {

    /** Pourquoi la refaire est sans effet, ou qui retient la clé à sa place. */
    String value();
}
