package fr.convergence.socle.cgu;

import fr.convergence.socle.site.Langue;
import org.springframework.core.io.Resource;

/** Les textes des CGU d'un site, livrés avec lui : un par version, numérotées depuis 1. */
public interface VersionsDesCgu {

    /**
     * Le texte de cette version, en Markdown ; il n'existe pas si elle n'est pas livrée.
     *
     * @param langue l'une de celles du site
     */
    Resource texte(int numero, Langue langue);
}
