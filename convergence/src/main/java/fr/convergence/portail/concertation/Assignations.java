package fr.convergence.portail.concertation;

import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.guichet.Niveau;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Qui se charge d'un dossier, à chaque niveau ; l'accès au dossier a été jugé par qui demande. */
@Component
final class Assignations {

    /**
     * Qui s'en charge.
     *
     * @param actif faux d'un compte fermé depuis : le dossier est alors comme à personne, et la page le dit
     */
    record Assigne(Niveau niveau, UUID compte, String nom, boolean actif) {}

    private final JdbcClient base;
    private final Clock horloge;

    Assignations(JdbcClient base, Clock horloge) {
        this.base = base;
        this.horloge = horloge;
    }

    List<Assigne> du(Dossier dossier) {
        return base.sql("select niveau, compte, nom, actif from vue_concertation_assigne where dossier = ?")
                .param(dossier.id())
                .query(Assigne.class)
                .list();
    }

    Optional<Assigne> du(Dossier dossier, Niveau niveau) {
        return du(dossier).stream()
                .filter(assigne -> assigne.niveau() == niveau)
                .findFirst();
    }

    /** Qui s'en charge, par référence de dossier ; rien de ceux dont le compte est fermé. */
    Map<String, String> noms(Niveau niveau, Collection<String> references) {
        var noms = new HashMap<String, String>();
        if (!references.isEmpty()) {
            base.sql("""
                    select reference, nom from vue_concertation_assigne
                    where reference = any (?) and niveau = ? and actif
                    """)
                    .params(references.toArray(String[]::new), niveau.name())
                    .query((ResultSet ligne) -> {
                        noms.put(ligne.getString("reference"), ligne.getString("nom"));
                    });
        }
        return noms;
    }

    /** Le dossier est tenu : personne d'autre ne l'assigne en même temps. */
    void poser(Dossier dossier, Niveau niveau, UUID compte) {
        base.sql("""
                insert into concertation_assignation (dossier, niveau, compte, le) values (?, ?, ?, ?)
                on conflict (dossier, niveau) do update set compte = excluded.compte, le = excluded.le
                """)
                .params(dossier.id(), niveau.name(), compte, Timestamp.from(horloge.instant()))
                .update();
    }

    void lever(Dossier dossier, Niveau niveau) {
        base.sql("delete from concertation_assignation where dossier = ? and niveau = ?")
                .params(dossier.id(), niveau.name())
                .update();
    }
}
