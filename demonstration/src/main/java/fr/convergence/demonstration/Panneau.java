package fr.convergence.demonstration;

import fr.convergence.demonstration.DonneesDeDemonstration.Personne;
import java.util.stream.Collectors;

/** Ce que l'on lit quand tout est prêt. */
record Panneau(
        String portail,
        String courriels,
        DossierDeLaDemonstration dossier,
        DonneesDeDemonstration donnees,
        boolean exemples) {

    String texte() {
        return """

                  Convergence est prêt.

                    Portail                %s
                    Équipe ARS et ANS      %s/connexion/equipe
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
        return donnees.personnes().stream().map(Panneau::ligne).collect(Collectors.joining("\n"));
    }

    private static String ligne(Personne personne) {
        return "    %-22s %s".formatted(personne.compte().nomUtilisateur(), personne.qui());
    }
}
