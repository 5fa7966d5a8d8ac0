package fr.convergence.isc.accueil;

import fr.convergence.socle.cgu.VersionsDesCgu;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Les conditions d'Industriels Santé Connect, un fichier par version. */
@Component
final class CguDIsc implements VersionsDesCgu {

    @Override
    public Resource texte(int numero) {
        return new ClassPathResource("cgu/" + numero + ".md", CguDIsc.class);
    }
}
