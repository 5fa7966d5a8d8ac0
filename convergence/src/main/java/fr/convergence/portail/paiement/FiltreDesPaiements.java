package fr.convergence.portail.paiement;

import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.page.ChampSaisi;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Les paiements que l'on veut voir ; ce qui ne se lit pas ne filtre pas.
 *
 * @param selon ce dont la période est bornée
 * @param du premier jour, à Paris
 * @param au dernier jour
 */
public record FiltreDesPaiements(
        Optional<String> guichet, Selon selon, Optional<LocalDate> du, Optional<LocalDate> au) {

    /** Ce que la période borne. */
    public enum Selon {
        DECISION,
        VERSEMENT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static FiltreDesPaiements lire(Map<String, String> adresse) {
        return new FiltreDesPaiements(
                Optional.of(FormeNormale.ligne(adresse.getOrDefault("guichet", "")))
                        .filter(code -> !code.isEmpty()),
                Arrays.stream(Selon.values())
                        .filter(selon -> selon.code().equals(adresse.get("selon")))
                        .findFirst()
                        .orElse(Selon.DECISION),
                ChampSaisi.jour(adresse.getOrDefault("du", "")),
                ChampSaisi.jour(adresse.getOrDefault("au", "")));
    }

    /** La page qui suit ce paiement ; la première, d'une adresse sans paiement. */
    static Optional<UUID> apres(Map<String, String> adresse) {
        return Uuid.lire(adresse.getOrDefault("apres", ""));
    }

    String adresse(String chemin) {
        return adresse(chemin, Optional.empty());
    }

    String adresse(String chemin, Optional<UUID> apres) {
        var parametres = new LinkedHashMap<String, String>();
        guichet.ifPresent(code -> parametres.put("guichet", code));
        parametres.put("selon", selon.code());
        du.ifPresent(jour -> parametres.put("du", jour.toString()));
        au.ifPresent(jour -> parametres.put("au", jour.toString()));
        apres.ifPresent(paiement -> parametres.put("apres", paiement.toString()));
        var adresse = UriComponentsBuilder.fromPath(chemin);
        parametres.keySet().forEach(nom -> adresse.queryParam(nom, "{" + nom + "}"));
        return adresse.encode().buildAndExpand(parametres).toUriString();
    }
}
