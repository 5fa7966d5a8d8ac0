package fr.convergence.mesures.charge;

import fr.convergence.mesures.pannes.LigneDuBilan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Ce qui a été mesuré, en Markdown, chaque chiffre à côté de son but. */
final class Rapport {

    /**
     * Le but d'une opération (design « performance », mesuré sur une autre machine que celle-ci).
     *
     * @param ms de processeur par requête, serveur et PostgreSQL ensemble
     * @param nu l'opération de {@link PortailNu} à laquelle elle se compare, et ce que celle-ci coûtait là où le but fut fixé
     */
    private record But(double ms, String nu, double nuMs) {

        double fois() {
            return ms / nuMs;
        }
    }

    private static final But LISTE = new But(1.5, "nu, liste", 0.34);
    private static final But FORMULAIRE = new But(1.5, "nu, formulaire", 0.29);
    private static final Map<String, But> BUTS = Map.of(
            "tableau de bord, 25 lignes", LISTE,
            "liste de travail de l'ARS, 25 lignes", LISTE,
            "liste de travail filtrée", new But(2, LISTE.nu, LISTE.nuMs),
            "formulaire, une section", FORMULAIRE,
            "formulaire entier", FORMULAIRE,
            "enregistrement d'une réponse", new But(2, "nu, enregistrement", 0.64),
            "transmission", new But(3, "nu, transmission", 0.46));

    private record Ligne(int volume, Mesure mesure) {}

    /** Ce qu'une minute de pointe a pris, en processeurs : 1 est un processeur occupé tout du long. */
    record Minute(double serveur, double base) {

        double ensemble() {
            return serveur + base;
        }
    }

    private final List<String> entete = new ArrayList<>();
    private final List<Ligne> mesures = new ArrayList<>();
    private final Map<String, Long> ordres = new LinkedHashMap<>();
    private final List<String> autres = new ArrayList<>();
    private final List<LigneDuBilan> constats = new ArrayList<>();

    /** Les lignes d'une mesure menée dans son propre processus. */
    void aPart(List<String> lignes) {
        autres.addAll(lignes);
    }

