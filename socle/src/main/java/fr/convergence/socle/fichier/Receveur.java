package fr.convergence.socle.fichier;

import fr.convergence.socle.fichier.Reception.Avance;
import fr.convergence.socle.fichier.Reception.Decale;
import fr.convergence.socle.fichier.Reception.Expire;
import fr.convergence.socle.fichier.Reception.Inconnu;
import fr.convergence.socle.fichier.Reception.Occupe;
import fr.convergence.socle.fichier.Televersements.Avancement;
import fr.convergence.socle.fichier.Televersements.Pris;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** Reçoit les morceaux d'un fichier, un seul à la fois, là où le précédent s'est arrêté. */
final class Receveur {

    /** Moins que le bail : qui vient de donner signe de vie le garde. Un nœud mort s'est tu depuis une seconde au moins. */
    private static final Duration ATTENTE = Televersements.BAIL.minusSeconds(1);

    private static final Duration ESSAI = Duration.ofMillis(200);

    private final Magasin magasin;
    private final Clock horloge;
    private final CalculsCommences calculs = new CalculsCommences();

    Receveur(Magasin magasin, Clock horloge) {
        this.magasin = magasin;
        this.horloge = horloge;
    }

    /** @throws IOException si le dépôt ne s'écrit pas ; un expéditeur qui se tait n'en est pas une */
    Reception recevoir(UUID fichier, String proprietaire, long depuis, InputStream source) throws IOException {
        var pris = prendre(fichier, proprietaire);
        if (pris.isEmpty()) {
            return magasin.televersements
                    .avancement(fichier, proprietaire)
                    .map(avancement -> nonPris(avancement, depuis))
                    .orElseGet(Inconnu::new);
        }
        try {
            return recevoir(pris.get(), depuis, source);
        } finally {
            magasin.televersements.rendre(fichier, pris.get().bail());
        }
    }

    /** Attend que celui qui tient l'envoi le rende, ou se soit tu assez longtemps pour qu'on le sache mort. */
    private Optional<Pris> prendre(UUID fichier, String proprietaire) {
        var limite = System.nanoTime() + ATTENTE.toNanos();
        var pris = magasin.televersements.prendre(fichier, proprietaire);
        while (pris.isEmpty() && tenu(fichier, proprietaire) && System.nanoTime() < limite) {
            LockSupport.parkNanos(ESSAI.toNanos());
            pris = magasin.televersements.prendre(fichier, proprietaire);
        }
        return pris;
    }

    private boolean tenu(UUID fichier, String proprietaire) {
        return magasin.televersements
                .avancement(fichier, proprietaire)
                .filter(avancement -> nonPris(avancement, 0) instanceof Occupe)
                .isPresent();
    }

    private Reception recevoir(Pris pris, long depuis, InputStream source) throws IOException {
        return pris.position() == depuis
                ? new Transfert(magasin, calculs, pris).derouler(source)
                : new Decale(pris.position());
    }

    private Reception nonPris(Avancement avancement, long depuis) {
        if (avancement.enCours()) {
            var expire = avancement.expireLe();
            return expire == null || expire.isAfter(horloge.instant()) ? new Occupe() : new Expire();
        }
        if (avancement.etat().equals("SUPPRIME")) {
            return new Expire();
        }
        // L'envoi était fini, l'expéditeur ne l'a pas su.
        return depuis == avancement.taille() ? new Avance(depuis, true, null) : new Decale(avancement.taille());
    }
}
