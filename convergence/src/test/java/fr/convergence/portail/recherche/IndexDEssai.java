package fr.convergence.portail.recherche;

import fr.convergence.portail.contact.ContactCorrige;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.socle.tache.Tranche;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** L'index de la recherche, tel qu'un test le fait relire et le lit. */
@Component
final class IndexDEssai {

    private final JdbcClient base;
    private final Clock horloge;
    private final RelectureDesDossiers relecture;
    private final ParcoursDesDossiers parcours;
    private final ApplicationEventPublisher faits;

    IndexDEssai(
            JdbcClient base,
            RelectureDesDossiers relecture,
            ParcoursDesDossiers parcours,
            ApplicationEventPublisher faits,
            Clock horloge) {
        this.base = base;
        this.horloge = horloge;
        this.relecture = relecture;
        this.parcours = parcours;
        this.faits = faits;
    }

    /** Tout, quelle que soit la tranche où un autre essai s'était arrêté. */
    void parcourir() {
        while (parcours.avancer(Tranche.de(Duration.ofMinutes(1)))) {
            // Il en reste.
        }
    }

    void relire() {
        while (relecture.relireUnLot()) {
            // Il en reste.
        }
    }

    List<String> mots(Dossier dossier) {
        return base.sql("select mot from recherche_dossier, unnest(tsvector_to_array(mots)) mot where dossier = ?")
                .param(dossier.id())
                .query(String.class)
                .list();
    }

    /** Un contact corrigé, dans la transaction en cours. */
    void corriger(Dossier dossier, String nom) {
        base.sql("""
                insert into contact_correction (dossier, question, version, valeur, le, par)
                select :dossier, 'dsi', coalesce(max(version), 0) + 1, jsonb_build_object('nom', :nom::text), now(), :dossier
                from contact_correction where dossier = :dossier
                """).param("dossier", dossier.id()).param("nom", nom).update();
        faits.publishEvent(new ContactCorrige(dossier.id()));
    }

    long marques(Dossier dossier) {
        return base.sql("select count(*) from recherche_a_relire where dossier = ?")
                .param(dossier.id())
                .query(Long.class)
                .single();
    }

    /** Le parcours ne le tient plus pour lu. */
    void meconnaitre(Dossier... dossiers) {
        for (var dossier : dossiers) {
            base.sql("update recherche_dossier set lu_le = null where dossier = ?")
                    .param(dossier.id())
                    .update();
        }
    }

    /** @return les secondes avant qu'un dossier marqué ne se relise */
    long attente(Dossier dossier) {
        return base.sql(
                        "select ceil(extract(epoch from des - ?::timestamptz)) from recherche_a_relire where dossier = ?")
                .params(Timestamp.from(horloge.instant()), dossier.id())
                .query(Long.class)
                .single();
    }
}
