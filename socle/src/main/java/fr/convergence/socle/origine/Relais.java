package fr.convergence.socle.origine;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** Les relais qu'on croit quand ils disent de qui ils tiennent une requête : ceux qui sont nommés, et eux seuls. */
final class Relais {

    private final List<IpAddressMatcher> nommes;

    /**
     * @param reseaux adresses ou réseaux (10.1.2.0/24, 2001:db8::/32), séparés par des virgules ; vide : aucun
     * @throws IllegalArgumentException si l'un n'en est pas un
     */
    Relais(String reseaux) {
        nommes = Arrays.stream(reseaux.split(","))
                .map(String::strip)
                .filter(reseau -> !reseau.isEmpty())
                .map(IpAddressMatcher::new)
                .toList();
    }

    boolean nomme(String adresse) {
        return nommes.stream().anyMatch(reseau -> reseau.matches(adresse));
    }

    /**
     * L'adresse du visiteur : la dernière que n'a pas écrite un relais nommé. Celles d'avant, chacun a pu les écrire.
     *
     * @param suite l'entête X-Forwarded-For ; vide si ce qu'elle dit n'est pas une adresse
     */
    Optional<String> visiteur(String suite) {
        var adresses = suite.split(",", -1);
        for (var i = adresses.length - 1; i >= 0; i--) {
            var adresse = adresses[i].strip();
            if (!litterale(adresse)) {
                return Optional.empty();
            }
            if (i == 0 || !nomme(adresse)) {
                return Optional.of(adresse);
            }
        }
        return Optional.empty();
    }

    private static boolean litterale(String adresse) {
        try {
            return !InetAddress.ofLiteral(adresse).getHostAddress().isEmpty();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
