package fr.convergence.socle.secondfacteur;

import fr.convergence.socle.jeton.CodesDeSecours;
import fr.convergence.socle.personne.EtatDePersonne;
import fr.convergence.socle.personne.IdentiteChangee;
import fr.convergence.socle.personne.Personnes;
import fr.convergence.socle.personne.SecondFacteurDelie;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Un second facteur réinitialisé l'est avec ses codes de secours ; un compte effacé n'en a plus. */
@Component
final class OublierLesCodes {

    private final CodesDeSecours codes;
    private final Personnes personnes;

    OublierLesCodes(CodesDeSecours codes, Personnes personnes) {
        this.codes = codes;
        this.personnes = personnes;
    }

    @EventListener
    void sur(IdentiteChangee fait) {
        personnes
                .titulaire(fait.compte())
                .filter(compte -> compte.etat() instanceof EtatDePersonne.Supprime)
                .ifPresent(compte -> codes.oublier(compte.id()));
    }

    @EventListener
    void sur(SecondFacteurDelie fait) {
        codes.oublier(fait.compte());
    }
}
