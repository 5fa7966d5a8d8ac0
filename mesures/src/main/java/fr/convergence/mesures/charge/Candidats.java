package fr.convergence.mesures.charge;

import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.socle.identifiant.CodeGht;
import fr.convergence.socle.identifiant.Finess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Un registre inventé, à la forme du vrai : des entités juridiques dans toutes les régions, et des GHT de neuf membres. */
final class Candidats {

    /** Un établissement qui candidate. */
    record Candidat(CleCandidat cle, String nom, String region) {}

    private static final int GHT = 50;
    private static final int MEMBRES = 9;
    private static final String OCCITANIE = "76";
    private static final List<String> NATURES =
            List.of("CLINIQUE", "POLYCLINIQUE", "FONDATION", "ASSOCIATION", "EHPAD", "MAISON DE SANTE");
    private static final List<String> NOMS = List.of(
            "DES TILLEULS",
            "SAINT JEAN",
            "DU PARC",
            "LES ORMEAUX",
            "BEAU SOLEIL",
            "DE LA SOURCE",
            "DU MOULIN",
            "DES TROIS CHEMINS");

    /** Un département par région, et le code de celle-ci. */
    private static final List<String[]> DEPARTEMENTS = List.of(
            new String[] {"34", OCCITANIE},
            new String[] {"35", "53"},
            new String[] {"59", "32"},
            new String[] {"69", "84"},
            new String[] {"13", "93"},
            new String[] {"75", "11"},
            new String[] {"33", "75"},
            new String[] {"67", "44"},
            new String[] {"44", "52"},
            new String[] {"76", "28"},
            new String[] {"21", "27"},
            new String[] {"45", "24"});

    private final Map<String, Integer> suivants = new HashMap<>();
    private final List<Candidat> tous = new ArrayList<>();
    private final StringBuilder ej = new StringBuilder("""
            finess_ej;raison_sociale;origine_nom;siren;code_statut_juridique;secteur;type_candidat;code_ght;role_ght;\
            voie;code_postal;commune;departement;region_insee;region;nb_et_sae;nb_et_total;dans_sae2023
            """);
    private final StringBuilder ght = new StringBuilder("""
            code_ght;code_diffusion;nom;region_insee;region;finess_ej_support;raison_sociale_support;origine_support;\
            nb_ej_membres;nb_etab_sae2023;origine_composition;taux_concordance_sae
            """);
    private final StringBuilder membres = new StringBuilder("code_ght;finess_ej;raison_sociale;role;origine\n");

    /** Les GHT d'abord, puis autant d'entités juridiques qu'il en faut. */
    Candidats(int nombre) {
        for (var i = 0; i < GHT && i < nombre; i++) {
            groupement(i);
        }
        for (var i = tous.size(); i < nombre; i++) {
            var lieu = DEPARTEMENTS.get(i % DEPARTEMENTS.size());
            var finess = finess(lieu[0]);
            var nom = nom(i);
            ecrireEj(finess, nom, lieu, "95;prive_lucratif;EJ_PRIVEE;;");
            tous.add(new Candidat(new CleCandidat(TypeCandidat.EJ_PRIVEE, finess), nom, lieu[1]));
        }
    }

    static int groupements() {
        return GHT;
    }

    static List<String> regions() {
        return DEPARTEMENTS.stream().map(lieu -> lieu[1]).toList();
    }

    List<Candidat> tous() {
        return tous;
    }

    /** Écrit le registre dans la forme du dossier préparé. */
    void ecrire(Path dossier) throws IOException {
        Files.createDirectories(dossier);
        Files.writeString(dossier.resolve("entites_juridiques.csv"), ej);
        Files.writeString(
                dossier.resolve("entites_geographiques.csv"),
                "finess_et;finess_ej;raison_sociale;raison_sociale_longue;code_categorie;libelle_categorie;"
                        + "code_statut_juridique_ej;secteur;code_espic;code_mft;siret;voie;bp;code_postal;commune;"
                        + "code_insee;departement;region_insee;telephone;source\n");
        Files.writeString(dossier.resolve("ght.csv"), ght);
        Files.writeString(dossier.resolve("ght_membres.csv"), membres);
    }

    private void groupement(int rang) {
        var lieu = DEPARTEMENTS.getFirst();
        var code = "OCC-%02d".formatted(rang + 1);
        var nom = "GROUPEMENT " + nom(rang);
        var support = "";
        for (var i = 0; i < MEMBRES; i++) {
            var finess = finess(lieu[0]);
            var role = i == 0 ? "S" : "M";
            support = i == 0 ? finess : support;
            ecrireEj(finess, "CH " + nom(rang * MEMBRES + i), lieu, "13;public;GHT;" + code + ";" + role);
            membres.append("%s;%s;CH;%s;invente\n".formatted(code, finess, role));
        }
        ght.append("%s;%d;%s;76;Occitanie;%s;CH;invente;%d;0;invente;\n"
                .formatted(code, 76_001 + rang, nom, support, MEMBRES));
        tous.add(new Candidat(CleCandidat.de(new CodeGht(code)), nom, OCCITANIE));
    }

    private void ecrireEj(String finess, String nom, String[] lieu, String statut) {
        ej.append("%s;%s;INVENTE;;%s;1 RUE DES ACACIAS;%s000;VILLE-INVENTEE;%s;%s;;1;1;0\n"
                .formatted(finess, nom, statut, lieu[0], lieu[0], lieu[1]));
    }

    private static String nom(int rang) {
        return "%s %s %d".formatted(NATURES.get(rang / 12 % NATURES.size()), NOMS.get(rang / 7 % NOMS.size()), rang);
    }

    private String finess(String departement) {
        var huit = departement + "%06d".formatted(suivants.merge(departement, 1, Integer::sum));
        for (var cle = 0; cle < 10; cle++) {
            if (Finess.lire(huit + cle).siLue().isPresent()) {
                return huit + cle;
            }
        }
        throw new IllegalStateException("tout numéro a sa clé");
    }
}
