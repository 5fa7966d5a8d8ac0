package fr.convergence.portail.contact;

import fr.convergence.portail.question.LigneDeReponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Un contact, partie par partie ; ce que le formulaire ne demande pas est vide. */
public record PersonneAJoindre(
        String civilite, String prenom, String nom, String fonction, String courriel, String telephone) {

    static PersonneAJoindre de(List<LigneDeReponse> lignes) {
        var lu = lignes.stream()
                .collect(Collectors.toMap(
                        LigneDeReponse::partie, ligne -> String.join(", ", ligne.textes()), (un, _) -> un));
        return new PersonneAJoindre(
                lu.getOrDefault("civilite", ""),
                lu.getOrDefault("prenom", ""),
                lu.getOrDefault("nom", ""),
                lu.getOrDefault("fonction", ""),
                lu.getOrDefault("courriel", ""),
                lu.getOrDefault("telephone", ""));
    }

    /** « Madame Claire Martin ». */
    public String nomComplet() {
        return Stream.of(civilite, prenom, nom)
                .filter(partie -> !partie.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
