package fr.convergence.portail.rib;

import fr.convergence.socle.chiffrement.Empreintes;
import java.util.Collection;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Ce qui s'est lu des RIB. L'accès à leur dossier a été jugé par qui demande. */
@Component
public final class AvisDuRib {

    private final LecturesDeRib lectures;
    private final LireRib lire;
    private final Empreintes empreintes;

    AvisDuRib(LecturesDeRib lectures, LireRib lire, @Qualifier("empreintesDesIban") Empreintes empreintes) {
        this.lectures = lectures;
        this.lire = lire;
        this.empreintes = empreintes;
    }

    /** Un RIB déposé avant qu'on ne les lise prend son tour quand on le regarde. */
    public RibsLus lus(Collection<UUID> ribs) {
        var lus = lectures.de(ribs);
        return new RibsLus(lus.size() < ribs.size() && lire.demander(ribs) ? lectures.de(ribs) : lus, empreintes);
    }
}
