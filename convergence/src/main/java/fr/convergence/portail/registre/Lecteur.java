package fr.convergence.portail.registre;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

/** Un format de fichier de registre, lu en flux. */
interface Lecteur {

    FormatDuRegistre format();

    /**
     * Donne chaque enregistrement dans l'ordre du fichier, puis rend la date que le fichier se donne. Un fichier tronqué,
     * mal encodé ou illisible est refusé entier, même après que des enregistrements en ont été donnés.
     */
    Optional<LocalDate> lire(Consumer<Enregistrement> vers) throws IOException, FichierRefuse;
}
