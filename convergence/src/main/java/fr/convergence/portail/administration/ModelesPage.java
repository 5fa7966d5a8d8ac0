package fr.convergence.portail.administration;

import fr.convergence.socle.courriel.Modeles;
import fr.convergence.socle.page.Page;
import fr.convergence.socle.page.Typographie;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Les modèles de courriels, par nom. */
public record ModelesPage(List<Ligne> lignes) implements Page {

    /** @param reecritLe nul quand c'est le modèle livré */
    public record Ligne(String nom, String objet, @Nullable Instant reecritLe, String vers) {}

    static ModelesPage de(List<Modeles.Etat> modeles) {
        return new ModelesPage(modeles.stream()
                .map(etat -> new Ligne(
                        etat.enVigueur().nom(),
                        Typographie.composer(etat.enVigueur().objet()), // comme il part
                        etat.reecritLe(),
                        adresse(etat.enVigueur().nom())))
                .toList());
    }

    /** Le nom d'un modèle est « paquet/fichier ». */
    static String adresse(String nom) {
        return ModelesController.CHEMIN + "/" + nom;
    }
}
