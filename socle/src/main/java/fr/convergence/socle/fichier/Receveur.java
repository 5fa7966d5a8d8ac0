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
import java.util.UUID;

/** Reçoit les morceaux d'un fichier, un seul à la fois, là où le précédent s'est arrêté. */
final class Receveur {

    private final Magasin magasin;
    private final Clock horloge;
    private final Empreintes empreintes = new Empreintes();

    Receveur(Magasin magasin, Clock horloge) {
        this.magasin = magasin;
        this.horloge = horloge;
    }

    /** @throws IOException si le dépôt ne s'écrit pas ; un expéditeur qui se tait n'en est pas une */
    Reception recevoir(UUID fichier, String proprietaire, long depuis, InputStream source) throws IOException {
        var pris = magasin.televersements.prendre(fichier, proprietaire);
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

    private Reception recevoir(Pris pris, long depuis, InputStream source) throws IOException {
        return pris.position() == depuis
                ? new Transfert(magasin, empreintes, pris).derouler(source)
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
