package fr.convergence.socle.acces;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * À qui une route est ouverte : à toute personne connectée, ou à tous. Posée sur la méthode ou sur la classe du contrôleur, ou
 * sur l'annotation d'un site qui n'admet que certaines personnes ({@link EntreeDuSite#admet}) ; une route qui n'en a pas est
 * fermée à tous, et un test le dit.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Acces {

    /** Ouverte à tous, connectés ou non. */
    boolean publique() default false;
}
