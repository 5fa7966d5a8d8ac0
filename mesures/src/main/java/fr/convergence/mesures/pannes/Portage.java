package fr.convergence.mesures.pannes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/**
 * Une connexion d'un navigateur, portée à un nœud puis à un autre. Comme le font nginx et HAProxy, une lecture dont pas un octet
 * n'est revenu se redemande à un autre nœud ; une écriture, jamais : elle a pu se faire.
 */
final class Portage {

    private static final int TAMPON = 16 * 1024;

    private final Repartiteur repartiteur;
    private final Socket client;
    private final ByteArrayOutputStream demande = new ByteArrayOutputStream();
    private boolean repondu = true;
    private @Nullable Socket noeud;

    Portage(Repartiteur repartiteur, Socket client) {
        this.repartiteur = repartiteur;
        this.client = client;
    }

    /** Porte ce que le navigateur envoie, jusqu'à ce qu'il s'en aille. */
    void aller() throws IOException {
        var tampon = new byte[TAMPON];
        try {
            for (var lus = client.getInputStream().read(tampon);
                    lus >= 0;
                    lus = client.getInputStream().read(tampon)) {
                demander(tampon, lus);
            }
        } finally {
            quitter();
        }
    }

    private synchronized void demander(byte[] octets, int combien) throws IOException {
        if (repondu) {
            demande.reset();
            repondu = false;
        }
        demande.write(octets, 0, combien);
        if (noeud == null) {
            noeud = relier();
        }
        try {
            noeud.getOutputStream().write(octets, 0, combien);
        } catch (IOException mort) {
            Ecoute.rompre(noeud); // qui en attend la réponse s'en aperçoit, et décide
        }
    }

    private synchronized void quitter() {
        if (noeud != null) {
            Ecoute.rompre(noeud);
            noeud = null;
        }
    }

    private Socket relier() throws IOException {
        var vers = repartiteur.joindre();
        Thread.ofVirtual().start(() -> revenir(vers));
        return vers;
    }

    /** Porte ce que ce nœud répond, jusqu'à ce qu'il se taise. */
    private void revenir(Socket de) {
        var tampon = new byte[TAMPON];
        try (de) {
            for (var lus = de.getInputStream().read(tampon);
                    lus >= 0;
                    lus = de.getInputStream().read(tampon)) {
                repondre(tampon, lus);
            }
        } catch (IOException mort) {
            Ecoute.rompre(de);
        }
        try {
            remplacer(de);
        } catch (IOException personne) {
            Ecoute.rompre(client);
        }
    }

    private synchronized void repondre(byte[] octets, int combien) throws IOException {
        repondu = true;
        client.getOutputStream().write(octets, 0, combien);
    }

    /** Un nœud mort au milieu d'une réponse, ou entre deux demandes : le navigateur le voit, et redemande. */
    private synchronized void remplacer(Socket mort) throws IOException {
        if (noeud != mort) {
            return;
        }
        noeud = null;
        if (repondu) {
            client.close();
            return;
        }
        repartiteur.ecarter(mort.getPort());
        if (!demande.toString(ISO_8859_1).startsWith("GET ")) {
            throw new IOException("Une écriture restée sans réponse ne se refait pas d'ici");
        }
        noeud = relier();
        noeud.getOutputStream().write(demande.toByteArray());
    }
}
