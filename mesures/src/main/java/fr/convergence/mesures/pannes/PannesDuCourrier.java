package fr.convergence.mesures.pannes;

import fr.convergence.mesures.charge.Courrier;
import fr.convergence.mesures.pannes.Comparaison.Ecart;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Le serveur de courriel se dérobe : les pages servent, les actes se font, et les courriels partent quand il revient. */
final class PannesDuCourrier {

    private static final double RALENTI = 1.5;
    private static final int UN_SUR = 1_000;

    /** Celle que la sonde, qui ne fait que saluer, peut voir ; les autres ne se lisent que dans le suivi des courriels. */
    private static final Panne SE_VOIT = Panne.REFUSE;

    private static final Pattern IDENTIFIANT = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");
    private static final String ACCUSES =
            "select count(*) from courriel where modele in ('notification/transmission', 'notification/retransmission')";

    private final Terrain terrain;
    private final Courrier courrier;
    private final RelaisEnPanne relais;
    private final List<LigneDuBilan> constats;

    PannesDuCourrier(Terrain terrain, Courrier courrier, RelaisEnPanne relais, List<LigneDuBilan> constats) {
        this.terrain = terrain;
        this.courrier = courrier;
        this.relais = relais;
        this.constats = constats;
    }

    /** Ceux du peuplement, qui n'avait pas de serveur de courriel. */
    void oublierCeuxDAvant() {
        terrain.base.sql().sql("delete from courriel_lettre").update();
        terrain.base.sql().sql("delete from courriel").update();
    }

    /** @param pannes la première est le témoin : aucune */
    Ecart eprouver(List<Panne> pannes, int port) throws IOException, InterruptedException {
        var ecart = Ecart.AUCUN;
        var temoin = 0.0;
        for (var panne : pannes) {
            var releve = new Vecu();
            var lente = new double[1];
            tomber(panne);
            var tour = terrain.tour(port, releve, () -> lente[0] = terrain.pages(port));
            ecart = ecart.et(tour);
            if (panne == Panne.AUCUNE) {
                temoin = lente[0];
                continue;
            }
            var dite = panne != SE_VOIT || terrain.malade(port);
            tomber(Panne.AUCUNE);
            var guerie = panne != SE_VOIT || terrain.gueri(port);
            constats.add(LigneDuBilan.compte(
                    "9",
                    "serveur de courriel " + panne.nom(),
                    "%d transmissions acquittées, %d perdues, %d doublées, %d refus%s"
                            .formatted(
                                    tour.transmissions(),
                                    tour.perdues().size(),
                                    tour.doublees().size(),
                                    releve.refus.size(),
                                    panne == SE_VOIT ? " ; la page de santé le dit, puis sa fin" : ""),
                    "tout le reste sert",
                    tour.perdues().isEmpty() && tour.doublees().isEmpty() && releve.refus.isEmpty() && dite && guerie));
            constats.add(LigneDuBilan.duree(
                    "9",
                    "95 % des pages, serveur de courriel " + panne.nom(),
                    nombre("%.0f ms, %.0f sans panne", lente[0], temoin),
                    "1,5 fois",
                    lente[0] <= RALENTI * temoin));
        }
        return ecart;
    }

    private void tomber(Panne panne) throws IOException {
        courrier.remettreAPlusTard(panne == Panne.PLUS_TARD);
        relais.tomber(panne);
    }

    /** Une fois la file vide : chaque transmission a son accusé, chaque courriel parti est arrivé. */
    void compter(int transmissions) {
        Terrain.attendre(() -> terrain.base.courrielsAEnvoyer() == 0);
        var arrives = new HashSet<String>();
        courrier.identifiants()
                .forEach(recu -> IDENTIFIANT.matcher(recu).results().forEach(un -> arrives.add(un.group())));
        var perdus = terrain.base.sql().sql("select id::text from courriel").query(String.class).list().stream()
                .filter(ecrit -> !arrives.contains(ecrit))
                .count();
        var accuses = terrain.base.sql().sql(ACCUSES).query(Integer.class).single();
        constats.add(LigneDuBilan.compte(
                "2",
                "courriels, serveur de courriel en panne et application tuée",
                "%d reçus, %d perdus ; %d accusés de dépôt pour %d transmissions"
                        .formatted(arrives.size(), perdus, accuses, transmissions),
                "0 perdu, un accusé par transmission",
                perdus == 0 && accuses == transmissions && transmissions > 0));
        doubles(arrives.size());
    }

    /** Qui n'a pas eu la réponse à la fin d'un message, ou meurt avant de la noter, le renvoie ; rien d'autre n'arrive deux fois. */
    private void doubles(int arrives) {
        var enTrop = courrier.exemplairesEnTrop();
        var ignores = relais.accusesPerdus();
        constats.add(LigneDuBilan.compte(
                "2",
                "courriels arrivés plus d'une fois (même Message-ID)",
                "%d exemplaires en trop sur %d courriels ; %d réponses du serveur perdues en route, %d processus tués"
                        .formatted(enTrop, arrives, ignores, terrain.morts()),
                "au plus un par réponse perdue et par mort",
                enTrop <= ignores + terrain.morts()));
        constats.add(LigneDuBilan.duree(
                "2",
                "les mêmes, hors réponses perdues exprès",
                Math.max(0, enTrop - ignores) + " sur " + arrives,
                "1 sur 1 000",
                (enTrop - ignores) * UN_SUR <= arrives));
    }

    private static String nombre(String forme, Object... valeurs) {
        return String.format(Locale.FRANCE, forme, valeurs);
    }
}
