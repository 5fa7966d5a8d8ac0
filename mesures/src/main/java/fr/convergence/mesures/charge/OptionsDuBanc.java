package fr.convergence.mesures.charge;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Ce que la ligne de commande demande.
 *
 * @param volumes combien de dossiers dans la base, une série de mesures par volume
 * @param parties ce qui se mesure ; voir {@link #AIDE}
 * @param gestes bouts des noms des opérations à mener ; toutes, s'il n'y en a pas
 * @param entites les entités juridiques du registre inventé que la partie « registre » importe
 * @param essais ce que la partie « enumeration » tente de chaque porte, de chaque sorte
 * @param lignes celles de la table que change la partie « migrations »
 * @param producteurs ce qui fabrique les fichiers de la partie « fichiers »
 * @param gros combien de fichiers de 49 Mo la partie « gros » envoie à la fois
 * @param coups combien de fois la partie « pannes » tue l'application
 * @param ordres vrai pour dire, de chaque opération, les ordres SQL et leur coût
 * @param jar le jar de production ; sans lui, le portail est lancé du chemin de classes
 */
record OptionsDuBanc(
        List<Integer> volumes,
        List<Integer> connexions,
        int repetitions,
        Duration duree,
        Duration pointe,
        int chauffe,
        List<String> jvm,
        List<String> parties,
        List<String> gestes,
        int entites,
        int essais,
        int lignes,
        String producteurs,
        int gros,
        int coups,
        boolean ordres,
        Optional<Path> jar,
        Path travail,
        boolean garder,
        Optional<Path> rapport) {

    static final String AIDE = """
            Mesure ce que coûte le portail et écrit un rapport en Markdown.

              --dossiers=10000,100000     dossiers dans la base (au moins 6000), une série par volume
              --connexions=1,16,64        connexions tenues
              --repetitions=3             on en garde la médiane
              --duree=4                   secondes par répétition
              --chauffe=3000              requêtes de chaque sorte avant de mesurer
              --parties=plancher,pages,envois,tas,courriels,demarrage ; et à part : pointe, registre, enumeration, migrations,
                                          fichiers, corps (200 corps de requête sans fin, et les autres pages), pannes,
                                          conventions (PDF par seconde), gros (64 envois de 49 Mo à la fois)
              --pointe=600                secondes que dure la pointe
              --entites=98000             entités juridiques du registre inventé (750 Mo) que « registre » importe
              --essais=500                tentatives de chaque sorte, à chaque porte, que chronomètre « enumeration »
              --lignes=1000000            lignes de la table que « migrations » change pendant qu'on y écrit
              --producteurs=bureautique,imprimeries,numerisations,archives   ce que « fichiers » fait fabriquer
              --gros=64                   envois de 49 Mo à la fois que mène « gros »
              --coups=15                  fois que « pannes » tue l'application ; la base et les nœuds, en proportion
              --gestes=liste,section      seulement les opérations dont le nom contient l'un de ces bouts
              --ordres=oui                de chaque opération, les ordres SQL : combien, prévus et faits en combien de temps
              --jvm="-Xmx256m …"          options de la machine Java du serveur mesuré
              --jar=CHEMIN                jar de production
              --travail=CHEMIN            où se font la base et les fichiers, effacés à la fin
              --garder=oui                garde la base d'une fois sur l'autre
              --rapport=CHEMIN            le rapport, en plus de l'écran
              --rapide                    une mesure courte, pour voir que tout marche
            """;

    private static final Map<String, String> RAPIDE = Map.of(
            "dossiers", "10000",
            "connexions", "1,4",
            "repetitions", "1",
            "duree", "1",
            "chauffe", "40",
            "entites", "300",
            "essais", "10",
            "lignes", "2000",
            "producteurs", "numerisations,archives",
            "coups", "1");

    private static final String GROS_RAPIDES = "3";

    /** Celles qui se mènent sur une base de dossiers, une série par volume. */
    private static final Set<String> SUR_DES_DOSSIERS =
            Set.of("plancher", "pages", "envois", "tas", "courriels", "pointe", "demarrage");
    /** Celles qui ont leur propre base. */
    private static final Set<String> A_PART =
            Set.of("registre", "enumeration", "migrations", "fichiers", "corps", "pannes", "conventions", "gros");

    static OptionsDuBanc lire(String... arguments) {
        var valeurs = new HashMap<>(Map.of(
                "dossiers", "10000,100000",
                "connexions", "1,16,64",
                "repetitions", "3",
                "duree", "4",
                "chauffe", "3000",
                "parties", "plancher,pages,envois,tas,courriels,demarrage",
                "jvm", "-Xmx256m -XX:+UseSerialGC",
                "jar", "",
                "travail", ""));
        valeurs.put("pointe", "600");
        valeurs.put("entites", "98000");
        valeurs.put("essais", "500");
        valeurs.put("lignes", "1000000");
        valeurs.put("producteurs", "bureautique,imprimeries,numerisations,archives");
        valeurs.put("gros", "64");
        valeurs.put("coups", "15");
        valeurs.put("garder", "non");
        valeurs.put("rapport", "");
        valeurs.put("gestes", "");
        valeurs.put("ordres", "non");
        for (var argument : arguments) {
            var morceaux = argument.replaceFirst("^--", "").split("=", 2);
            if (morceaux[0].equals("rapide")) {
                valeurs.putAll(RAPIDE);
                valeurs.put("gros", GROS_RAPIDES);
            } else if (morceaux.length == 2 && valeurs.containsKey(morceaux[0])) {
                valeurs.put(morceaux[0], morceaux[1]);
            } else {
                throw new IllegalArgumentException("Option inconnue : " + argument + "\n" + AIDE);
            }
        }
        return new OptionsDuBanc(
                entiers(lue(valeurs, "dossiers")),
                entiers(lue(valeurs, "connexions")),
                Integer.parseInt(lue(valeurs, "repetitions")),
                Duration.ofSeconds(Long.parseLong(lue(valeurs, "duree"))),
                Duration.ofSeconds(Long.parseLong(lue(valeurs, "pointe"))),
                Integer.parseInt(lue(valeurs, "chauffe")),
                List.of(lue(valeurs, "jvm").strip().split("\\s+")),
                parties(lue(valeurs, "parties")),
                List.of(lue(valeurs, "gestes").split(",")),
                Integer.parseInt(lue(valeurs, "entites")),
                Integer.parseInt(lue(valeurs, "essais")),
                Integer.parseInt(lue(valeurs, "lignes")),
                lue(valeurs, "producteurs"),
                Integer.parseInt(lue(valeurs, "gros")),
                Integer.parseInt(lue(valeurs, "coups")),
                lue(valeurs, "ordres").equals("oui"),
                chemin(lue(valeurs, "jar")),
                chemin(lue(valeurs, "travail"))
                        .orElseGet(() -> Path.of("target", "mesures").toAbsolutePath()),
                lue(valeurs, "garder").equals("oui"),
                chemin(lue(valeurs, "rapport")));
    }

    /** Toute option a une valeur : la sienne, ou celle par défaut. */
    private static String lue(Map<String, String> valeurs, String nom) {
        return requireNonNull(valeurs.get(nom));
    }

    boolean veut(String partie) {
        return parties.contains(partie);
    }

    /** Les volumes à remplir : aucun, si aucune partie n'en a besoin. */
    List<Integer> volumesUtiles() {
        return parties.stream().anyMatch(SUR_DES_DOSSIERS::contains) ? volumes : List.of();
    }

    boolean veut(Operation operation) {
        return veutLeGeste(operation.nom());
    }

    boolean veutLeGeste(String nom) {
        return gestes.stream().anyMatch(nom::contains);
    }

    private static List<String> parties(String texte) {
        var parties = List.of(texte.split(","));
        for (var partie : parties) {
            if (!SUR_DES_DOSSIERS.contains(partie) && !A_PART.contains(partie)) {
                throw new IllegalArgumentException("Partie inconnue : " + partie + "\n" + AIDE);
            }
        }
        return parties;
    }

    private static List<Integer> entiers(String texte) {
        return Arrays.stream(texte.split(",")).map(Integer::parseInt).toList();
    }

    private static Optional<Path> chemin(String texte) {
        return Optional.of(texte).filter(t -> !t.isBlank()).map(t -> Path.of(t).toAbsolutePath());
    }
}
