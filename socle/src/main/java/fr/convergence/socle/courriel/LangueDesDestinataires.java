package fr.convergence.socle.courriel;

import fr.convergence.socle.site.Langue;
import java.util.Collection;
import java.util.Map;

/** La langue où écrire à qui a un compte. */
public interface LangueDesDestinataires {

    /** Celle de chacune de ces adresses qui a un compte, par adresse. */
    Map<String, Langue> de(Collection<String> adresses);
}
