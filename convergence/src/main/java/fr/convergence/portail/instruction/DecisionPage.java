package fr.convergence.portail.instruction;

import fr.convergence.portail.instruction.ApercuDuCourriel.Lettre;
import fr.convergence.portail.instruction.Decision.Validation;
import fr.convergence.portail.instruction.QuestionsAuChoix.QuestionAuChoix;
import fr.convergence.portail.instruction.QuestionsAuChoix.SectionAuChoix;
import fr.convergence.portail.paiement.Accord;
import fr.convergence.portail.paiement.MontantEnJeu;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.PageDeSaisie;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Une décision à prendre : ses conséquences, ce qu'elle demande, le courriel qui partira.
 *
 * @param reserves ce qui reste à vérifier, et n'empêche rien
 * @param nature « validation », « modification », « refus » ou « reprise » : l'adresse et la clé des textes
 */
public record DecisionPage(
        EnTete enTete,
        String nature,
        int version,
        List<Message> consequences,
        List<Message> reserves,
        Saisie saisie,
        Suite suite)
        implements PageDeSaisie {

    static final String MONTREE = "montree";

    /**
     * Ce qu'elle demande d'écrire.
     *
     * @param champs ce qui est tapé, tel quel
     * @param demande ce que demande une modification ; vide pour les autres décisions
     * @param montant ce qui se retient en acceptant, quand l'acceptation ouvre un paiement
     * @param repris ce que retenait l'acceptation qui a été reprise
     */
    public record Saisie(
            Map<String, String> champs,
            Optional<Demande> demande,
            Optional<MontantEnJeu> montant,
            Optional<Accord> repris) {}

    /** Les questions que l'on peut désigner, et les bornes de la date de retour. */
    public record Demande(List<Groupe> groupes, String premierJour) {

        static Demande de(
                List<SectionAuChoix> sections, Map<String, String> champs, Erreurs erreurs, LocalDate premierJour) {
            return new Demande(
                    sections.stream()
                            .map(section -> new Groupe(
                                    section.titre(),
                                    section.toutes().anyMatch(question -> ecrite(question, champs, erreurs)),
                                    section.questions().stream()
                                            .map(question -> Designable.de(question, champs, erreurs))
                                            .toList()))
                            .toList(),
                    premierJour.toString());
        }
    }

    /** Une section ; {@code ouverte} quand une de ses questions est désignée ou en erreur. */
    public record Groupe(String titre, boolean ouverte, List<Designable> questions) {}

    /**
     * @param lignes celles d'un tableau, qui se désignent une à une
     * @param ouverte quand l'une d'elles est désignée ou en erreur
     */
    public record Designable(String champ, String libelle, List<Designable> lignes, boolean ouverte) {

        private static Designable de(QuestionAuChoix question, Map<String, String> champs, Erreurs erreurs) {
            return new Designable(
                    SaisieDeDecision.CORRECTION + question.id(),
                    question.libelle(),
                    question.lignes().stream()
                            .map(ligne -> de(ligne, champs, erreurs))
                            .toList(),
                    question.lignes().stream().anyMatch(ligne -> ecrite(ligne, champs, erreurs)));
        }
    }

    /**
     * Les courriels qui partiraient et ce qui empêche la décision.
     *
     * @param accord les montants que ces courriels disent ; vide quand ils n'en disent pas
     */
    public record Suite(List<Lettre> courriels, Optional<Accord> accord, Erreurs erreurs) {

        static Suite de(List<Lettre> courriels, Decision decision, Erreurs erreurs) {
            return new Suite(courriels, accord(decision), erreurs);
        }

        private static Optional<Accord> accord(Decision decision) {
            return decision instanceof Validation(var accord) ? accord : Optional.empty();
        }
    }

    /** Faux quand la page d'où vient cet envoi montrait un courriel d'autres montants : on ne l'envoie pas sans l'avoir vu. */
    static boolean montree(Decision decision, Map<String, String> champs) {
        var montree = champs.get(MONTREE);
        return montree == null
                || Suite.accord(decision)
                        .filter(accord -> !accord.marque().equals(montree))
                        .isEmpty();
    }

    /** Ce qui reconnaît, dans l'envoi, les montants que disait le courriel montré. */
    public String montree() {
        return suite.accord().map(Accord::marque).orElse("");
    }

    private static boolean ecrite(QuestionAuChoix question, Map<String, String> champs, Erreurs erreurs) {
        var champ = SaisieDeDecision.CORRECTION + question.id();
        return !FormeNormale.vide(champs.getOrDefault(champ, "")) || erreurs.de(champ) != null;
    }

    @Override
    public Erreurs erreurs() {
        return suite.erreurs();
    }

    public String champ(String nom) {
        return saisie.champs().getOrDefault(nom, "");
    }

    /** Vrai quand ce que l'on écrit change l'e-mail qui partira. */
    public boolean ecrite() {
        return motivee() || saisie.montant().isPresent();
    }

    public boolean motivee() {
        return !nature.equals("validation");
    }

    public String cle(String fin) {
        return "instruction." + nature + "." + fin;
    }
}
