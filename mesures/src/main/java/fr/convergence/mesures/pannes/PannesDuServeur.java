package fr.convergence.mesures.pannes;

import fr.convergence.mesures.charge.Connexion;
import fr.convergence.mesures.charge.Serveur;
import fr.convergence.mesures.pannes.Comparaison.Ecart;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Queue;

/** L'application tuée, la base tuée, un nœud sur deux tué : ce qui était acquitté est là, une fois. */
final class PannesDuServeur {

    private static final double REPRISE_BASE = 10;
    private static final double REPRISE_NOEUD = 5;

    private final Terrain terrain;
    private final List<LigneDuBilan> constats;

    PannesDuServeur(Terrain terrain, List<LigneDuBilan> constats) {
        this.terrain = terrain;
        this.constats = constats;
    }

    /**
     * Un nœud meurt, l'autre sert ; le mort revient avant que le suivant ne meure.
     *
     * @return celui qui vit encore après le dernier coup
     */
    Serveur noeuds(int coups, List<Ecart> ecarts) throws IOException, InterruptedException {
        var ports = List.of(Serveur.portLibre(), Serveur.portLibre());
        var noeuds = terrain.demarrer(ports);
        var releve = new Vecu();
        var ecart = Ecart.AUCUN;
        var debut = System.nanoTime();
        try (var repartiteur = new Repartiteur(ports)) {
            for (var coup = 0; coup < coups; coup++) {
                var rang = coup % ports.size();
                if (!noeuds.get(rang ^ 1).vit()) {
                    noeuds.set(rang ^ 1, terrain.demarrer(ports.get(rang ^ 1)));
                }
                Terrain.attendre(repartiteur::auComplet);
                ecart = ecart.et(terrain.tour(repartiteur.port(), releve, () -> tuer(noeuds.get(rang))));
            }
        }
        var secondes = (System.nanoTime() - debut) / 1e9;
        ecarts.add(ecart);
        dire(coups, ecart, releve, secondes);
        return noeuds.get(coups % ports.size());
    }

    private void dire(int coups, Ecart ecart, Vecu releve, double secondes) {
        var juste = rienDePerdu(ecart, releve) && releve.deconnexions.get() == 0 && releve.lecturesManquees.isEmpty();
        constats.add(LigneDuBilan.compte(
                "4",
                "deux nœuds, un tué %d fois sous charge".formatted(coups),
                "%s, %d personnes déconnectées, %d pages manquées%s sur %d après un nouvel essai, en %.0f s"
                        .formatted(
                                dire(ecart, releve),
                                releve.deconnexions.get(),
                                releve.lecturesManquees.size(),
                                premiere(releve.lecturesManquees),
                                releve.lectures.get(),
                                secondes),
                "0 perdue ni doublée, 0 déconnectée, 0 page manquée",
                juste));
        constats.add(LigneDuBilan.duree(
                "4",
                "la plus longue attente d'une demande pendant ce temps",
                nombre("%.1f s", releve.plusLongueAttente()),
                "5 s",
                releve.plusLongueAttente() <= REPRISE_NOEUD));
    }

    private void tuer(Serveur noeud) throws InterruptedException {
        noeud.tuer();
        terrain.unMort();
    }

    Ecart base(int coups, Serveur serveur) throws IOException, InterruptedException {
        var releve = new Vecu();
        var reprises = new ArrayList<Double>();
        var ecart = Ecart.AUCUN;
        for (var coup = 0; coup < coups; coup++) {
            ecart = ecart.et(terrain.tour(serveur.port(), releve, () -> {
                terrain.base.tuer();
                terrain.unMort();
                terrain.base.relever();
                var debut = System.nanoTime();
                Terrain.attendre(() -> sert(serveur.port()));
                reprises.add((System.nanoTime() - debut) / 1e9);
            }));
        }
        var pire = reprises.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        constats.add(LigneDuBilan.compte(
                "3",
                "PostgreSQL tué %d fois sous charge".formatted(coups),
                dire(ecart, releve) + (serveur.vit() ? ", application jamais redémarrée" : ", **application morte**"),
                "0 perdue, sans redémarrage",
                rienDePerdu(ecart, releve) && serveur.vit()));
        constats.add(LigneDuBilan.compte(
                "3",
                "ce que le site en a dit pendant ce temps",
                "%d réponses 503 avec le temps à laisser passer, %d autres pannes%s"
                        .formatted(releve.reportees.get(), releve.erreurs.size(), premiere(releve.erreurs)),
                "aucune autre",
                releve.erreurs.isEmpty()));
        constats.add(LigneDuBilan.duree(
                "3",
                "du retour de PostgreSQL à une page servie, au pire",
                nombre("%.1f s", pire),
                "10 s",
                pire <= REPRISE_BASE));
        return ecart;
    }

