package fr.convergence.portail.instruction;

import fr.convergence.portail.instruction.ApercuDuCourriel.Lettre;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Une décision à prendre : ses conséquences, ce qu'elle demande, le courriel qui partira.
 *
 * @param nature « validation », « modification », « refus » ou « reprise » : l'adresse et la clé des textes
 * @param champs ce qui est tapé, tel quel
 * @param demande ce que demande une modification ; vide pour les autres décisions
 */
public record DecisionPage(
        EnTete enTete,
        String nature,
        int version,
        List<Message> consequences,
        Map<String, String> champs,
        Optional<Demande> demande,
        Suite suite)
        implements PageDeSaisie {

    /** Les questions que l'on peut désigner, et les bornes de la date de retour. */
    public record Demande(List<Groupe> groupes, String premierJour) {}

    /** Une section ; {@code ouverte} quand une de ses questions est désignée ou en erreur. */
    public record Groupe(String titre, boolean ouverte, List<Designable> questions) {}

    public record Designable(String champ, String libelle) {}

    /** Les courriels qui partiraient et ce qui empêche la décision. */
    public record Suite(List<Lettre> courriels, Erreurs erreurs) {}

    @Override
    public Erreurs erreurs() {
        return suite.erreurs();
    }

    public String champ(String nom) {
        return champs.getOrDefault(nom, "");
    }

    public boolean motivee() {
        return !nature.equals("validation");
    }

    public String cle(String fin) {
        return "instruction." + nature + "." + fin;
    }
}
