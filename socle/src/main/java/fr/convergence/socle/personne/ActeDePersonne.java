package fr.convergence.socle.personne;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.convergence.socle.journal.Inscrit;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;

/** Ce qui arrive à un compte, quel que soit le site : son ouverture, ce qui le prouve, son effacement. */
public sealed interface ActeDePersonne extends Inscrit {

    record CompteCree() implements ActeDePersonne {}

    record InvitationRenvoyee() implements ActeDePersonne {}

    record CompteActive() implements ActeDePersonne {}

    record CompteDesactive() implements ActeDePersonne {}

    record CompteReactive() implements ActeDePersonne {}

    record CompteSupprime() implements ActeDePersonne {}

    record InformationsCorrigees() implements ActeDePersonne {}

    record CguAcceptees(int version) implements ActeDePersonne {}

    record Connexion(Moyen moyen) implements ActeDePersonne {}

    /** Ce qui a prouvé l'identité. */
    enum Moyen {
        @JsonProperty("mot-de-passe-courriel")
        MOT_DE_PASSE_ET_COURRIEL,
        @JsonProperty("mot-de-passe-application")
        MOT_DE_PASSE_ET_APPLICATION,
        @JsonProperty("cle-d-acces")
        CLE_D_ACCES,
        @JsonProperty("mot-de-passe-appareil")
        MOT_DE_PASSE_ET_APPAREIL,
        @JsonProperty("mot-de-passe-secours")
        MOT_DE_PASSE_ET_SECOURS
    }

    record MotDePasseChange() implements ActeDePersonne {}

    record MotDePasseReinitialise() implements ActeDePersonne {}

    record SecondFacteurLie() implements ActeDePersonne {}

    record SecondFacteurDelie() implements ActeDePersonne {}

    record CodesDeSecoursFaits() implements ActeDePersonne {}

    record CodeDeSecoursEmploye(int restants) implements ActeDePersonne {}

    record CodeDispense(String appareil) implements ActeDePersonne {}

    record CodeRedemande() implements ActeDePersonne {}

    record CleDAccesAjoutee(String nom) implements ActeDePersonne {}

    record CleDAccesRetiree(String nom) implements ActeDePersonne {}

    /** La chaîne du journal qui dit l'histoire de ce compte. */
    static String chaine(UUID compte) {
        return "compte/" + compte;
    }

    static Set<String> codes() {
        return CodesDesActesDePersonne.FORME.codes();
    }

    @Override
    default String code() {
        return CodesDesActesDePersonne.FORME.code(this);
    }

    @Override
    default SortedMap<String, String> detail() {
        return CodesDesActesDePersonne.FORME.detail(this);
    }
}
