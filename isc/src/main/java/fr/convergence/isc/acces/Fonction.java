package fr.convergence.isc.acces;

import java.util.Locale;
import java.util.Set;

/** Ce qu'une personne est pour son entreprise, ou pour le site (guide d'Industriels Santé Connect, pages 3 et 17). */
public enum Fonction {
    MANDATAIRE,
    REPRESENTANT,
    SALARIE,
    /** Elle tient le site ; elle n'a pas d'entreprise. */
    OPERATEUR;

    /** Vrai si un courriel ne suffit pas comme second facteur : elle engage l'entreprise, ou tient le site. */
    public boolean secondFacteurFort() {
        return this == MANDATAIRE || this == OPERATEUR;
    }

    /** Ceux qui traitent les demandes de leur entreprise. */
    public boolean traiteLesDemandes() {
        return this == MANDATAIRE || this == REPRESENTANT;
    }

    /** Celles dont elle peut changer ou supprimer le compte : jamais un mandataire (ISC-11). */
    public Set<Fonction> encadre() {
        return traiteLesDemandes() ? Set.of(REPRESENTANT, SALARIE) : Set.of();
    }

    /** L'accueil de qui l'exerce. */
    public String espace() {
        return this == OPERATEUR ? "/administration" : "/tableau-de-bord";
    }

    /** Clé de son nom affiché. */
    public String cle() {
        return "acces.fonction." + name().toLowerCase(Locale.ROOT);
    }
}
