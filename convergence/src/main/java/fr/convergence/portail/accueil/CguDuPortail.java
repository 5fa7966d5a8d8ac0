package fr.convergence.portail.accueil;

import fr.convergence.socle.cgu.VersionsDesCgu;
import fr.convergence.socle.site.Langue;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Les conditions du portail, un fichier par version. */
@Component
final class CguDuPortail implements VersionsDesCgu {

    @Override
    public Resource texte(int numero, Langue langue) {
        return new ClassPathResource("cgu/" + numero + ".md", CguDuPortail.class);
    }
}
