package fr.convergence.mesures.corps;

import fr.convergence.mesures.charge.Serveur;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Des pages lues, et ce qui s'est pris de processeur pendant ce temps.
 *
 * @param temps millisecondes de chacune
 * @param duree millisecondes qu'a duré la lecture, comme les deux suivantes
 */
record Pages(List<Double> temps, double duree, double duServeur, double desEnvoyeurs) {

    static final Pages AUCUNE = new Pages(List.of(), 0, 0, 0);

    static Pages lire(Lecteurs lecteurs, Duration duree, Serveur serveur, Envoyeurs envoyeurs)
            throws InterruptedException {
        var debut = System.nanoTime();
        var duServeur = serveur.processeur();
        var desEnvoyeurs = envoyeurs.processeur();
        var temps = lecteurs.lire(duree);
        return new Pages(
                temps,
                (System.nanoTime() - debut) / 1e6,
                serveur.processeur() - duServeur,
                envoyeurs.processeur() - desEnvoyeurs);
    }

    Pages et(Pages autres) {
        return new Pages(
                Stream.concat(temps.stream(), autres.temps.stream()).toList(),
                duree + autres.duree,
                duServeur + autres.duServeur,
                desEnvoyeurs + autres.desEnvoyeurs);
    }

    double lente() {
        return Lecteurs.lente(temps);
    }

    /** En processeurs. */
    double partDuServeur() {
        return duServeur / duree;
    }

    double partDesEnvoyeurs() {
        return desEnvoyeurs / duree;
    }
}
