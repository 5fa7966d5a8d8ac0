package fr.convergence.socle.contenu;

import fr.convergence.socle.page.Message;
import java.util.Locale;

/**
 * Un fichier refusé, et de quoi le dire à qui l'a déposé.
 *
 * @param detail ce que la raison précise (taille permise, extensions, virus), vide sinon
 */
public record Refus(Raison raison, String detail) {

    public Refus(Raison raison) {
        this(raison, "");
    }

    public Message message() {
        var cle = "contenu.refus." + raison.name().toLowerCase(Locale.ROOT);
        return raison == Raison.CONTENU_DIFFERENT
                ? new Message(cle + "." + detail.toLowerCase(Locale.ROOT))
                : new Message(cle, detail);
    }
}
