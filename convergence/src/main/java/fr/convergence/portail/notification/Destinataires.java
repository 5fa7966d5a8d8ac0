package fr.convergence.portail.notification;

import fr.convergence.portail.acces.Role;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.portail.guichet.Niveau;
import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Region;
import java.util.List;
import org.springframework.stereotype.Component;

/** À qui écrire, de ceux qui vérifient. */
@Component
final class Destinataires {

    private final Comptes comptes;
    private final ReglagesDeNotification reglages;

    Destinataires(Comptes comptes, ReglagesDeNotification reglages) {
        this.comptes = comptes;
        this.reglages = reglages;
    }

    /** Ceux qui vérifient à ce niveau : leur boîte partagée, ou chacun d'eux. */
    List<String> verificateurs(Niveau niveau, Region region) {
        return switch (niveau) {
            case ARS -> boite(reglages.ars().getOrDefault(region.code(), List.of()), comptes.verificateurs(region));
            case ANS -> boite(reglages.ans(), comptes.actifs(Role.ANS));
        };
    }

    private static List<String> boite(List<String> partagees, List<Compte> equipe) {
        return partagees.isEmpty()
                ? equipe.stream()
                        .map(Compte::courriel)
                        .map(AdresseElectronique::valeur)
                        .toList()
                : partagees;
    }
}
