package fr.convergence.demonstration;

import java.util.stream.Collectors;

/** Ce que l'on lit quand tout est prêt. */
record Panneau(String portail, String courriels, Dossier dossier, DonneesDeDemonstration donnees) {

    String texte() {
        return """

                  Convergence est prêt.

                    Portail                %s
                    Boîte de réception     %s
                    Codes d'application    %s/codes
                %s    Journaux               %s
                    Arrêt                  Ctrl-C
                """.formatted(portail, courriels, courriels, comptes(), dossier.chemin("journaux"));
    }

    private String comptes() {
        return donnees.personnes().stream()
                .map(p -> "    %-22s %s   %s".formatted(p.role(), p.adresse(), p.motDePasse()))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
