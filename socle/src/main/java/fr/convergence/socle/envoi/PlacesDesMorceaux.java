package fr.convergence.socle.envoi;

import fr.convergence.socle.envoi.Reserve.Envoyeur;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Ce que tous les morceaux d'envois reprenables tiennent ensemble, en mémoire et en fils du serveur. Leur réserve est à eux : un
 * morceau dure, et ne doit gêner aucun formulaire.
 */
@Component
public final class PlacesDesMorceaux {

    /** La place d'un morceau, à rendre quand il est pris. */
    public interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /** Un tampon de lecture, une tranche en clair, une tranche chiffrée. */
    static final long MORCEAU = 320 * 1024;

    private final Reserve reserve;

    @Autowired
    PlacesDesMorceaux(@Value("${convergence.envois.lectures:100}") int lectures) {
        this(Runtime.getRuntime().maxMemory(), lectures);
    }

    /** @param tas la mémoire du service, en octets */
    PlacesDesMorceaux(long tas, int lectures) {
        reserve = new Reserve(tas / CorpsDesRequetes.PART_DE_LA_MEMOIRE, lectures);
    }

    /** Vide s'il n'y en a plus, et le morceau n'est alors pas à lire. */
    public Optional<Place> prendre(HttpServletRequest requete, UUID compte) {
        var part = reserve.ouvrir(new Envoyeur.Personne(compte), MORCEAU);
        try {
            part.prendre(MORCEAU);
            part.attendre();
            return Optional.of(part::close);
        } catch (CorpsRefuse refus) {
            part.close();
            requete.setAttribute(FinDesCorps.REFUSE, refus.statut());
            return Optional.empty();
        }
    }
}
