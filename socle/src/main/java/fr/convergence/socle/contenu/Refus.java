package fr.convergence.socle.contenu;

import fr.convergence.socle.page.Message;
import java.util.Locale;

/**
 * Un fichier refusé, et de quoi le dire à qui l'a déposé.
 *
 * @param detail ce que la raison précise (taille permise, extensions, virus), vide sinon
 */
public record Refus(Raison raison, String detail) {

    private static final String OU = ":";

    public Refus(Raison raison) {
        this(raison, "");
    }

    /** @param ou le nom de ce qui porte ce contenu, vide si c'est le fichier lui-même */
    static Refus actif(ContenuActif actif, String ou) {
        return new Refus(Raison.ACTIF, ou.isEmpty() ? actif.name() : actif.name() + OU + ou);
    }

    public Message message() {
        var cle = "contenu.refus." + raison.name().toLowerCase(Locale.ROOT);
        return switch (raison) {
            case CONTENU_DIFFERENT -> new Message(cle + "." + detail.toLowerCase(Locale.ROOT));
            case ACTIF -> actif(cle);
            default -> new Message(cle, detail);
        };
    }

    private Message actif(String cle) {
        var morceaux = detail.split(OU, 2);
        var sorte = cle + "." + morceaux[0].toLowerCase(Locale.ROOT);
        return morceaux.length == 1 ? new Message(sorte) : new Message(sorte + ".nomme", morceaux[1]);
    }
}
