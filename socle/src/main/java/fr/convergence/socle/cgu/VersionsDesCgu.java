package fr.convergence.socle.cgu;

import org.springframework.core.io.Resource;

/** Les textes des CGU d'un site, livrés avec lui : un par version, numérotées depuis 1. */
public interface VersionsDesCgu {

    /** Le texte de cette version, en Markdown ; il n'existe pas si elle n'est pas livrée. */
    Resource texte(int numero);
}
