package fr.convergence.socle.depot;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;

/**
 * Range des objets, écrits une fois et jamais changés, sous un nom que nous choisissons ({@code [0-9a-f]{32}}).
 *
 * <p>Un objet fait au plus 16 Mio et quelques kilooctets ; il n'est pas compris par qui le range : il est chiffré.
 */
public interface DepotObjets {

    /**
     * Commence un objet ; il n'existe pour personne avant {@link Ecriture#publier()}.
     *
     * @throws DepotIndisponible si le dépôt n'est pas là ou ne s'écrit pas
     */
    Ecriture creer(String objet) throws IOException;

    InputStream lire(String objet) throws IOException;

    /** Pour lire à partir d'un endroit quelconque. */
    SeekableByteChannel canal(String objet) throws IOException;

    /**
     * Efface l'objet, ou ce qui en a été commencé ; ne dit rien s'il n'y a rien.
     *
     * @throws DepotIndisponible si le dépôt n'est pas ou plus celui du site ; rien n'est effacé s'il ne l'était déjà pas
     */
    void supprimer(String objet) throws IOException;

    /** Échoue, en disant pourquoi, si le dépôt n'est pas là ou ne s'écrit pas. */
    void essayer() throws DepotIndisponible;

    /** Un objet en train d'être écrit ; fermer sans publier l'abandonne. */
    interface Ecriture extends AutoCloseable {

        /** Ce flux peut être fermé par qui l'enveloppe : cela ne publie rien. */
        OutputStream flux();

        /** Rend l'objet durable et visible : une coupure de courant après le retour ne le perd pas. */
        void publier() throws IOException;

        @Override
        void close() throws IOException;
    }
}
