package fr.convergence.socle.personne;

import java.util.UUID;

/** Ce qu'un paquet détient sur une personne, et lui remet sur demande (RGPD, article 15). Chacun fournit les siennes. */
public interface DonneesPersonnelles {

    /** Nom de la rubrique dans le fichier remis. */
    String rubrique();

    /** Des enregistrements, listes et valeurs simples, que le fichier écrit en JSON. */
    Object de(UUID compte);
}
