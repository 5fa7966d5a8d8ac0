package fr.convergence.socle.cledacces;

import fr.convergence.socle.page.Lien;
import fr.convergence.socle.page.Page;
import java.util.List;

/**
 * Créer la clé, mot de passe vérifié : il ne reste qu'à l'approuver sur son appareil.
 *
 * @param options le défi, en JSON, tel que le navigateur l'attend
 */
public record CreationPage(List<Lien> menu, String nom, String options) implements Page {}
