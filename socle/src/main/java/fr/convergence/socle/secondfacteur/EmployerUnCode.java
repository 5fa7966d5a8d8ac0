package fr.convergence.socle.secondfacteur;

import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.jeton.CodesDeSecours;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.personne.ActeDePersonne;
import fr.convergence.socle.personne.ActeDePersonne.CodeDeSecoursEmploye;
import fr.convergence.socle.personne.Personnes;
import fr.convergence.socle.personne.Secrets;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Un code de secours, à la place de celui de l'application ; le titulaire apprend par courriel qu'il a servi. */
@Component
public class EmployerUnCode {

    private final CodesDeSecours codes;
    private final Secrets secrets;
    private final Personnes personnes;
    private final Courriels courriels;
    private final Journal journal;

    EmployerUnCode(CodesDeSecours codes, Secrets secrets, Personnes personnes, Courriels courriels, Journal journal) {
        this.codes = codes;
        this.secrets = secrets;
        this.personnes = personnes;
        this.courriels = courriels;
        this.journal = journal;
    }

    /** Faux si ce n'est pas un des codes qui lui restent. */
    @Transactional
    public boolean executer(UUID compte, String saisi) {
        if (secrets.application(compte).isEmpty() || !codes.employer(compte, saisi)) {
            return false;
        }
        var restants = codes.restants(compte);
        var titulaire = personnes.titulaire(compte).orElseThrow();
        journal.ecrire(ActeDePersonne.chaine(compte), compte.toString(), new CodeDeSecoursEmploye(restants));
        courriels.ecrire(
                "secondfacteur/secours-employe",
                titulaire.courriel().valeur(),
                Map.of("prenom", titulaire.prenom(), "restants", String.valueOf(restants)));
        return true;
    }
}
