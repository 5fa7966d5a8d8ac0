package fr.convergence.socle.impression;

import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Marque;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Textes;
import java.time.Instant;

/** Ce que reçoit le gabarit d'un {@link Imprime} en plus de lui : textes, formats, marque. */
public final class Feuille {

    private final Textes textes;
    private final Marque marque;

    Feuille(Textes textes, Marque marque) {
        this.textes = textes;
        this.marque = marque;
    }

    public String t(String cle, Object... args) {
        return textes.de(cle, args);
    }

    public String t(Message message) {
        return textes.de(message);
    }

    public String dateHeure(Instant instant) {
        return Formats.dateHeure(instant);
    }

    public String dateHeureSeconde(Instant instant) {
        return Formats.dateHeureSeconde(instant);
    }

    public String taille(long octets) {
        return Formats.taille(octets);
    }

    public String service() {
        return marque.service();
    }
}
