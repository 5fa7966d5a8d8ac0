package fr.convergence.portail.notification;

import fr.convergence.socle.courriel.SuiviDesCourriels;
import fr.convergence.socle.fichier.Analyse;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.sonde.Sondes;
import fr.convergence.socle.sonde.Veille;
import fr.convergence.socle.sonde.Veille.Constat;
import fr.convergence.socle.tache.Retards;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ce que le socle sait de ce qui ne va pas, et la page de la console où cela se traite. */
@Configuration(proxyBeanMethods = false)
class VeillesDuPortail {

    static final String CONSOLE = "/administration";
    private static final String ABANDONNES = CONSOLE + "/courriels?etat=ABANDONNE";

    @Bean
    Veille courrielsAbandonnes(SuiviDesCourriels suivi) {
        return new Veille(() -> {
            var nombre = suivi.abandonnesDepuisUnJour();
            return nombre == 0
                    ? List.of()
                    : List.of(new Constat(
                            new Message("notification.probleme.courriels"),
                            nombre == 1
                                    ? new Message("notification.probleme.courriels.un")
                                    : new Message("notification.probleme.courriels.plusieurs", nombre),
                            ABANDONNES));
        });
    }

    @Bean
    Veille fichiersEnRetard(Analyse analyse) {
        return new Veille(() -> {
            var nombre = analyse.enRetard();
            return nombre == 0
                    ? List.of()
                    : List.of(new Constat(
                            new Message("notification.probleme.fichiers"),
                            new Message("notification.probleme.fichiers.retard", nombre),
                            CONSOLE));
        });
    }

    /** Ceux que ce nœud essaie : il ne sait rien de ce qu'un autre a trouvé. */
    @Bean
    Veille partenairesEnPanne(Sondes sondes) {
        return new Veille(() -> sondes.noms().stream()
                .flatMap(nom -> sondes
                        .panne(nom)
                        .map(panne -> new Constat(
                                new Message("notification.probleme.partenaire"),
                                new Message("notification.probleme.partenaire.panne", nom, panne),
                                CONSOLE))
                        .stream())
                .toList());
    }

    @Bean
    Veille travauxEnRetard(Retards retards) {
        return new Veille(
                () -> retards.tous().stream().map(VeillesDuPortail::constat).toList());
    }

    private static Constat constat(Retards.Retard retard) {
        var texte = retard.echecs() > 1
                ? new Message("notification.probleme.travail.echecs", retard.travail(), retard.echecs())
                : new Message(
                        "notification.probleme.travail.retard", retard.travail(), Formats.dateHeure(retard.attendu()));
        return new Constat(new Message("notification.probleme.travaux"), texte, CONSOLE);
    }
}
