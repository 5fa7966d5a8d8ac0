package fr.convergence.portail.saisie;

import fr.convergence.portail.definition.JsonCanonique;
import fr.convergence.portail.formulaire.EditionScellee;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Les éditions transmises : on en ajoute, on n'en change aucune. */
@Component
public final class Editions {

    /**
     * Une édition transmise.
     *
     * @param numero 1 à la première transmission
     * @param empreinte SHA-256 de son contenu canonique
     */
    public record Transmise(int numero, EditionScellee contenu, String empreinte, Instant le, UUID par) {}

    private static final String COLONNES = "select numero, contenu, empreinte, transmise_le, par from saisie_edition ";

    private final JdbcClient base;

    Editions(JdbcClient base) {
        this.base = base;
    }

    /** De la première à la dernière ; l'accès à l'étape a été jugé par qui demande. */
    public List<Transmise> toutes(UUID etape) {
        return base.sql(COLONNES + "where etape = ? order by numero")
                .param(etape)
                .query((ligne, rang) -> lire(ligne))
                .list();
    }

    public Optional<Transmise> derniere(UUID etape) {
        return base.sql(COLONNES + "where etape = ? order by numero desc limit 1")
                .param(etape)
                .query((ligne, rang) -> lire(ligne))
                .optional();
    }

    /** Le numéro de la dernière ; 0 si rien ne fut transmis. */
    public int dernierNumero(UUID etape) {
        return base.sql("select coalesce(max(numero), 0) from saisie_edition where etape = ?")
                .param(etape)
                .query(Integer.class)
                .single();
    }

    /** Les mêmes, par étape ; rien de celles où rien ne fut transmis. */
    public Map<UUID, Integer> derniersNumeros(Collection<UUID> etapes) {
        var numeros = new HashMap<UUID, Integer>();
        base.sql("select etape, max(numero) as numero from saisie_edition where etape = any (?) group by etape")
                .param(etapes.toArray(UUID[]::new))
                .query((ResultSet ligne) -> {
                    numeros.put(ligne.getObject("etape", UUID.class), ligne.getInt("numero"));
                });
        return numeros;
    }

    public Optional<Transmise> numero(UUID etape, int numero) {
        return base.sql(COLONNES + "where etape = ? and numero = ?")
                .params(etape, numero)
                .query((ligne, rang) -> lire(ligne))
                .optional();
    }

    public Transmise sceller(UUID etape, EditionScellee contenu, Instant le, UUID par) {
        var canonique = contenu.canonique();
        var empreinte = JsonCanonique.empreinte(canonique);
        var numero = base.sql("""
                insert into saisie_edition (etape, numero, contenu, empreinte, transmise_le, par)
                select :etape, coalesce(max(numero), 0) + 1, :contenu, :empreinte, :le, :par
                from saisie_edition where etape = :etape
                returning numero
                """)
                .param("etape", etape)
                .param("contenu", canonique)
                .param("empreinte", empreinte)
                .param("le", Timestamp.from(le))
                .param("par", par)
                .query(Integer.class)
                .single();
        return new Transmise(numero, contenu, empreinte, le, par);
    }

    private static Transmise lire(ResultSet ligne) throws java.sql.SQLException {
        return new Transmise(
                ligne.getInt("numero"),
                EditionScellee.lire(ligne.getString("contenu")),
                ligne.getString("empreinte"),
                ligne.getTimestamp("transmise_le").toInstant(),
                ligne.getObject("par", UUID.class));
    }
}
