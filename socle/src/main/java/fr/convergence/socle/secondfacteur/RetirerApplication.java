package fr.convergence.socle.secondfacteur;

import fr.convergence.socle.acces.EntreeDuSite;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.jeton.CodesDeSecours;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.personne.ActeDePersonne;
import fr.convergence.socle.personne.ActeDePersonne.SecondFacteurDelie;
import fr.convergence.socle.personne.Personnes;
import fr.convergence.socle.personne.Secrets;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Le titulaire retire son application et ses codes de secours : le code reçu par courriel la remplace. */
@Component
class RetirerApplication {

    private final Secrets secrets;
    private final CodesDeSecours codes;
    private final Personnes personnes;
    private final EntreeDuSite entree;
    private final Courriels courriels;
    private final Journal journal;

    RetirerApplication(
            Secrets secrets,
            CodesDeSecours codes,
            Personnes personnes,
            EntreeDuSite entree,
            Courriels courriels,
            Journal journal) {
        this.secrets = secrets;
        this.codes = codes;
        this.personnes = personnes;
        this.entree = entree;
        this.courriels = courriels;
        this.journal = journal;
    }

    /** Faux s'il n'en a pas, ou si le site exige qu'il en garde une. */
    @Transactional
    public boolean executer(UUID compte) {
        if (entree.exigeUnFacteurFort(compte) || !secrets.delier(compte)) {
            return false;
        }
        codes.oublier(compte);
        var titulaire = personnes.titulaire(compte).orElseThrow();
        journal.ecrire(ActeDePersonne.chaine(compte), compte.toString(), new SecondFacteurDelie());
        courriels.ecrire(
                "secondfacteur/application-retiree",
                titulaire.courriel().valeur(),
                Map.of("prenom", titulaire.prenom()));
        return true;
    }
}
