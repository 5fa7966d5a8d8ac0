package fr.convergence.mesures.charge;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Les gestes que l'on mesure, sur une population donnée. */
final class Gestes {

    /** La limite des formulaires livrés : « 10 Mo ». */
    static final int PIECE = 10_000_000;

    private static final int LIGNES = 25;
    private static final List<String> SECTIONS = List.of("contacts", "prerequis", "signataire", "banque");
    private static final String FILTRE =
            "/instruction?etat=transmis_ars&guichet=CARE-D2&type=EJ_PRIVEE&q=parc&du=2020-01-01&tri=nom";

    private final Population population;
    private final AtomicIntegerArray revisions;
    private final byte[] piece = PiecesDuBanc.pdf(PIECE);

    Gestes(Base base, Population population) {
        this.population = population;
        this.revisions = new AtomicIntegerArray(population.dossiers().size());
        var connues = revisions(base);
        for (var i = 0; i < revisions.length(); i++) {
            revisions.set(i, requireNonNull(connues.get(population.dossiers().get(i))));
        }
    }

    private static Map<String, Integer> revisions(Base base) {
        var revisions = new HashMap<String, Integer>();
        base.sql().sql("""
                select d.reference, (r.reponses -> 'role' ->> 'r')::int
                from saisie_reponses r join dossier_etape e on e.id = r.etape join dossier d on d.id = e.dossier
                """).query((ResultSet ligne) -> {
            revisions.put(ligne.getString(1), ligne.getInt(2));
        });
        return revisions;
    }

    /** Ce qui se lit et s'écrit autant de fois qu'on veut. */
    List<Operation> pages() {
        var dossiers = population.dossiers().size();
        return List.of(
                Operation.repetable("tableau de bord, 25 lignes", dossiers, this::tableauDeBord),
                Operation.repetable("liste de travail de l'ARS, 25 lignes", Peuplement.PERSONNES, this::listeDeTravail),
                Operation.repetable("liste de travail filtrée", Peuplement.PERSONNES, this::listeFiltree),
                Operation.repetable("liste de travail nationale", Peuplement.PERSONNES, this::listeNationale),
                Operation.repetable("formulaire, une section", dossiers, this::section),
                Operation.repetable("formulaire entier", dossiers, this::formulaire),
                Operation.repetable("enregistrement d'une réponse", dossiers, this::enregistrement));
    }

    /** Celle de ce nom, sur les seuls dossiers du domaine 1 : ceux du domaine 2 sont laissés à {@link #transmissionSansFin}. */
    Operation page(String nom) {
        var page = pages().stream()
                .filter(operation -> operation.nom().contains(nom))
                .findFirst()
                .orElseThrow();
        return Operation.repetable(
                page.nom(), Math.min(page.objets(), population.dossiers().size() / 2), page.geste());
    }

    /** Un dossier déjà transmis redevient d'abord un brouillon. */
    Operation transmissionSansFin(Base base) {
        var moitie = population.dossiers().size() / 2;
        return new Operation(transmission().nom(), moitie, true, (connexion, objet) -> {
            base.remettreEnBrouillon(List.of(population.dossiers().get(moitie + objet)));
            transmettre(connexion, moitie + objet);
        });
    }

    Operation transmission() {
        return new Operation("transmission", population.dossiers().size(), true, this::transmettre);
    }

    /** Un fichier de 10 Mo ; seuls les dossiers du domaine 2, la seconde moitié, en prennent autant. */
    Operation envoi() {
        var moitie = population.dossiers().size() / 2;
        return new Operation(
                "envoi d'un fichier de 10 Mo",
                moitie,
                true,
                (connexion, objet) -> PiecesDuBanc.deposer(
                        connexion,
                        population.referent(moitie + objet),
                        adresse(moitie + objet) + "/televersements/preuve_p1",
                        piece));
    }

    byte[] piece() {
        return piece;
    }

    private void tableauDeBord(Connexion connexion, int objet) throws IOException {
        tableau(connexion.lire("/tableau-de-bord?taille=25", population.referent(objet)), "tableau de bord");
    }

    private void listeDeTravail(Connexion connexion, int objet) throws IOException {
        tableau(connexion.lire("/instruction", population.verificateurs().get(objet)), "liste de travail");
    }

    private void listeNationale(Connexion connexion, int objet) throws IOException {
        tableau(
                connexion.lire("/instruction?etat=tous", population.nationaux().get(objet)),
                "liste de travail nationale");
    }

    private void listeFiltree(Connexion connexion, int objet) throws IOException {
        var page = connexion.lire(FILTRE, population.verificateurs().get(objet)).attendue(200, "liste filtrée");
        if (page.trouvee("DU PARC").isEmpty()) {
            throw page.inattendue("liste filtrée");
        }
    }

    private static void tableau(ReponseDuServeur page, String quoi) {
        if (page.attendue(200, quoi).compte("<tr") < LIGNES + 1) {
            throw page.inattendue(quoi);
        }
    }

    private void section(Connexion connexion, int objet) throws IOException {
        var section = SECTIONS.get(objet / Peuplement.PERSONNES % SECTIONS.size());
        formulaire(connexion, objet, "/" + section, "name=\"r.");
    }

    private void formulaire(Connexion connexion, int objet) throws IOException {
        formulaire(connexion, objet, "/ensemble", "name=\"signataire.courriel\"");
    }

    private void formulaire(Connexion connexion, int objet, String suite, String temoin) throws IOException {
        var page = connexion
                .lire(adresse(objet) + suite, population.referent(objet))
                .attendue(200, "formulaire");
        if (page.compte(temoin) == 0) {
            throw page.inattendue("formulaire");
        }
    }

    private void enregistrement(Connexion connexion, int objet) throws IOException {
        var valeur = "Directrice " + revisions.get(objet);
        var reponse = connexion
                .poster(
                        adresse(objet) + "/reponses/role",
                        population.referent(objet),
                        Remplissage.corps("role", revisions.get(objet), valeur))
                .attendue(200, "enregistrement");
        if (reponse.compte(valeur) == 0) {
            throw reponse.inattendue("enregistrement");
        }
        revisions.set(
                objet,
                reponse.trouvee("name=\"r\\.role\" value=\"(\\d+)\"")
                        .map(trouve -> Integer.valueOf(trouve.group(1)))
                        .orElseThrow(() -> reponse.inattendue("enregistrement")));
    }

    private void transmettre(Connexion connexion, int objet) throws IOException {
        var reponse = connexion
                .poster(adresse(objet) + "/transmissions", population.referent(objet), "_cle=" + UUID.randomUUID())
                .attendue(303, "transmission");
        if (!reponse.entete("location").endsWith("/accuses/1")) {
            throw reponse.inattendue("transmission");
        }
    }

    private String adresse(int dossier) {
        return "/dossiers/" + population.dossiers().get(dossier) + "/candidature";
    }
}
