package fr.convergence.portail.attente;

import fr.convergence.portail.acte.CodeDEtat;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.EtatEtape.EnVerification;
import fr.convergence.portail.guichet.Niveau;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * « Où en est mon dossier ? » (NOW-1) : combien d'étapes attendent avant celle-ci le même vérificateur, et le délai
 * habituel, celui que neuf sur dix n'ont pas dépassé.
 *
 * <p>Un niveau régional a une file par région ; un niveau national, une seule ; chacune par guichet et par étape, ce que les phrases disent.
 */
@Component
public final class Attentes {

    /** Au-delà, le compte exact n'apprend rien à qui attend, et coûte. */
    private static final int AVANT_AU_PLUS = 1_000;

    /** En dessous, un délai « habituel » ne serait que celui de quelques dossiers. */
    private static final int DELAIS_AU_MOINS = 10;

    private static final int MOIS_MESURES = 12;
    private static final String FILE =
            "guichet = :guichet and etat = " + CodeDEtat.EN_VERIFICATION.sql() + " and niveau = :niveau ";

    private final JdbcClient base;
    private final Clock horloge;

    Attentes(JdbcClient base, Clock horloge) {
        this.base = base;
        this.horloge = horloge;
    }

    /** Ce qui se dit au référent de l'étape courante ; rien quand personne ne la vérifie. */
    public List<Message> de(Dossier dossier) {
        var etape = dossier.courante();
        if (!(etape.etat() instanceof EnVerification verification)) {
            return List.of();
        }
        var dites = new ArrayList<Message>();
        dites.add(place(dossier, etape, verification));
        delai(dossier, etape, verification.niveau())
                .map(jours -> new Message(jours == 1 ? "attente.delai.un" : "attente.delai", jours, MOIS_MESURES))
                .ifPresent(dites::add);
        return dites;
    }

    private Message place(Dossier dossier, Etape etape, EnVerification verification) {
        var avant = avant(dossier, etape, verification);
        if (avant == 0) {
            return new Message("attente.prochain");
        }
        if (avant > AVANT_AU_PLUS) {
            return new Message("attente.loin", AVANT_AU_PLUS);
        }
        return new Message(
                avant == 1 ? "attente.place.un" : "attente.place",
                avant,
                enTout(dossier, etape, verification.niveau()));
    }

    private long avant(Dossier dossier, Etape etape, EnVerification verification) {
        return dansSaFile("""
                select count(*) from (
                    select from vue_attente_etape
                    where %s %s and code = :etape and (depuis, id) < (:depuis, :id)
                    limit :au_plus) avant
                """.formatted(FILE, enRegion(verification.niveau())), dossier, etape, verification.niveau())
                .param("depuis", Timestamp.from(verification.le()))
                .param("id", etape.id())
                .param("au_plus", AVANT_AU_PLUS + 1)
                .query(Long.class)
                .single();
    }

    private long enTout(Dossier dossier, Etape etape, Niveau niveau) {
        return dansSaFile(
                        "select coalesce(sum(nombre), 0) from vue_attente_compteur where " + FILE + enRegion(niveau)
                                + "and etape = :etape",
                        dossier,
                        etape,
                        niveau)
                .query(Long.class)
                .single();
    }

    /** En jours, un jour entamé compté ; vide tant que trop peu d'étapes l'ont mesuré. */
    private Optional<Integer> delai(Dossier dossier, Etape etape, Niveau niveau) {
        return dansSaFile("""
                select jours from (
                    select jours, sum(sum(nombre)) over (order by jours) as jusque_la, sum(sum(nombre)) over () as tous
                    from vue_attente_delai
                    where guichet = :guichet and niveau = :niveau %s and etape = :etape and mois > :depuis_le
                    group by jours) cumul
                where tous >= :au_moins and jusque_la >= 0.9 * tous
                order by jours limit 1
                """.formatted(enRegion(niveau)), dossier, etape, niveau)
                .param("depuis_le", depuisLe(horloge.instant()))
                .param("au_moins", DELAIS_AU_MOINS)
                .query(Integer.class)
                .optional();
    }

    private JdbcClient.StatementSpec dansSaFile(String requete, Dossier dossier, Etape etape, Niveau niveau) {
        return base.sql(requete)
                .param("guichet", dossier.guichet().code())
                .param("etape", etape.code())
                .param("niveau", niveau.name())
                .param("region", dossier.region().code());
    }

    private static String enRegion(Niveau niveau) {
        return switch (niveau) {
            case ARS -> "and region = :region ";
            case ANS -> "";
        };
    }

    private static LocalDate depuisLe(Instant maintenant) {
        return LocalDate.ofInstant(maintenant, Formats.PARIS).minusMonths(MOIS_MESURES);
    }
}
