package fr.convergence.portail.contact;

import fr.convergence.portail.question.LigneDeReponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Un contact tel qu'un vérificateur le joint ; ce que le formulaire ne demande pas est vide.
 *
 * @param titre ce qu'il est pour le dossier : « DSI »
 * @param nom civilité, prénom et nom
 * @param fonction celle qu'il exerce
 * @param corrigeLe quand le référent l'a corrigé après l'avoir transmis
 */
public record ContactTransmis(
        String titre, String nom, String fonction, String courriel, String telephone, Optional<Instant> corrigeLe) {

    static ContactTransmis de(String titre, List<LigneDeReponse> lignes, Optional<Instant> corrigeLe) {
        var personne = PersonneAJoindre.de(lignes);
        return new ContactTransmis(
                titre,
                personne.nomComplet(),
                personne.fonction(),
                personne.courriel(),
                personne.telephone(),
                corrigeLe);
    }
}
