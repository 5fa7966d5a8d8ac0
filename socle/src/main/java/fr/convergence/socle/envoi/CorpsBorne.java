package fr.convergence.socle.envoi;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** Un corps de requête dont on ne lit pas plus que permis, et qui n'a pas toute la vie pour arriver. */
final class CorpsBorne extends FilterInputStream {

    /** Après le sursis, le débit au-dessous duquel ce n'est plus une ligne d'hôpital, même mauvaise. */
    private static final long OCTETS_PAR_SECONDE = 4 * 1024;

    private final long depuis = System.nanoTime();
    private final long annonces;
    private final Reserve.Part part;
    private final long sursis;
    private long permis;
    private long duree = Long.MAX_VALUE;
    private long lus;

    /**
     * @param annonces la longueur que la requête dit ; négative si elle n'en dit pas
     * @param part où se compte le fil qui attend la suite ; un corps déjà arrivé n'en retient aucun
     * @param sursis le temps d'un petit formulaire sur une ligne qui hésite, avant que son débit soit jugé
     */
    CorpsBorne(InputStream corps, long annonces, Reserve.Part part, long permis, Duration sursis) {
        super(corps);
        this.annonces = annonces;
        this.part = part;
        this.permis = permis;
        this.sursis = sursis.toNanos();
    }

    void permettre(long octets) {
        permis = octets;
    }

    /** Finit sa lecture dans ce temps, quel que soit son débit. */
    void presser(Duration auPlus) {
        duree = System.nanoTime() - depuis + auPlus.toNanos();
    }

    @Override
    public int read() throws IOException {
        var un = new byte[1];
        return read(un, 0, 1) < 0 ? -1 : un[0] & 0xff;
    }

    @Override
    public int read(byte[] vers, int debut, int longueur) throws IOException {
        if (lus != annonces && in.available() == 0) {
            part.attendre();
        }
        var nombre = recevoir(vers, debut, longueur);
        if (nombre > 0) {
            lus += nombre;
        }
        if (lus > permis) {
            throw new CorpsRefuse(HttpStatus.CONTENT_TOO_LARGE);
        }
        var passe = System.nanoTime() - depuis;
        if (passe > duree || passe > sursis + lus * Duration.ofSeconds(1).toNanos() / OCTETS_PAR_SECONDE) {
            throw new CorpsRefuse(HttpStatus.REQUEST_TIMEOUT);
        }
        return nombre;
    }

    /** Une ligne muette ou coupée est l'affaire de qui envoie. */
    private int recevoir(byte[] vers, int debut, int longueur) throws CorpsRefuse {
        try {
            return in.read(vers, debut, longueur);
        } catch (SocketTimeoutException _) {
            throw new CorpsRefuse(HttpStatus.REQUEST_TIMEOUT);
        } catch (IOException _) {
            throw new CorpsRefuse(HttpStatus.BAD_REQUEST);
        }
    }
}