    /** @return le nœud relancé après le dernier coup */
    Serveur application(int coups, Serveur premier, List<Ecart> ecarts) throws IOException, InterruptedException {
        var releve = new Vecu();
        var ecart = Ecart.AUCUN;
        Serveur[] serveur = {premier};
        for (var coup = 0; coup < coups; coup++) {
            ecart = ecart.et(terrain.tour(premier.port(), releve, () -> {
                tuer(serveur[0]);
                terrain.ecourterLesBaux();
                serveur[0] = terrain.demarrer(premier.port());
            }));
        }
        constats.add(LigneDuBilan.compte(
                "1",
                "application tuée %d fois sous charge".formatted(coups),
                dire(ecart, releve),
                "0 perdue sur 10 000 et 200 fois",
                rienDePerdu(ecart, releve)));
        constats.add(objets(releve));
        ecarts.add(ecart);
        return serveur[0];
    }

    /** Toute ligne désigne un objet, entier. */
    private LigneDuBilan objets(Vecu releve) throws IOException {
        var tailles = new HashMap<String, Long>();
        try (var depot = Files.walk(terrain.dossier().resolve("fichiers"))) {
            for (var objet : depot.filter(Files::isRegularFile).toList()) {
                tailles.put(String.valueOf(objet.getFileName()), Files.size(objet));
            }
        }
        var lignes = new HashMap<String, Long>();
        // Les copies d'un modèle n'ont pas d'octets : elles n'ont pas de segment non plus.
        terrain.base.sql().sql("select objet, taille from fichier_segment").query((ResultSet ligne) -> {
            lignes.put(ligne.getString(1), ligne.getLong(2));
        });
        var absents = lignes.keySet().stream()
                .filter(objet -> !tailles.containsKey(objet))
                .count();
        var courts = lignes.entrySet().stream()
                .filter(ligne -> tailles.getOrDefault(ligne.getKey(), Long.MAX_VALUE) < ligne.getValue())
                .count();
        return LigneDuBilan.compte(
                "8",
                "pièces déposées pendant ce temps",
                "%d lignes, %d sans objet, %d d'un objet tronqué ; %d dépôts acquittés"
                        .formatted(lignes.size(), absents, courts, releve.depots.get()),
                "0 ligne sans objet entier",
                absents + courts == 0 && releve.depots.get() > 0);
    }

    private boolean sert(int port) {
        try (var connexion = new Connexion(port)) {
            return connexion
                            .lire("/tableau-de-bord", terrain.population.referent(0))
                            .statut()
                    == 200;
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean rienDePerdu(Ecart ecart, Vecu releve) {
        return ecart.perdues().isEmpty() && ecart.doublees().isEmpty() && releve.refus.isEmpty();
    }

    private static String dire(Ecart ecart, Vecu releve) {
        return "%d transmissions et %d réponses acquittées, %d perdues, %d doublées, %d demandes refaites, %d refus%s"
                .formatted(
                        ecart.transmissions(),
                        ecart.reponses(),
                        ecart.perdues().size(),
                        ecart.doublees().size(),
                        releve.reprises.get(),
                        releve.refus.size(),
                        premiere(releve.refus));
    }

    private static String premiere(Queue<String> dites) {
        return dites.isEmpty() ? "" : " (" + dites.peek() + ")";
    }

    private static String nombre(String forme, double valeur) {
        return String.format(Locale.FRANCE, forme, valeur);
    }
}
