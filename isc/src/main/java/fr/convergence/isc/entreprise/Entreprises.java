package fr.convergence.isc.entreprise;

import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.identifiant.IdentifiantNational;
import fr.convergence.socle.identifiant.TypeIdentifiant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** La table des entreprises. */
@Component
public final class Entreprises {

    private static final String COLONNES =
            "select id, identifiant_type, identifiant, raison_sociale, adresse, pays from entreprise ";

    private final JdbcClient base;
    private final Clock horloge;

    Entreprises(JdbcClient base, Clock horloge) {
        this.base = base;
        this.horloge = horloge;
    }

    public Optional<Entreprise> une(UUID id) {
        return base.sql(COLONNES + "where id = ?")
                .param(id)
                .query(Entreprises::lire)
                .optional();
    }

    public Optional<Entreprise> designee(IdentifiantNational identifiant) {
        return base.sql(COLONNES + "where identifiant_type = ? and identifiant = ?")
                .params(identifiant.type().name(), identifiant.valeur())
                .query(Entreprises::lire)
                .optional();
    }

    /** Celle qui porte cet identifiant, créée si elle n'y est pas : deux mandataires à la fois n'en font qu'une. */
    public Entreprise trouverOuCreer(
            IdentifiantNational identifiant, String raisonSociale, String adresse, String pays) {
        base.sql("""
                insert into entreprise (id, identifiant_type, identifiant, raison_sociale, adresse, pays, creee_le)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
                .params(
                        Uuid.v7(),
                        identifiant.type().name(),
                        identifiant.valeur(),
                        raisonSociale,
                        adresse,
                        pays,
                        Timestamp.from(horloge.instant()))
                .update();
        return designee(identifiant).orElseThrow();
    }

    /** Ce qu'un opérateur a accepté d'y changer ; l'identifiant ne change jamais. */
    public void corriger(UUID entreprise, String raisonSociale, String adresse) {
        base.sql("update entreprise set raison_sociale = ?, adresse = ? where id = ?")
                .params(raisonSociale, adresse, entreprise)
                .update();
    }

    private static Entreprise lire(ResultSet ligne, int rang) throws SQLException {
        return new Entreprise(
                ligne.getObject("id", UUID.class),
                new IdentifiantNational(
                        TypeIdentifiant.valueOf(ligne.getString("identifiant_type")), ligne.getString("identifiant")),
                ligne.getString("raison_sociale"),
                ligne.getString("adresse"),
                ligne.getString("pays"));
    }
}
