package fr.convergence.portail.acces;

import fr.convergence.socle.identifiant.Region;
import java.io.Serializable;

/** Les dossiers transmis que quelqu'un voit au titre de son rôle ; toute lecture le met dans son WHERE (INSTR-1). */
public sealed interface Perimetre extends Serializable {

    /** Ceux d'une région. */
    record Regional(Region region) implements Perimetre {}

    /** Ceux de toutes les régions. */
    record National() implements Perimetre {}

    /** Aucun : le référent n'a que les siens, et qui n'instruit pas n'en voit pas. */
    record Aucun() implements Perimetre {}
}
