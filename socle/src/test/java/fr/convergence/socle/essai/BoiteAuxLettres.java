package fr.convergence.socle.essai;

import fr.convergence.socle.chiffrement.Coffre;
import fr.convergence.socle.courriel.DistributionDeTest;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Les courriels écrits et pas encore partis, lisibles du test seul. */
public final class BoiteAuxLettres {

    /** Un courriel en attente. */
    public record Lettre(String modele, String objet, String texte, String html) {

        /** Le premier groupe de ce motif dans le texte : un code, un lien. */
        public String trouver(String motif) {
            var trouve = Pattern.compile(motif).matcher(texte);
            if (!trouve.find()) {
                throw new AssertionError("« " + motif + " » absent de : " + texte);
            }
            return trouve.group(1);
        }
    }

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient base;
    private final Coffre coffre;
    private final DistributionDeTest distribution;

    public BoiteAuxLettres(JdbcClient base, Coffre coffre, DistributionDeTest distribution) {
        this.base = base;
        this.coffre = coffre;
        this.distribution = distribution;
    }

    /** Les courriels de cette adresse, du plus ancien au plus récent. */
    public List<Lettre> de(String destinataire) {
        distribution.distribuer();
        return base.sql("select id, modele, objet, corps_scelle from courriel where destinataire = ? order by id")
                .param(destinataire)
                .query((ligne, rang) -> {
                    var id = ligne.getObject("id", UUID.class);
                    var corps = JSON.readTree(coffre.ouvrir(ligne.getBytes("corps_scelle"), "courriel/" + id));
                    return new Lettre(
                            ligne.getString("modele"),
                            lisible(ligne.getString("objet")),
                            lisible(corps.get("texte").asString()),
                            lisible(corps.get("html").asString()));
                })
                .list();
    }

    public Lettre derniere(String destinataire) {
        return de(destinataire).getLast();
    }

    private static String lisible(String texte) {
        return texte.replace('\u00a0', ' ');
    }
}
