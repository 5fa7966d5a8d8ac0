package fr.convergence.isc.client;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.cle.AlgorithmeDeCle;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** La table des services raccordés. */
@Component
public final class Services {

    private static final String COLONNES = """
            select id, client_id, nom, description, adresse, methode, cles, octrois, retours, retours_deconnexion,
                deconnexion_adresse, portees, fonctions, algorithme, identite_signee, consentement, actif, version, secret
            from client
            """;

    /** Le logo d'un service. */
    public record Logo(byte[] octets, String type) {}

    /** @param secret l'empreinte qu'en garde la base */
    record AvecSecret(ServiceRaccorde service, byte @Nullable [] secret) {}

    private final JdbcClient base;
    private final Clock horloge;

    Services(JdbcClient base, Clock horloge) {
        this.base = base;
        this.horloge = horloge;
    }

    public Optional<ServiceRaccorde> un(UUID id) {
        return base.sql(COLONNES + "where id = ?")
                .param(id)
                .query((ligne, _) -> lire(ligne))
                .optional();
    }

    /** Celui que le protocole désigne ainsi, s'il est en service. */
    public Optional<ServiceRaccorde> designe(String clientId) {
        return actif(clientId).map(AvecSecret::service);
    }

    /** Pour l'opérateur : tous. Ils sont quelques dizaines. */
    public List<ServiceRaccorde> tous() {
        return base.sql(COLONNES + "order by nom, id")
                .query((ligne, _) -> lire(ligne))
                .list();
    }

    /** Ceux qui sont ouverts à cette fonction. */
    public List<ServiceRaccorde> ouvertsA(Fonction fonction) {
        return base.sql(COLONNES + "where actif and ? = any(fonctions) order by nom, id")
                .param(fonction.name())
                .query((ligne, _) -> lire(ligne))
                .list();
    }

    public Optional<Logo> logo(UUID id) {
        return base.sql("select logo, logo_type from client where id = ? and logo is not null")
                .param(id)
                .query((ligne, _) -> new Logo(ligne.getBytes("logo"), ligne.getString("logo_type")))
                .optional();
    }

    Optional<AvecSecret> actif(String clientId) {
        return base.sql(COLONNES + "where client_id = ? and actif")
                .param(clientId)
                .query((ligne, _) -> new AvecSecret(lire(ligne), ligne.getBytes("secret")))
                .optional();
    }

    Optional<AvecSecret> actif(UUID id) {
        return base.sql(COLONNES + "where id = ? and actif")
                .param(id)
                .query((ligne, _) -> new AvecSecret(lire(ligne), ligne.getBytes("secret")))
                .optional();
    }

    boolean creer(ServiceRaccorde service, byte @Nullable [] secret) {
        var regles = service.regles();
        return base.sql("""
                insert into client (id, client_id, methode, secret, nom, description, adresse, cles, octrois, retours,
                    retours_deconnexion, deconnexion_adresse, portees, fonctions, algorithme, identite_signee,
                    consentement, actif, cree_le)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
                        .params(Arrays.asList(
                                service.id(),
                                service.clientId(),
                                service.methode().nom(),
                                secret,
                                service.nom(),
                                service.description(),
                                service.adresse(),
                                service.cles(),
                                textes(regles.octrois()),
                                textes(regles.retours()),
                                textes(regles.retoursDeDeconnexion()),
                                regles.avisDeDeconnexion(),
                                textes(regles.portees()),
                                textes(regles.fonctions()),
                                regles.algorithme().name(),
                                regles.identiteSignee(),
                                regles.consentement(),
                                service.actif(),
                                Timestamp.from(horloge.instant())))
                        .update()
                == 1;
    }

    /** Faux, sans rien écrire, si un autre opérateur l'a changé depuis. */
    boolean changer(ServiceRaccorde service) {
        var regles = service.regles();
        return base.sql("""
                update client set nom = ?, description = ?, adresse = ?, cles = ?, octrois = ?, retours = ?,
                    retours_deconnexion = ?, deconnexion_adresse = ?, portees = ?, fonctions = ?, algorithme = ?,
                    identite_signee = ?, consentement = ?, actif = ?, version = version + 1
                where id = ? and version = ?
                """)
                        .params(Arrays.asList(
                                service.nom(),
                                service.description(),
                                service.adresse(),
                                service.cles(),
                                textes(regles.octrois()),
                                textes(regles.retours()),
                                textes(regles.retoursDeDeconnexion()),
                                regles.avisDeDeconnexion(),
                                textes(regles.portees()),
                                textes(regles.fonctions()),
                                regles.algorithme().name(),
                                regles.identiteSignee(),
                                regles.consentement(),
                                service.actif(),
                                service.id(),
                                service.version()))
                        .update()
                == 1;
    }

    /** Sans effet sur un service qui prouve qui il est par sa clé. */
    boolean changerSecret(UUID id, byte[] secret) {
        return base.sql("update client set secret = ?, version = version + 1 where id = ? and secret is not null")
                        .params(secret, id)
                        .update()
                == 1;
    }

    void changerLogo(UUID id, Logo logo) {
        base.sql("update client set logo = ?, logo_type = ? where id = ?")
                .params(logo.octets(), logo.type(), id)
                .update();
    }

    private static ServiceRaccorde lire(ResultSet ligne) throws SQLException {
        return new ServiceRaccorde(
                ligne.getObject("id", UUID.class),
                ligne.getString("client_id"),
                ligne.getString("nom"),
                ligne.getString("description"),
                ligne.getString("adresse"),
                MethodeDeClient.de(ligne.getString("methode")),
                ligne.getString("cles"),
                new ReglesDeService(
                        textes(ligne, "octrois"),
                        textes(ligne, "retours"),
                        textes(ligne, "retours_deconnexion"),
                        ligne.getString("deconnexion_adresse"),
                        textes(ligne, "portees"),
                        textes(ligne, "fonctions").stream()
                                .map(Fonction::valueOf)
                                .collect(Collectors.toSet()),
                        AlgorithmeDeCle.valueOf(ligne.getString("algorithme")),
                        ligne.getBoolean("identite_signee"),
                        ligne.getBoolean("consentement")),
                ligne.getBoolean("actif"),
                ligne.getLong("version"));
    }

    private static Set<String> textes(ResultSet ligne, String colonne) throws SQLException {
        return Set.of((String[]) ligne.getArray(colonne).getArray());
    }

    private static String[] textes(Collection<?> valeurs) {
        return valeurs.stream().map(Object::toString).toArray(String[]::new);
    }
}
