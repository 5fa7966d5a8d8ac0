package fr.convergence.portail.tableur;

import java.io.IOException;
import java.util.List;

/** Un tableau qui s'écrit ligne après ligne, sans en garder aucune. */
public interface TableauEcrit {

    /** La première est celle des titres. */
    void ligne(List<Cellule> cellules) throws IOException;

    /** Écrit ce qui suit la dernière ligne ; sans cela le tableau n'est pas entier. Le flux reste à fermer. */
    void finir() throws IOException;
}
