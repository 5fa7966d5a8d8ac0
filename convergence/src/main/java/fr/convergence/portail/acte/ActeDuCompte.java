package fr.convergence.portail.acte;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.convergence.portail.acces.Role;

/** Ce qui arrive à un compte, de son ouverture à son effacement. */
public sealed interface ActeDuCompte extends Acte {

    record CompteCree() implements ActeDuCompte {}

    /** Le nom ou l'adresse avait déjà un compte. */
    record InscriptionEcartee() implements ActeDuCompte {}

    record MembreInvite(Role role) implements ActeDuCompte {}

    record InvitationRenvoyee() implements ActeDuCompte {}

    record CompteActive() implements ActeDuCompte {}

    record CompteDesactive() implements ActeDuCompte {}

    record CompteReactive() implements ActeDuCompte {}

    record CompteSupprime() implements ActeDuCompte {}

    record InformationsCorrigees() implements ActeDuCompte {}

    /** @param candidat sa clé */
    record EtablissementAjoute(String candidat) implements ActeDuCompte {}

    /** @param candidat sa clé */
    record EtablissementRetire(String candidat) implements ActeDuCompte {}

    record CguAcceptees(int version) implements ActeDuCompte {}

    record Connexion(Moyen moyen) implements ActeDuCompte {}

    /** Ce qui a prouvé l'identité. */
    enum Moyen {
        @JsonProperty("mot-de-passe-courriel")
        MOT_DE_PASSE_ET_COURRIEL,
        @JsonProperty("mot-de-passe-application")
        MOT_DE_PASSE_ET_APPLICATION,
        @JsonProperty("cle-d-acces")
        CLE_D_ACCES,
        @JsonProperty("mot-de-passe-appareil")
        MOT_DE_PASSE_ET_APPAREIL
    }

    record MotDePasseChange() implements ActeDuCompte {}

    record MotDePasseReinitialise() implements ActeDuCompte {}

    record SecondFacteurLie() implements ActeDuCompte {}

    record SecondFacteurDelie() implements ActeDuCompte {}

    record CodeDispense(String appareil) implements ActeDuCompte {}

    record CodeRedemande() implements ActeDuCompte {}

    record CleDAccesAjoutee(String nom) implements ActeDuCompte {}

    record CleDAccesRetiree(String nom) implements ActeDuCompte {}
}
