package fr.convergence.portail.acte;

import fr.convergence.portail.acces.Role;

/** Ce qui n'arrive qu'à un compte du portail ; le reste, {@code ActeDePersonne} le dit. */
public sealed interface ActeDuCompte extends Acte {

    /** Le nom ou l'adresse avait déjà un compte. */
    record InscriptionEcartee() implements ActeDuCompte {}

    record MembreInvite(Role role) implements ActeDuCompte {}

    /** @param candidat sa clé */
    record EtablissementAjoute(String candidat) implements ActeDuCompte {}

    /** @param candidat sa clé */
    record EtablissementRetire(String candidat) implements ActeDuCompte {}
}
