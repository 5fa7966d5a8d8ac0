package fr.convergence.socle.secondfacteur;

import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.jeton.CodesDeSecours;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.personne.ActeDePersonne;
import fr.convergence.socle.personne.ActeDePersonne.CodesDeSecoursFaits;
import fr.convergence.socle.personne.Personnes;
import fr.convergence.socle.personne.Secrets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fait dix codes de secours, à la place des précédents ; sans application reliée, il n'y en a pas. */
@Component
class RenouvelerLesCodes {

    private final CodesDeSecours codes;
    private final Secrets secrets;
    private final Personnes personnes;
    private final Courriels courriels;
    private final Journal journal;

    RenouvelerLesCodes(
            CodesDeSecours codes, Secrets secrets, Personnes personnes, Courriels courriels, Journal journal) {
        this.codes = codes;
        this.secrets = secrets;
        this.personnes = personnes;
        this.courriels = courriels;
        this.journal = journal;
    }

    /** Vide si aucune application n'est reliée. */
    @Transactional
    public List<String> executer(UUID compte) {
        if (secrets.application(compte).isEmpty()) {
            return List.of();
        }
        var neufs = codes.renouveler(compte);
        var titulaire = personnes.titulaire(compte).orElseThrow();
        journal.ecrire(ActeDePersonne.chaine(compte), compte.toString(), new CodesDeSecoursFaits());
        courriels.ecrire(
                "secondfacteur/secours-faits", titulaire.courriel().valeur(), Map.of("prenom", titulaire.prenom()));
        return neufs;
    }
}
