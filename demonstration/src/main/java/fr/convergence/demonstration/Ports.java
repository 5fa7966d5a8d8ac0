package fr.convergence.demonstration;

import fr.convergence.socle.base.DemarrageImpossible;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Les ports d'écoute, libres au moment où ils sont choisis. */
record Ports(int portail, int courriel, int smtp, int isc) {

    static Ports choisir(Options.Lues options) {
        var demandes = new int[] {options.port(), options.portCourriel(), options.portSmtp(), options.portIsc()};
        var noms = new String[] {"port", "port-courriel", "port-smtp", "port-isc"};
        // Ils restent ouverts jusqu'au dernier, pour qu'un même port ne soit pas choisi deux fois.
        try (var portail = ouvrir(demandes[0], noms[0], options.adresse());
                var courriel = ouvrir(demandes[1], noms[1], "127.0.0.1");
                var smtp = ouvrir(demandes[2], noms[2], "127.0.0.1");
                var isc = ouvrir(options.isc() ? demandes[3] : 0, noms[3], options.adresse())) {
            return new Ports(portail.getLocalPort(), courriel.getLocalPort(), smtp.getLocalPort(), isc.getLocalPort());
        } catch (IOException e) {
            throw new DemarrageImpossible("Les ports d’écoute n’ont pas pu être essayés : " + e.getMessage());
        }
    }

    private static ServerSocket ouvrir(int port, String option, String adresse) throws IOException {
        var prise = new ServerSocket();
        try {
            prise.setReuseAddress(true);
            prise.bind(new InetSocketAddress(InetAddress.getByName(adresse), port));
            return prise;
        } catch (IOException e) {
            prise.close();
            throw new DemarrageImpossible(
                    "Le port %d est déjà pris ou interdit (%s) : libérez-le, ou choisissez-en un autre avec --%s=NUMERO."
                            .formatted(port, e.getMessage(), option));
        }
    }
}
