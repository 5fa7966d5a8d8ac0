package fr.convergence.portail.accueil;

import fr.convergence.socle.page.Bandeau;
import fr.convergence.socle.page.Habillage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;

/** L'entête du portail. */
@Component
final class HabillageDuPortail implements Habillage {

    @Override
    public Bandeau bandeau(HttpServletRequest requete) {
        return new Bandeau(List.of(), List.of(), List.of(), null, 0);
    }
}
