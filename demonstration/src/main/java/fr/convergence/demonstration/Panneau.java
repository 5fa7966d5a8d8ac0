package fr.convergence.demonstration;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ce que l'on lit quand tout est prêt. */
record Panneau(
        String portail,
        Optional<String> isc,
        String courriels,
        DossierDeLaDemonstration dossier,
        DonneesDeDemonstration donnees,
        boolean exemples) {

    String texte() {
        return """

                  Convergence est prêt.

                    Portail                %s
                    Équipe ARS et ANS      %s/connexion/equipe
                    Industriels Santé C.   %s
                    Boîte de réception     %s
                    Codes d’application    %s/codes

                  Comptes d’essai (mot de passe : %s)

                %s
                %s
                    Journaux               %s
                    Arrêt                  Ctrl-C
                """.formatted(
                        portail,
                        portail,
                        isc.orElse("arrêté"),
                        courriels,
                        courriels,
                        DonneesDeDemonstration.MOT_DE_PASSE,
                        comptes(),
                        exemples
                                ? "\n    Une trentaine de dossiers d’exemple se déposent en fond, au premier démarrage.\n"
                                : "",
                        dossier.chemin("journaux"));
    }

    private String comptes() {
        return Stream.concat(
                        donnees.personnes().stream()
                                .map(personne ->
                                        ligne(personne.compte().nomUtilisateur().valeur(), personne.qui())),
                        isc.stream()
                                .flatMap(_ -> DonneesDIsc.PERSONNES.stream())
                                .map(personne -> ligne(personne.nomUtilisateur(), personne.qui() + " (ISC)")))
                .collect(Collectors.joining("\n"));
    }

    private static String ligne(String nomUtilisateur, String qui) {
        return "    %-22s %s".formatted(nomUtilisateur, qui);
    }
}
