package fr.convergence.isc.profil;

import fr.convergence.socle.identifiant.IdentifiantNational;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Lien;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.List;

/** Demander de changer les informations de son entreprise ; son identifiant ne change pas. */
public record EntreprisePage(
        List<Lien> menu, IdentifiantNational identifiant, SaisieDEntreprise saisie, Erreurs erreurs)
        implements PageDeSaisie {}
