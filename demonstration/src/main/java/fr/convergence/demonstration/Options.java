package fr.convergence.demonstration;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Ce que la ligne de commande demande. */
sealed interface Options {

    String AIDE = """
            Démarre Convergence sur cette machine : base PostgreSQL, portail, Industriels Santé Connect,
            boîte de réception et données d’essai.

              --port=8080             port du portail
              --port-courriel=8081    port des pages de la boîte de réception
              --port-smtp=8025        port SMTP de la boîte de réception
              --port-isc=8082         port d’Industriels Santé Connect
              --adresse=127.0.0.1     adresse d’écoute des deux sites (0.0.0.0 : visible des autres machines)
              --donnees=donnees       dossier où tout est gardé d’un démarrage à l’autre
              --registre=CHEMIN       dossier du référentiel FINESS à charger à la place de celui d’essai ; les comptes de
                                      démonstration passent sur de vrais établissements, sans dossier d’exemple
              --exemples=oui          une trentaine de dossiers d’exemple, déposés au premier démarrage (non : aucun)
              --isc=oui               démarre Industriels Santé Connect (non : le portail seul)
              --aide                  cette aide

            Un port 0 laisse le système choisir. Pour employer un serveur PostgreSQL existant : CONVERGENCE_DB_URL
            (jdbc:postgresql://hote:5432/base), CONVERGENCE_DB_USER, CONVERGENCE_DB_PASSWORD, et pour que l’application ne
            puisse pas récrire son journal, le rôle propriétaire : CONVERGENCE_DB_OWNER, CONVERGENCE_DB_OWNER_PASSWORD.
            Industriels Santé Connect a sa base, sous les mêmes rôles : ISC_DB_URL ; sans elle, il ne démarre pas.
            """;

    /** Tout est compris. */
    record Lues(
            int port,
            int portCourriel,
            int portSmtp,
            int portIsc,
            String adresse,
            Path donnees,
            Optional<Path> registre,
            boolean exemples,
            boolean isc)
            implements Options {}

    /** L'aide est demandée. */
    record Aide() implements Options {}

    /** Une option n'est pas comprise. */
    record Fautives(String ligne) implements Options {}

    /** Lit {@code --nom=valeur} ou {@code --nom valeur} ; la dernière valeur d'une option l'emporte. */
    static Options lire(String... arguments) {
        var valeurs = new HashMap<>(Map.of(
                "port", "8080",
                "port-courriel", "8081",
                "port-smtp", "8025",
                "port-isc", "8082",
                "adresse", "127.0.0.1",
                "donnees", "donnees",
                "registre", "",
                "exemples", "oui",
                "isc", "oui"));
        for (var i = 0; i < arguments.length; i++) {
            var morceaux = arguments[i].split("=", 2);
            var nom = morceaux[0].replaceFirst("^--", "");
            if (Set.of("aide", "help", "-h").contains(nom)) {
                return new Aide();
            }
            if (!morceaux[0].startsWith("--") || !valeurs.containsKey(nom)) {
                return new Fautives("Option inconnue : " + arguments[i] + " (voir --aide).");
            }
            if (morceaux.length == 1 && i + 1 == arguments.length) {
                return new Fautives("L’option --" + nom + " attend une valeur (voir --aide).");
            }
            valeurs.put(nom, morceaux.length == 2 ? morceaux[1] : arguments[++i]);
        }
        return verifiees(valeurs);
    }

    private static Options verifiees(Map<String, String> valeurs) {
        for (var nom : Set.of("port", "port-courriel", "port-smtp", "port-isc")) {
            if (!lue(valeurs, nom).matches("\\d{1,5}") || Integer.parseInt(lue(valeurs, nom)) > 65_535) {
                return new Fautives(
                        "L’option --" + nom + " attend un port entre 0 et 65535, pas « " + lue(valeurs, nom) + " ».");
            }
        }
        for (var nom : Set.of("exemples", "isc")) {
            if (!Set.of("oui", "non").contains(lue(valeurs, nom))) {
                return new Fautives("L’option --" + nom + " attend oui ou non, pas « " + lue(valeurs, nom) + " ».");
            }
        }
        return new Lues(
                Integer.parseInt(lue(valeurs, "port")),
                Integer.parseInt(lue(valeurs, "port-courriel")),
                Integer.parseInt(lue(valeurs, "port-smtp")),
                Integer.parseInt(lue(valeurs, "port-isc")),
                lue(valeurs, "adresse"),
                Path.of(lue(valeurs, "donnees")).toAbsolutePath().normalize(),
                Optional.of(lue(valeurs, "registre"))
                        .filter(chemin -> !chemin.isBlank())
                        .map(chemin -> Path.of(chemin).toAbsolutePath().normalize()),
                lue(valeurs, "exemples").equals("oui"),
                lue(valeurs, "isc").equals("oui"));
    }

    /** Toute option a une valeur : la sienne, ou celle par défaut. */
    private static String lue(Map<String, String> valeurs, String nom) {
        return requireNonNull(valeurs.get(nom));
    }
}
