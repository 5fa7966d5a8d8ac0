package fr.convergence.mesures.charge;

import fr.convergence.mesures.charge.Serveur.Lancement;
import java.io.IOException;

/** Vide la boîte d'envoi que les transmissions ont remplie : un nœud qui fait les travaux de fond s'en charge. */
final class MesureDesCourriels {

    private final Rapport rapport;
    private final Base base;
    private final Courrier courrier;

    MesureDesCourriels(Rapport rapport, Base base, Courrier courrier) {
        this.rapport = rapport;
        this.base = base;
        this.courrier = courrier;
    }

    void mesurer(Lancement lancement) throws IOException, InterruptedException {
        var attendus = base.courrielsAEnvoyer();
        var debut = System.nanoTime();
        try (var serveur = Serveur.demarrer(lancement)) {
            var recus = courrier.recus();
            var depart = System.nanoTime();
            var avant = Processeur.de(serveur.pid()) + Processeur.deLaFamille(base.pid());
            while (base.courrielsAEnvoyer() > 0 && System.nanoTime() - debut < 600_000_000_000L) {
                Thread.sleep(100);
            }
            var duree = (System.nanoTime() - depart) / 1e9;
            var processeur = Processeur.de(serveur.pid()) + Processeur.deLaFamille(base.pid()) - avant;
            var partis = courrier.recus() - recus;
            rapport.courriels(
                    attendus, courrier.recus(), courrier.doubles(), partis / duree, processeur / (double) partis);
        }
    }
}
