package fr.convergence.mesures.charge;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Mène les mesures contre un serveur en marche, une fois son code chaud. */
final class Banc {

    private static final Duration CHAUFFE = Duration.ofMinutes(3);
    private static final int CHAUFFE_ENVOIS = 20;

    private final OptionsDuBanc options;
    private final Rapport rapport;
    private final Base base;
    private final Serveur serveur;
    private final int volume;
    private final Charge charge;

    Banc(OptionsDuBanc options, Rapport rapport, Base base, Serveur serveur, int volume) {
        this.options = options;
        this.rapport = rapport;
        this.base = base;
        this.serveur = serveur;
        this.volume = volume;
        this.charge = new Charge(serveur, base);
    }

    void mener(List<Operation> operations) throws IOException, InterruptedException {
        mener(charge, operations);
    }

    private void mener(Charge charge, List<Operation> operations) throws IOException, InterruptedException {
        var voulues = operations.stream().filter(options::veut).toList();
        for (var operation : voulues) {
            chauffer(charge, operation);
        }
        for (var operation : voulues) {
            base.oublierLesOrdres();
            for (var connexions : options.connexions()) {
                var mesures = new ArrayList<Mesure>();
                for (var fois = 0; fois < options.repetitions(); fois++) {
                    mesures.add(charge.mesurer(operation, connexions, options.duree()));
                }
                retenir(mesures);
            }
            direLesOrdres(operation);
        }
    }

    /** Entre deux répétitions, tous les dossiers redeviennent des brouillons. */
    void transmissions(Operation operation, Population population) throws IOException, InterruptedException {
        if (!options.veut(operation)) {
            return;
        }
        chauffer(charge, operation);
        base.oublierLesOrdres();
        for (var connexions : options.connexions()) {
            var mesures = new ArrayList<Mesure>();
            for (var fois = 0; fois < options.repetitions(); fois++) {
                base.remettreEnBrouillon(population.dossiers());
                mesures.add(charge.mesurer(operation, connexions, options.duree()));
            }
            retenir(mesures);
        }
        base.remettreEnBrouillon(population.dossiers());
        direLesOrdres(operation);
    }

    /** Ce que la machine permet : les mêmes gestes, réduits à HTTP et SQL. */
    void plancher() throws IOException, InterruptedException {
        try (var nu = ProgrammeTemoin.lancer(options.jvm(), PortailNu.ORDRE, base.adresse())) {
            mener(new Charge(nu.port(), nu.pid(), base), PortailNu.gestes());
        }
    }

    /** Les mêmes octets au portail, et à un lecteur nu, dans la même minute. */
    void envois(Gestes gestes) throws IOException, InterruptedException {
        var piece = gestes.piece();
        rapport.chiffrement(Chiffrement.mesurer(piece));
        var depot = options.travail().resolve("nu").toString();
        try (var nu = ProgrammeTemoin.lancer(options.jvm(), LecteurNu.ORDRE, depot)) {
            var temoin = Operation.repetable("lecteur nu, 10 Mo", 1_000, (_, _) -> LecteurNu.envoyer(nu.port(), piece));
            var chargeNue = new Charge(serveur.port(), nu.pid(), base);
            chargeNue.mesurer(temoin, 2, CHAUFFE, CHAUFFE_ENVOIS);
            charge.mesurer(gestes.envoi(), 2, CHAUFFE, CHAUFFE_ENVOIS);
            jeterLesEnvois();
            for (var connexions : options.connexions()) {
                var nues = new ArrayList<Mesure>();
                var mesures = new ArrayList<Mesure>();
                for (var fois = 0; fois < options.repetitions(); fois++) {
                    nues.add(chargeNue.mesurer(temoin, connexions, options.duree()));
                    mesures.add(charge.mesurer(gestes.envoi(), connexions, options.duree()));
                    jeterLesEnvois();
                }
                retenir(nues);
                retenir(mesures);
            }
        }
    }

