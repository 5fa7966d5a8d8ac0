package fr.convergence.socle.personne;

import fr.convergence.socle.journal.FormeDesActes;
import java.util.Map;

/** Le code de chaque acte d'une personne, dit ici et nulle part ailleurs. */
final class CodesDesActesDePersonne {

    static final FormeDesActes<ActeDePersonne> FORME = new FormeDesActes<>(Map.ofEntries(
            Map.entry("compte-cree", ActeDePersonne.CompteCree.class),
            Map.entry("invitation-renvoyee", ActeDePersonne.InvitationRenvoyee.class),
            Map.entry("compte-active", ActeDePersonne.CompteActive.class),
            Map.entry("compte-desactive", ActeDePersonne.CompteDesactive.class),
            Map.entry("compte-reactive", ActeDePersonne.CompteReactive.class),
            Map.entry("compte-supprime", ActeDePersonne.CompteSupprime.class),
            Map.entry("informations-corrigees", ActeDePersonne.InformationsCorrigees.class),
            Map.entry("cgu-acceptees", ActeDePersonne.CguAcceptees.class),
            Map.entry("connexion", ActeDePersonne.Connexion.class),
            Map.entry("mot-de-passe-change", ActeDePersonne.MotDePasseChange.class),
            Map.entry("mot-de-passe-reinitialise", ActeDePersonne.MotDePasseReinitialise.class),
            Map.entry("second-facteur-lie", ActeDePersonne.SecondFacteurLie.class),
            Map.entry("second-facteur-delie", ActeDePersonne.SecondFacteurDelie.class),
            Map.entry("codes-de-secours-faits", ActeDePersonne.CodesDeSecoursFaits.class),
            Map.entry("code-de-secours-employe", ActeDePersonne.CodeDeSecoursEmploye.class),
            Map.entry("code-dispense", ActeDePersonne.CodeDispense.class),
            Map.entry("code-redemande", ActeDePersonne.CodeRedemande.class),
            Map.entry("cle-d-acces-ajoutee", ActeDePersonne.CleDAccesAjoutee.class),
            Map.entry("cle-d-acces-retiree", ActeDePersonne.CleDAccesRetiree.class)));

    private CodesDesActesDePersonne() {}
}
