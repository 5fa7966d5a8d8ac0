package fr.convergence.socle.profil;

import fr.convergence.socle.acces.PersonneConnectee;
import java.util.function.Predicate;

/**
 * Une rubrique de « Votre compte ». Les paquets qui en ont une la déclarent en bean.
 *
 * @param cle clé de son nom
 * @param visible qui la voit
 * @param rang sa place dans le menu ; celles que tout site a vont de 10 en 10
 */
public record Rubrique(String cle, String chemin, Predicate<PersonneConnectee> visible, int rang) {

    /** Une rubrique de tous. */
    public Rubrique(String cle, String chemin, int rang) {
        this(cle, chemin, _ -> true, rang);
    }
}
