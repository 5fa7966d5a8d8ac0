package fr.convergence.portail.profil;

import fr.convergence.portail.acces.Role;
import java.util.Set;

/**
 * Une rubrique de « Votre compte ». Les paquets qui en ont une la déclarent en bean.
 *
 * @param cle clé de son nom
 * @param roles ceux qui la voient
 * @param rang sa place dans le menu ; celles de ce paquet vont de 10 en 10
 */
public record Rubrique(String cle, String chemin, Set<Role> roles, int rang) {

    public Rubrique {
        roles = Set.copyOf(roles);
    }
}
