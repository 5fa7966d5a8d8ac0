package fr.convergence.demonstration;

import fr.convergence.doublures.Authentificateur;
import java.util.List;
import java.util.Optional;

/** Les personnes de la démonstration, telles que le panneau les annonce et que la boîte montre leurs codes. */
record DonneesDeDemonstration(List<Personne> personnes) {

    /**
     * Une personne que l'on peut être.
     *
     * @param role ce qu'elle fait, en mots affichés
     * @param secret clé de son application d'authentification, en base 32, si elle en emploie une
     */
    record Personne(String role, String nom, String adresse, String motDePasse, Optional<String> secret) {}

    static DonneesDeDemonstration usuelles() {
        return new DonneesDeDemonstration(List.of());
    }

    List<Authentificateur> authentificateurs() {
        return personnes.stream()
                .flatMap(p -> p.secret().map(s -> new Authentificateur(p.nom(), p.adresse(), s)).stream())
                .toList();
    }
}
