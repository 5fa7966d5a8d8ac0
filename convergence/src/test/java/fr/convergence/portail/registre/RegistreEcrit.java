package fr.convergence.portail.registre;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Un dossier préparé que le test écrit ligne à ligne. */
final class RegistreEcrit {

    static final String CHU = "349000018";
    static final String CH = "349000059";
    static final String CLINIQUE = "339000010";

    private static final String EN_TETE_EJ =
            "finess_ej;raison_sociale;siren;code_statut_juridique;type_candidat;commune";
    private static final String EN_TETE_EG = "finess_et;finess_ej;raison_sociale;code_categorie;commune";

    private final Path dossier;
    private final List<String> ej = new ArrayList<>(List.of(EN_TETE_EJ));
    private final List<String> eg = new ArrayList<>(List.of(EN_TETE_EG));
    private final List<String> ght = new ArrayList<>(List.of("code_ght;code_diffusion;nom"));
    private final List<String> membres = new ArrayList<>(List.of("code_ght;finess_ej;role"));

    RegistreEcrit(Path dossier) {
        this.dossier = dossier;
    }

    /** Trois EJ (deux publiques, une privée), leurs EG, un GHT des deux premières. */
    static RegistreEcrit ordinaire(Path dossier) {
        return new RegistreEcrit(dossier)
                .ej("349000018;CHU DE VALBRUNE;;11;GHT;VALBRUNE", "349000059;CH DE PEYRELONGUE;;13;GHT;PEYRELONGUE")
                .ej("339000010;POLYCLINIQUE DU GRAND-PIN;;73;EJ_PRIVEE;ARCAMBES")
                .eg("349000026;349000018;HOPITAL DES ARCEAUX;101;VALBRUNE", "349000067;349000059;USLD;362;PEYRELONGUE")
                .eg("339000028;339000010;POLYCLINIQUE;365;ARCAMBES")
                .ght("OCC-71;76171;GARRIGUES")
                .membres("OCC-71;349000018;S", "OCC-71;349000059;M");
    }

    RegistreEcrit ej(String... lignes) {
        return ajouter(ej, lignes);
    }

    RegistreEcrit eg(String... lignes) {
        return ajouter(eg, lignes);
    }

    RegistreEcrit ght(String... lignes) {
        return ajouter(ght, lignes);
    }

    RegistreEcrit membres(String... lignes) {
        return ajouter(membres, lignes);
    }

    /** Remplace dans les quatre fichiers. */
    RegistreEcrit remplacer(String ancien, String nouveau) {
        for (var fichier : List.of(ej, eg, ght, membres)) {
            fichier.replaceAll(ligne -> ligne.replace(ancien, nouveau));
        }
        return this;
    }

    /** Retire des quatre fichiers les lignes qui contiennent ce texte. */
    RegistreEcrit retirer(String texte) {
        for (var fichier : List.of(ej, eg, ght, membres)) {
            fichier.removeIf(ligne -> ligne.contains(texte));
        }
        return this;
    }

    Path ecrire() throws IOException {
        Files.createDirectories(dossier);
        Files.writeString(dossier.resolve("entites_juridiques.csv"), String.join("\n", ej));
        Files.writeString(dossier.resolve("entites_geographiques.csv"), String.join("\n", eg));
        Files.writeString(dossier.resolve("ght.csv"), String.join("\n", ght));
        Files.writeString(dossier.resolve("ght_membres.csv"), String.join("\n", membres));
        return dossier;
    }

    private RegistreEcrit ajouter(List<String> fichier, String... lignes) {
        fichier.addAll(List.of(lignes));
        return this;
    }
}
