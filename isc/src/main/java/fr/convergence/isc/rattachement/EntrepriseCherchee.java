package fr.convergence.isc.rattachement;

import fr.convergence.socle.identifiant.IdentifiantNational;
import fr.convergence.socle.identifiant.Lecture;
import fr.convergence.socle.identifiant.TypeIdentifiant;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** L’identifiant d’une entreprise, tel que l’adresse de la page le porte. */
public record EntrepriseCherchee(
        @Nullable String type, @Nullable String identifiant) {

    /** Vrai de la page telle qu’on y arrive, avant d’avoir rien cherché. */
    boolean vierge() {
        return type == null && identifiant == null;
    }

    Optional<TypeIdentifiant> sonType() {
        return Arrays.stream(TypeIdentifiant.values())
                .filter(possible -> possible.name().equals(type))
                .findFirst();
    }

    Optional<Lecture<IdentifiantNational>> lire() {
        return sonType().map(choisi -> IdentifiantNational.lire(choisi, identifiant));
    }

    Optional<IdentifiantNational> lue() {
        return lire().flatMap(Lecture::siLue);
    }

    static String requete(IdentifiantNational identifiant) {
        return "?type=" + identifiant.type().name() + "&identifiant="
                + URLEncoder.encode(identifiant.valeur(), StandardCharsets.UTF_8);
    }
}
