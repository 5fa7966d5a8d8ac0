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
    private final Empreintes empreintes;

    AvisDuRib(LecturesDeRib lectures, @Qualifier("empreintesDesIban") Empreintes empreintes) {
        this.lectures = lectures;
        this.empreintes = empreintes;
    }

    public RibsLus lus(Collection<UUID> ribs) {
        return new RibsLus(lectures.de(ribs), empreintes);
    }
}
