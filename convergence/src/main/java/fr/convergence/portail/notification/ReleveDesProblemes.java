package fr.convergence.portail.notification;

import fr.convergence.portail.acces.Role;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.courriel.Courriels.Ligne;
import fr.convergence.socle.courriel.Expediteur;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Textes;
import fr.convergence.socle.sonde.Veille.Constat;
import fr.convergence.socle.sonde.Veilles;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Le relevé du matin, à chaque opérateur : ce qui ne va pas et où le traiter ; rien quand tout va (NOT-4). */
@Component
class ReleveDesProblemes {

    private final JdbcClient base;
    private final Veilles veilles;
    private final Comptes comptes;
    private final Courriels courriels;
    private final Textes textes;
    private final Expediteur expediteur;
    private final Clock horloge;

    ReleveDesProblemes(
            JdbcClient base,
            Veilles veilles,
            Comptes comptes,
            Courriels courriels,
            Textes textes,
            Expediteur expediteur,
            Clock horloge) {
        this.base = base;
        this.veilles = veilles;
        this.comptes = comptes;
        this.courriels = courriels;
        this.textes = textes;
        this.expediteur = expediteur;
        this.horloge = horloge;
    }

    /** Le jour se prend et la lettre s'écrit d'une transaction : un relevé par jour, quoi qu'il arrive aux nœuds. */
    @Transactional
    public void ecrire() {
        var ici = horloge.instant().atZone(Formats.PARIS);
        if (ici.toLocalTime().isBefore(Rythme.DU_MATIN)) {
            return;
        }
        var jour = ici.toLocalDate();
        var aFaire = base.sql("update notification_releve set jour = :jour where jour < :jour")
                        .param("jour", jour)
                        .update()
                == 1;
        var constats = aFaire ? veilles.constats(VeillesDuPortail.CONSOLE) : List.<Constat>of();
        if (!constats.isEmpty()) {
            courriels.reunir(
                    "notification/releve",
                    comptes.actifs(Role.OPERATEUR).stream()
                            .map(operateur -> operateur.courriel().valeur())
                            .toList(),
                    Map.of("jour", Formats.date(jour), "nombre", nombre(constats.size())),
                    constats.stream().map(this::ligne).toList());
        }
    }

    private String nombre(int constats) {
        return constats == 1
                ? textes.de("notification.releve.un")
                : textes.de("notification.releve.nombre", Formats.entier(constats));
    }

    private Ligne ligne(Constat constat) {
        return new Ligne(
                textes.de(constat.titre()) + " : " + textes.de(constat.texte()),
                textes.de("notification.probleme.voir"),
                expediteur.site() + constat.vers());
    }
}
