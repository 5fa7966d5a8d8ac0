package fr.convergence.portail.notification;

import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.guichet.EtapeDuGuichet;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.guichet.Niveau;
import fr.convergence.socle.identifiant.Region;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Ce qu'un courriel dit d'une étape et de son dossier.
 *
 * @param referent vide quand son compte n'est plus actif : il n'y a plus personne derrière l'adresse
 * @param niveau celui qui la tient ou qui l'a décidée ; vide pour un brouillon
 */
record EtapeConcernee(
        UUID id,
        String reference,
        Reference guichet,
        String code,
        String etablissement,
        Region region,
        Optional<Referent> referent,
        Optional<Niveau> niveau) {

    record Referent(String prenom, String courriel) {}

    static EtapeConcernee lire(ResultSet ligne, int rang) throws SQLException {
        var prenom = ligne.getString("referent_prenom");
        return new EtapeConcernee(
                ligne.getObject("id", UUID.class),
                ligne.getString("reference"),
                new Reference(ligne.getString("guichet"), ligne.getInt("version_guichet")),
                ligne.getString("code"),
                ligne.getString("candidat_nom"),
                Region.duCode(ligne.getString("region")),
                Optional.ofNullable(ligne.getString("referent_courriel"))
                        .map(courriel -> new Referent(prenom, courriel)),
                Optional.ofNullable(ligne.getString("niveau")).map(Niveau::valueOf));
    }

    /** Celle qui vient après elle dans son guichet. */
    Optional<EtapeDuGuichet> suivante(GuichetsPublies guichets) {
        return guichets.version(guichet).definition().etapes().stream()
                .dropWhile(etape -> !etape.code().equals(code))
                .skip(1)
                .findFirst();
    }

    /** Les variables communes à tous les modèles. */
    Map<String, String> variables(GuichetsPublies guichets) {
        var definition = guichets.version(guichet).definition();
        var titre = definition.etape(code).map(EtapeDuGuichet::titre).orElse(code);
        var variables = new HashMap<String, String>();
        variables.put("reference", reference);
        variables.put("guichet", definition.titre());
        variables.put("etape", titre);
        variables.put("etapeEnPhrase", titre.substring(0, 1).toLowerCase(Locale.FRENCH) + titre.substring(1));
        variables.put("etablissement", etablissement);
        niveau.ifPresent(tenu -> {
            variables.put("verificateur", tenu == Niveau.ARS ? "votre ARS" : "l’ANS");
            variables.put("auVerificateur", tenu == Niveau.ARS ? "à votre ARS" : "à l’ANS");
        });
        return variables;
    }
}
