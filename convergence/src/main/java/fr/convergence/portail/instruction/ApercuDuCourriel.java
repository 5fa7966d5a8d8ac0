package fr.convergence.portail.instruction;

import fr.convergence.portail.dossier.EtapePassee;
import java.util.List;

/** Ce que le paquet des notifications dit aux décisions : les courriels qui partiraient d'un acte. */
public interface ApercuDuCourriel {

    /** Un courriel tel qu'il partirait. */
    record Lettre(String destinataire, String objet, String texte) {}

    List<Lettre> de(EtapePassee fait);

    /** Celui qu'un autre paquet écrirait de lui-même. */
    List<Lettre> de(fr.convergence.socle.courriel.Lettre ecrite);
}
