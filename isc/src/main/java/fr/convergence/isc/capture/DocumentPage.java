package fr.convergence.isc.capture;

import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.List;

/** Quel document, émis par quel pays. */
public record DocumentPage(String document, String emetteur, List<Choix> pays, Erreurs erreurs)
        implements PageDeSaisie {}
