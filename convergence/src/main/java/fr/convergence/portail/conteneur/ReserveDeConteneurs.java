package fr.convergence.portail.conteneur;

import fr.convergence.socle.chiffrement.Coffre;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** La réserve de conteneurs de Prim'X : chacun n'est attribué qu'une fois, quel que soit le nombre de demandes à la fois (ZED-2). */
@Component
public final class ReserveDeConteneurs {

    /** @param question vide s'il convient à tout objectif du guichet */
    record Envoye(
            String guichet, String question, String nom, String sha256, byte[] octets, Identifiants identifiants) {}

    record Attribue(UUID id, Identifiants identifiants) {}

    /** Ce qu'il reste, par guichet et objectif. */
    public record Reste(String guichet, String question, long libres, long attribues) {}

    private final JdbcClient base;
    private final Coffre coffre;
    private final Clock horloge;

    ReserveDeConteneurs(JdbcClient base, Coffre coffre, Clock horloge) {
        this.base = base;
        this.coffre = coffre;
        this.horloge = horloge;
    }

    /** Ses identifiants quittent la réserve avec lui ; vide quand il n'en reste pas. */
    Optional<Attribue> attribuer(String guichet, String question) {
        return base.sql("""
                with libre as (
                    select id, identifiants from conteneur_reserve
                    where guichet = :guichet and question in (:question, '') and attribue_le is null
                    order by question desc, id limit 1 for update skip locked)
                update conteneur_reserve r set attribue_le = :le, identifiants = null
                from libre where r.id = libre.id returning r.id, libre.identifiants
                """)
                .param("guichet", guichet)
                .param("question", question)
                .param("le", maintenant())
                .query((ligne, _) -> {
                    var id = ligne.getObject("id", UUID.class);
                    return new Attribue(
                            id, Identifiants.lire(coffre.ouvrir(ligne.getBytes("identifiants"), contexte(id))));
                })
                .optional();
    }

    byte[] octets(UUID id) {
        return base.sql("select octets from conteneur_reserve where id = ?")
                .param(id)
                .query((ligne, _) -> ligne.getBytes(1))
                .single();
    }

    /** @return faux si ce conteneur est déjà dans la réserve, ou l'a été */
    boolean ajouter(UUID id, Envoye envoye) {
        return base.sql("""
                insert into conteneur_reserve (id, guichet, question, nom, sha256, octets, identifiants, importe_le)
                values (:id, :guichet, :question, :nom, :sha256, :octets, :identifiants, :le) on conflict do nothing
                """)
                        .param("id", id)
                        .param("guichet", envoye.guichet())
                        .param("question", envoye.question())
                        .param("nom", envoye.nom())
                        .param("sha256", envoye.sha256())
                        .param("octets", envoye.octets())
                        .param(
                                "identifiants",
                                coffre.sceller(envoye.identifiants().octets(), contexte(id)))
                        .param("le", maintenant())
                        .update()
                == 1;
    }

    List<Reste> restes() {
        return base.sql("""
                select guichet, question, count(*) filter (where attribue_le is null) as libres,
                       count(*) filter (where attribue_le is not null) as attribues
                from conteneur_reserve group by guichet, question order by guichet, question
                """).query(Reste.class).list();
    }

    /** Vrai si l'opérateur a déjà rempli la réserve de ce guichet. */
    boolean employee(String guichet) {
        return base.sql("select exists (select from conteneur_reserve where guichet = ?)")
                .param(guichet)
                .query(Boolean.class)
                .single();
    }

    /** @return vrai la première fois, jusqu'à ce que la réserve soit remplie */
    boolean alerter(String guichet, String question) {
        return base.sql("insert into conteneur_alerte (guichet, question, le) values (?, ?, ?) on conflict do nothing")
                        .params(guichet, question, maintenant())
                        .update()
                == 1;
    }

    /** @param question vide, pour tout objectif du guichet */
    void apaiser(String guichet, String question) {
        base.sql("delete from conteneur_alerte where guichet = :guichet and (:question = '' or question = :question)")
                .param("guichet", guichet)
                .param("question", question)
                .update();
    }

    /** Les guichets dont une demande n'a plus trouvé de conteneur. */
    public List<String> epuisees() {
        return base.sql("select distinct guichet from conteneur_alerte order by guichet")
                .query(String.class)
                .list();
    }

    private static String contexte(UUID id) {
        return "conteneur-reserve/" + id;
    }

    private Timestamp maintenant() {
        return Timestamp.from(horloge.instant());
    }
}
