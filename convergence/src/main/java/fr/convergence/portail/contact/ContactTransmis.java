package fr.convergence.portail.contact;

import fr.convergence.portail.question.LigneDeReponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        var lu = lignes.stream()
                .collect(Collectors.toMap(
                        LigneDeReponse::partie, ligne -> String.join(", ", ligne.textes()), (un, _) -> un));
        return new ContactTransmis(
                titre,
                Stream.of("civilite", "prenom", "nom")
                        .map(partie -> lu(lu, partie))
                        .filter(texte -> !texte.isEmpty())
                        .collect(Collectors.joining(" ")),
                lu(lu, "fonction"),
                lu(lu, "courriel"),
                lu(lu, "telephone"),
                corrigeLe);
    }

    private static String lu(Map<String, String> lu, String partie) {
        return lu.getOrDefault(partie, "");
    }
}
