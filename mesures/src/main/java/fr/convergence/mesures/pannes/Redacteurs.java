package fr.convergence.mesures.pannes;

import fr.convergence.mesures.charge.PiecesDuBanc;
import fr.convergence.mesures.charge.Population;
import fr.convergence.mesures.charge.Remplissage;
import fr.convergence.mesures.charge.ReponseDuServeur;
import fr.convergence.mesures.charge.Seance;
import fr.convergence.mesures.pannes.Livre.Ecriture;
import fr.convergence.mesures.pannes.Livre.Sorte;
import fr.convergence.socle.base.Sha256;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Des référents qui relisent, répondent, transmettent et déposent des pièces sans relâche. */
final class Redacteurs {

    static final int NOMBRE = 8;

    /** Ce que chacun écrit : un texte qui n'existe qu'une fois, retrouvé dans la réponse et dans l'édition. */
    static final String TEXTE = "Directrice ";

    /** Les derniers dossiers ne font que recevoir des pièces. */
    static final int A_DEPOTS = 100;

    private static final byte[] PIECE = PiecesDuBanc.pdf(200_000);

    private final Population population;
    private final int port;
    private final Livre livre;
    private final Vecu releve;
    private final Map<String, Integer> revisions;
    private final Queue<Integer> brouillons = new ConcurrentLinkedQueue<>();
    private final Queue<String> transmis = new ConcurrentLinkedQueue<>();
    private final ExecutorService fils = Executors.newFixedThreadPool(NOMBRE + 1);
    private final List<Future<?>> taches = new ArrayList<>();
    private volatile boolean finir;

    /** @param revisions celle de la réponse de chaque dossier */
    Redacteurs(Population population, int port, Livre livre, Vecu releve, Map<String, Integer> revisions) {
        this.population = population;
        this.port = port;
        this.livre = livre;
        this.releve = releve;
        this.revisions = revisions;
        IntStream.range(0, population.dossiers().size() - A_DEPOTS).forEach(brouillons::add);
    }

    void commencer() {
        for (var i = 0; i < NOMBRE; i++) {
            taches.add(fils.submit(() -> {
                ecrire();
                return true;
            }));
        }
        taches.add(fils.submit(() -> {
            deposer();
            return true;
        }));
    }

    /** Vrai si l'un d'eux a renoncé. */
    boolean enEchec() {
        return taches.stream().anyMatch(tache -> tache.state() == Future.State.FAILED);
    }

    /** Chacun mène à bien ce qu'il a commencé. Rend les dossiers transmis. */
    List<String> finir() throws InterruptedException {
        finir = true;
        try (fils) {
            for (var tache : taches) {
                tache.get();
            }
        } catch (ExecutionException echec) {
            throw new IllegalStateException(echec.getCause());
        }
        return List.copyOf(transmis);
    }

    private void ecrire() throws IOException {
        try (var client = new Client(port, releve)) {
            for (var dossier = brouillons.poll(); dossier != null && !finir; dossier = brouillons.poll()) {
                unDossier(client, dossier);
            }
        }
    }

    private void unDossier(Client client, int rang) throws IOException {
        var dossier = population.dossiers().get(rang);
        var seance = population.referent(rang);
        var adresse = "/dossiers/" + dossier + "/candidature";
        var page = client.lire(connexion -> connexion.lire(adresse + "/ensemble", seance));
        if (page.statut() != 200) {
            refuser("formulaire", page);
            return;
        }
        var texte = TEXTE + UUID.randomUUID();
        var reponse = new Ecriture(UUID.randomUUID().toString(), Sorte.REPONSE, dossier, Sha256.hexa(texte));
        var corps = Remplissage.corps("role", revisions.getOrDefault(dossier, 0), texte);
        if (!poster(client, seance, adresse + "/reponses/role", reponse, corps, 200)) {
            return;
        }
        var transmission = new Ecriture(UUID.randomUUID().toString(), Sorte.TRANSMISSION, dossier, Sha256.hexa(texte));
        transmis.add(dossier);
        if (poster(client, seance, adresse + "/transmissions", transmission, "_cle=" + transmission.cle(), 303)) {
            releve.transmissions.incrementAndGet();
        }
    }

    /** La même demande, sous la même clé, jusqu'à ce qu'elle ait sa réponse. */
    private boolean poster(Client client, Seance seance, String adresse, Ecriture ecriture, String corps, int attendu)
            throws IOException {
        livre.inscrire(ecriture);
        var reponse = client.insister(connexion -> connexion.poster(adresse, seance, corps));
        if (reponse.statut() != attendu || reponse.entete("location").contains("/connexion")) {
            refuser(ecriture.sorte().name(), reponse);
            return false;
        }
        livre.acquitter(ecriture);
        return true;
    }

    private void refuser(String quoi, ReponseDuServeur reponse) {
        if (reponse.entete("location").contains("/connexion") || reponse.statut() == 401) {
            releve.deconnexions.incrementAndGet();
        }
        releve.refus.add(reponse.inattendue(quoi).getMessage());
    }

    /** Une pièce coupée est déposée de nouveau, d'un autre envoi : ce qui en était arrivé ne doit pas se voir. */
    private void deposer() throws IOException {
        var premier = population.dossiers().size() - A_DEPOTS;
        try (var client = new Client(port, releve)) {
            for (var fois = 0; !finir; fois++) {
                var rang = premier + fois % A_DEPOTS;
                var adresse = "/dossiers/" + population.dossiers().get(rang) + "/candidature/televersements/preuve_p1";
                client.insister(connexion -> {
                    try {
                        PiecesDuBanc.deposer(connexion, population.referent(rang), adresse, PIECE);
                    } catch (ReponseDuServeur.Inattendue panne) {
                        if (panne.reponse().statut() >= 500) {
                            return panne.reponse();
                        }
                        throw new IOException(panne); // l'envoi que le nœud mort tient encore
                    }
                    return new ReponseDuServeur(204, Map.of(), new byte[0]);
                });
                releve.depots.incrementAndGet();
            }
        }
    }
}
