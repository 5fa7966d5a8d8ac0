package fr.convergence.demonstration.vie;

import java.io.IOException;

/** Transmettre une étape, depuis son récapitulatif. */
final class Transmission {

    private static final int ESSAIS = 40;
    private static final long PAUSE_MS = 500;

    private Transmission() {}

    /** Une étape ne se transmet pas tant que ses fichiers s'analysent. */
    static void transmettre(Visite visite, String adresse) throws IOException, InterruptedException {
        for (var essai = 0; essai < ESSAIS; essai++) {
            visite.lire(adresse + "/recapitulatif");
            if (visite.page().selectFirst("form[action$=/transmissions]") == null) {
                return; // transmise juste avant une interruption
            }
            visite.formulaire("form[action$=/transmissions] button[type=submit]")
                    .envoyer();
            if (!visite.chemin().endsWith("/recapitulatif") && !visite.chemin().endsWith("/transmissions")) {
                return;
            }
            var motif = visite.page().select("main .fr-alert[data-erreurs]").text();
            if (!motif.contains("analyse")) {
                throw new IllegalStateException("Transmission refusée : " + motif);
            }
            Thread.sleep(PAUSE_MS);
        }
        throw new IllegalStateException("Fichiers toujours en analyse");
    }
}
