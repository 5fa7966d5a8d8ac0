package fr.convergence.socle.personne;

import fr.convergence.socle.courriel.LangueDesDestinataires;
import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.site.Langue;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** La langue de chacun, que le site a retenue. */
@Component
final class LanguesDesPersonnes implements LangueDesDestinataires {

    private final JdbcClient base;

    LanguesDesPersonnes(JdbcClient base) {
        this.base = base;
    }

    @Override
    public Map<String, Langue> de(Collection<String> adresses) {
        var parCle = new HashMap<String, String>();
        adresses.forEach(
                adresse -> AdresseElectronique.lire(adresse).siLue().ifPresent(lue -> parCle.put(lue.cle(), adresse)));
        var langues = new HashMap<String, Langue>();
        base.sql("select courriel_cle, langue from personne where courriel_cle = any (?)")
                .param(parCle.keySet().toArray(String[]::new))
                .query((ResultSet ligne) -> {
                    var adresse = parCle.get(ligne.getString("courriel_cle"));
                    var langue = Langue.lire(ligne.getString("langue"));
                    if (adresse != null && langue.isPresent()) {
                        langues.put(adresse, langue.get());
                    }
                });
        return langues;
    }
}
