package fr.convergence.isc.inscription;

import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.PageDeSaisie;

/** « Vérification d’identité » : ce qui sera filmé, et le consentement (guide, page 7). */
public record ConsentementPage(boolean consentie, Erreurs erreurs) implements PageDeSaisie {}
