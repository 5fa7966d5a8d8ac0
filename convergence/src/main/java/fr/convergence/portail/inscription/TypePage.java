package fr.convergence.portail.inscription;

import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.List;

/** Étape 2, premier écran : le type d'établissement et la région (INS-4). */
public record TypePage(List<Choix> types, List<Choix> regions, String type, String region, Erreurs erreurs)
        implements PageDeSaisie {}