    void entete(OptionsDuBanc options) {
        entete.add("Machine : %d processeurs (%s), Java %s, serveur lancé avec `%s`."
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Processeur.modele(),
                        Runtime.version(),
                        String.join(" ", options.jvm())));
        entete.add("%d répétitions de %d s, médiane par temps processeur."
                .formatted(options.repetitions(), options.duree().toSeconds()));
    }

    void volume(int dossiers, long octets) {
        entete.add("Base de %d dossiers : %d Mo.".formatted(dossiers, octets >> 20));
    }

    void mesure(int volume, Mesure mesure) {
        mesures.add(new Ligne(volume, mesure));
    }

    void ordres(String page, long nombre) {
        ordres.put(page, nombre);
    }

    void memoire(int volume, String quand, long mo) {
        autres.add("Mémoire résidente du serveur %s, %d dossiers : %d Mo (but : 400).".formatted(quand, volume, mo));
    }

    void constats(List<LigneDuBilan> vus) {
        constats.addAll(vus);
    }

    List<LigneDuBilan> constats() {
        return List.copyOf(constats);
    }

    void chiffrement(double processeur) {
        autres.add(nombre("Chiffrer 10 Mo, compté à part : %.1f ms de processeur.", processeur));
    }

    void tas(int taille, int envois, double mo) {
        autres.add(nombre(
                "Tas retenu par un envoi de %d Mo, %d à la fois : %.2f Mo chacun (but : 8, quelle que soit la taille).",
                taille / 1_000_000, envois, mo));
    }

    void courriels(long attendus, int recus, long doubles, double debit, double processeur) {
        autres.add(nombre(
                "Boîte d'envoi : %d courriels attendus, %d reçus, %d en double, %.0f/s (but : 200), %.2f ms de processeur"
                        + " chacun.",
                attendus, recus, doubles, debit, processeur));
    }

    void pointe(List<Minute> minutes, int courriels, long doubles, long memoire) {
        var pires = minutes.stream().mapToDouble(Minute::ensemble).max().orElseThrow();
        autres.add(nombre(
                "Pointe : serveur %.2f + PostgreSQL %.2f = **%.2f processeurs sur %d** en moyenne (but : 70 %%), %.2f la"
                        + " pire minute ; %d courriels reçus, %d en double ; mémoire résidente %d Mo.",
                minutes.stream().mapToDouble(Minute::serveur).average().orElseThrow(),
                minutes.stream().mapToDouble(Minute::base).average().orElseThrow(),
                minutes.stream().mapToDouble(Minute::ensemble).average().orElseThrow(),
                Runtime.getRuntime().availableProcessors(),
                pires,
                courriels,
                doubles,
                memoire));
    }

    void flux(String nom, int prises, double mediane, double lente, double pire, List<String> erreurs) {
        autres.add(nombre(
                "Pointe, %s : %d parties à leur heure, p50 %.0f ms, p95 %.0f ms, au pire %.0f ms ; %d erreurs (but : 0)%s",
                nom,
                prises,
                mediane,
                lente,
                pire,
                erreurs.size(),
                erreurs.isEmpty() ? "." : " : " + erreurs.getFirst()));
    }

    void demarrage(String comment, double secondes, double processeur) {
        autres.add(nombre(
                "Démarrage, schéma en place, %s : %.1f s (%.1f s de processeur).", comment, secondes, processeur));
    }

    List<Mesure> mesures() {
        return mesures.stream().map(Ligne::mesure).toList();
    }

    String texte() {
        var texte = new StringBuilder();
        entete.forEach(ligne -> texte.append(ligne).append('\n'));
        texte.append("""

                | opération | dossiers | connexions | requêtes/s | serveur ms | PostgreSQL ms | **processeur ms** | but | fois le nu | but | p50 ms | p95 ms | charge |
                |---|---|---|---|---|---|---|---|---|---|---|---|---|
                """);
        for (var ligne : mesures) {
            var m = ligne.mesure();
            texte.append(nombre(
                    "| %s | %d | %d | %.0f | %.2f | %.2f | **%.2f** | %s | %.1f | %.1f | %.1f |\n",
                    m.operation(),
                    ligne.volume(),
                    m.connexions(),
                    m.debit(),
                    m.serveur(),
                    m.base(),
                    m.processeur(),
                    buts(m),
                    m.mediane(),
                    m.lente(),
                    m.charge()));
        }
        texte.append("\n| page | ordres SQL |\n|---|---|\n");
        ordres.forEach((page, n) -> texte.append("| %s | %d |\n".formatted(page, n)));
        texte.append('\n');
        if (!constats.isEmpty()) {
            texte.append("| | épreuve | mesuré | but | tenu |\n|---|---|---|---|---|\n");
            constats.forEach(constat -> texte.append(constat.ligne()).append('\n'));
            texte.append('\n');
        }
        autres.forEach(ligne -> texte.append("- ").append(ligne).append('\n'));
        return texte.toString();
    }

    /** Trois cases : le but, combien de fois l'opération nue, et combien de fois elle le but devait en faire. */
    private String buts(Mesure mesure) {
        var but = BUTS.get(mesure.operation());
        if (but == null) {
            return " | | ";
        }
        var fois = mesures.stream()
                .map(Ligne::mesure)
                .filter(nue -> nue.operation().equals(but.nu) && nue.connexions() == mesure.connexions())
                .findFirst()
                .map(nue -> nombre("%.1f", mesure.processeur() / nue.processeur()))
                .orElse("");
        return nombre("%.1f | %s | %.1f", but.ms, fois, but.fois());
    }

    private static String nombre(String forme, Object... valeurs) {
        return String.format(Locale.FRANCE, forme, valeurs);
    }
}
