package fr.convergence.portail.export;

import fr.convergence.portail.acces.Connecte;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongConsumer;

/** Ce qui s'écrit d'une demande : un tableau, une archive. */
interface ContenuDExport {

    DemandeDExport.Genre genre();

    /**
     * Écrit tout ce que le demandeur a le droit de lire à cet instant.
     *
     * @param avancement à prévenir de ce qui est fait
     * @return combien d'étapes, ou de fichiers
     */
    long ecrire(Connecte qui, DemandeDExport demande, OutputStream vers, LongConsumer avancement) throws IOException;
}
