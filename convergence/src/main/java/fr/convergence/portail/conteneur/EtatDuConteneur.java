package fr.convergence.portail.conteneur;

import java.util.List;
import java.util.Optional;

/**
 * Où en est une question confidentielle, pour la page qui la montre.
 *
 * @param conteneur celui du moment, s'il y en a un
 * @param accepte le référent accepte que ses preuves soient analysées
 */
public record EtatDuConteneur(Optional<Conteneur> conteneur, boolean accepte) {

    public static final EtatDuConteneur AUCUN = new EtatDuConteneur(Optional.empty(), false);

    /** Ce qui s'y dépose : un conteneur de l'espèce remise. */
    public List<String> formats() {
        return conteneur.map(remis -> List.of(remis.espece().format())).orElse(List.of());
    }

    public boolean zed() {
        return conteneur.filter(remis -> remis.espece() == Conteneur.Espece.ZED).isPresent();
    }

    /** Il peut se télécharger. */
    public boolean remis() {
        return conteneur.filter(Conteneur::active).isPresent();
    }

    /** On peut y déposer : un conteneur a été remis, et son analyse acceptée. */
    public boolean ouvert() {
        return remis() && accepte;
    }
}
