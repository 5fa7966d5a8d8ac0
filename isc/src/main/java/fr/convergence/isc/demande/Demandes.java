package fr.convergence.isc.demande;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.acces.Membre;
import fr.convergence.isc.demande.DemandeATraiter.Nature;
import fr.convergence.socle.site.Langue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** La table des demandes. Chacun ne voit que celles qu'il peut traiter : jamais les siennes, ni celles d'une autre entreprise. */
@Component
public final class Demandes {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> VALEURS = new TypeReference<>() {};

    private static final String COLONNES = """
            select id, nature, entreprise, demandeur, fonction, langue, actuel, demande, commentaire, aux_operateurs, deposee_le
            from demande where etat = 'A_VALIDER'
            """;

    /** Ce que ce membre peut traiter : un opérateur, ce qui lui est adressé ; les autres, ce que l'entreprise décide. */
    private static final String A_LUI = """
             and (:operateur and aux_operateurs
                or :traite and not aux_operateurs and entreprise = :entreprise and demandeur is distinct from :compte)
            """;

    private final JdbcClient base;
    private final Clock horloge;

    Demandes(JdbcClient base, Clock horloge) {
        this.base = base;
        this.horloge = horloge;
    }

    /** Les plus anciennes d'abord, à la suite de celle-ci. */
    public List<DemandeATraiter> aTraiter(Membre qui, Optional<UUID> apres, int lignes) {
        return pour(qui, COLONNES + A_LUI + """
                         and (cast(:apres as uuid) is null
                            or (deposee_le, id) > (select d.deposee_le, d.id from demande d where d.id = :apres))
                        order by deposee_le, id limit :lignes
                        """)
                .param("apres", apres.orElse(null))
                .param("lignes", lignes)
                .query(Demandes::lire)
                .list();
    }

    /** Combien de chaque nature, {@code plafond} au plus. */
    public Map<Nature, Long> nombres(Membre qui, int plafond) {
        return pour(qui, "select nature from demande where etat = 'A_VALIDER'" + A_LUI + " limit :plafond")
                .param("plafond", plafond)
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Nature::valueOf, Collectors.counting()));
    }

    public Optional<DemandeATraiter> une(Membre qui, UUID id) {
        return pour(qui, COLONNES + A_LUI + " and id = :id")
                .param("id", id)
                .query(Demandes::lire)
                .optional();
    }

    /** Celles que cette personne attend. */
    public List<DemandeATraiter> enCours(UUID demandeur) {
        return base.sql(COLONNES + " and demandeur = ? order by deposee_le")
                .param(demandeur)
                .query(Demandes::lire)
                .list();
    }

    /** Tenue jusqu'à la fin de la transaction : deux décisions à la fois n'en font qu'une. */
    Optional<DemandeATraiter> prendre(Membre qui, UUID id) {
        return pour(qui, COLONNES + A_LUI + " and id = :id for update")
                .param("id", id)
                .query(Demandes::lire)
                .optional();
    }

    /** Faux s'il y en a déjà une de cette nature, de la même personne, qui attend. */
    boolean deposer(DemandeATraiter demande) {
        return base.sql("""
                insert into demande (id, nature, entreprise, demandeur, fonction, langue, actuel, demande, commentaire,
                    aux_operateurs, etat, deposee_le)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, 'A_VALIDER', ?)
                on conflict do nothing
                """)
                        .params(Arrays.asList(
                                demande.id(),
                                demande.nature().name(),
                                demande.entreprise(),
                                demande.demandeur().orElse(null),
                                demande.fonction().map(Enum::name).orElse(null),
                                demande.langue().code(),
                                JSON.writeValueAsString(demande.actuel()),
                                JSON.writeValueAsString(demande.demande()),
                                demande.commentaire(),
                                demande.auxOperateurs(),
                                Timestamp.from(demande.deposeeLe())))
                        .update()
                == 1;
    }

    /** @param motif celui d'un refus */
    void traiter(UUID id, boolean validee, UUID par, @Nullable String motif) {
        base.sql("""
                update demande set etat = ?, traitee_le = ?, traitee_par = ?, motif = ? where id = ? and etat = 'A_VALIDER'
                """)
                .params(Arrays.asList(
                        validee ? "VALIDEE" : "REFUSEE", Timestamp.from(horloge.instant()), par, motif, id))
                .update();
    }

    private JdbcClient.StatementSpec pour(Membre qui, String requete) {
        return base.sql(requete)
                .param("operateur", qui.fonction() == Fonction.OPERATEUR)
                .param("traite", qui.fonction().traiteLesDemandes())
                .param("entreprise", qui.entreprise().orElse(null))
                .param("compte", qui.compte());
    }

    private static DemandeATraiter lire(ResultSet ligne, int rang) throws SQLException {
        return new DemandeATraiter(
                ligne.getObject("id", UUID.class),
                Nature.valueOf(ligne.getString("nature")),
                ligne.getObject("entreprise", UUID.class),
                Optional.ofNullable(ligne.getObject("demandeur", UUID.class)),
                Optional.ofNullable(ligne.getString("fonction")).map(Fonction::valueOf),
                Langue.lire(ligne.getString("langue")).orElse(Langue.FRANCAIS),
                valeurs(ligne.getString("actuel")),
                valeurs(ligne.getString("demande")),
                ligne.getString("commentaire"),
                ligne.getBoolean("aux_operateurs"),
                ligne.getTimestamp("deposee_le").toInstant());
    }

    private static Map<Donnee, String> valeurs(String json) {
        return JSON.readValue(json, VALEURS).entrySet().stream()
                .collect(Collectors.toMap(valeur -> Donnee.valueOf(valeur.getKey()), Map.Entry::getValue));
    }
}