    /** Ordres SQL d'une page selon ses lignes : leur nombre ne doit pas en dépendre. */
    void ordres(Population population) throws IOException {
        try (var connexion = new Connexion(serveur.port())) {
            for (var taille : List.of(25, 50, 100)) {
                var adresse = "/instruction?etat=tous&taille=" + taille;
                rapport.ordres(
                        "liste de travail, " + taille + " lignes",
                        ordres(() ->
                                connexion.lire(adresse, population.nationaux().getFirst())));
            }
            for (var taille : List.of(10, 25)) {
                var adresse = "/tableau-de-bord?taille=" + taille;
                rapport.ordres(
                        "tableau de bord, " + taille + " lignes",
                        ordres(() -> connexion.lire(adresse, population.referent(0))));
            }
            var formulaire = "/dossiers/" + population.dossiers().getFirst() + "/candidature/ensemble";
            rapport.ordres("formulaire entier", ordres(() -> connexion.lire(formulaire, population.referent(0))));
        }
    }

    void memoire(String quand) {
        rapport.memoire(volume, quand, Processeur.memoire(serveur.pid()));
    }

    /** Ce qu'un envoi en cours retient dans le tas : on en suspend plusieurs presque à leur fin, et on ramasse. */
    void tas(Population population) throws IOException, InterruptedException {
        var repos = serveur.tas();
        for (var taille : List.of(1_000_000, 10_000_000)) {
            var envois = new EnvoisSuspendus(serveur.port(), population, PiecesDuBanc.pdf(taille));
            try (envois) {
                envois.ouvrir();
                rapport.tas(taille, EnvoisSuspendus.NOMBRE, (serveur.tas() - repos) / EnvoisSuspendus.NOMBRE);
                envois.finir();
            }
            jeterLesEnvois();
        }
    }

    /** Autant de connexions que la plus forte mesure : PostgreSQL aussi prévoit chaque ordre, sur chacune des siennes. */
    private void chauffer(Charge charge, Operation operation) throws IOException, InterruptedException {
        var connexions = Collections.max(options.connexions());
        charge.mesurer(operation, connexions, CHAUFFE, options.chauffe() / connexions);
    }

    private void direLesOrdres(Operation operation) {
        if (options.ordres()) {
            Mesurer.dire("Ordres SQL, " + operation.nom() + " :\n" + base.coutDesOrdres());
        }
    }

    private void retenir(List<Mesure> mesures) {
        var mediane = Mesure.mediane(mesures);
        rapport.mesure(volume, mediane);
        Mesurer.dire("%d dossiers, %s, %d connexions : %.0f/s, %.2f + %.2f ms, p50 %.1f ms, charge %.1f"
                .formatted(
                        volume,
                        mediane.operation(),
                        mediane.connexions(),
                        mediane.debit(),
                        mediane.serveur(),
                        mediane.base(),
                        mediane.mediane(),
                        mediane.charge()));
    }

    private long ordres(Lecture lecture) throws IOException {
        lecture.lire().attendue(200, "compte des ordres");
        var avant = base.ordres();
        for (var fois = 0; fois < 10; fois++) {
            lecture.lire();
        }
        return Math.round((base.ordres() - avant) / 10.0);
    }

    @FunctionalInterface
    private interface Lecture {
        ReponseDuServeur lire() throws IOException;
    }

    /** Les fichiers envoyés ne servent plus : leur place est reprise, et celle qu'ils tenaient dans les dossiers. */
    private void jeterLesEnvois() throws IOException {
        base.sql().sql("""
                delete from piece
                where fichier in (select fichier from fichier_segment union select fichier from fichier_televersement)
                """).update();
        base.sql().sql("""
                delete from fichier
                where id in (select fichier from fichier_segment union select fichier from fichier_televersement)
                """).update();
        var depot = options.travail().resolve(String.valueOf(volume)).resolve("fichiers");
        try (var objets = Files.walk(depot)) {
            // La marque du dépôt, à sa racine, reste : sans elle, il est tenu pour démonté et refuse les envois.
            for (var objet : objets.filter(Files::isRegularFile)
                    .filter(fichier -> !depot.equals(fichier.getParent()))
                    .toList()) {
                Files.delete(objet);
            }
        }
    }
}
