package fr.convergence.portail.paiement;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Perimetre;
import fr.convergence.portail.acte.CodeDePaiement;
import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.dossier.Statut;
import fr.convergence.portail.paiement.LigneDePaiement.Somme;
import fr.convergence.socle.page.Formats;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Les paiements accordés, du plus récent au plus ancien : de toutes les régions, pour qui les voit toutes. */
@Component
class ListeDesPaiements {

    private static final int PAR_LECTURE = 500;

    private record Paye(LigneDePaiement ligne, Beneficiaire beneficiaire) {}

    private final JdbcClient base;
    /** D'un même instant : un paiement accordé de nouveau pendant la lecture n'y est ni deux fois, ni aucune. */
    private final TransactionTemplate lecture;

    ListeDesPaiements(JdbcClient base, PlatformTransactionManager transactions) {
        this.base = base;
        this.lecture = new TransactionTemplate(transactions);
        this.lecture.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.lecture.setReadOnly(true);
    }

    /** @param apres celui que suit la page demandée */
    public List<LigneDePaiement> page(Connecte qui, FiltreDesPaiements filtre, Optional<UUID> apres, int nombre) {
        return requete(qui, filtre, apres, "limit " + nombre)
                .query((ligne, rang) -> ligne(ligne))
                .list();
    }

    /** Tous, page après page, dans une transaction : la mémoire ne croît pas avec leur nombre, et qui écrit n'attend personne. */
    void parcourir(Connecte qui, FiltreDesPaiements filtre, BiConsumer<LigneDePaiement, Beneficiaire> aChacun) {
        lecture.executeWithoutResult(_ -> parPages(qui, filtre, aChacun));
    }

    private void parPages(Connecte qui, FiltreDesPaiements filtre, BiConsumer<LigneDePaiement, Beneficiaire> aChacun) {
        var apres = Optional.<UUID>empty();
        List<Paye> lus;
        do {
            lus = requete(qui, filtre, apres, "limit " + PAR_LECTURE)
                    .query((ligne, rang) -> new Paye(ligne(ligne), beneficiaire(ligne)))
                    .list();
            lus.forEach(paye -> aChacun.accept(paye.ligne(), paye.beneficiaire()));
            apres = lus.isEmpty() ? apres : Optional.of(lus.getLast().ligne().id());
        } while (lus.size() == PAR_LECTURE);
    }

    private JdbcClient.StatementSpec requete(
            Connecte qui, FiltreDesPaiements filtre, Optional<UUID> apres, String fin) {
        var periode = switch (filtre.selon()) {
            // Écrites si elles bornent : l'ordre de la liste est alors lu à partir de là, quel que soit le plan retenu.
            case DECISION ->
                (filtre.du().isPresent() ? "accorde_le >= :depuis" : "true") + " and "
                        + (filtre.au().isPresent() ? "accorde_le < :avant" : "true");
            case VERSEMENT -> """
                    (avance_le between coalesce(:du::date, '-infinity') and coalesce(:au::date, 'infinity')
                     or solde_le between coalesce(:du::date, '-infinity') and coalesce(:au::date, 'infinity'))
                    """;
        };
        return base.sql("""
                        select id, reference, etape, guichet, guichet_version, candidat, finess, iban, bic, accorde_le, etat,
                               plafond, demande, retenu, avance, avance_le, solde_le
                        from paiement
                        where courant and etat <> :annule and :national and (:guichet::text is null or guichet = :guichet)
                              and (:apres::uuid is null
                                   or (accorde_le, id) < (select accorde_le, id from paiement where id = :apres::uuid))
                              and %s
                        order by accorde_le desc, id desc %s
                        """.formatted(periode, fin))
                .param("annule", CodeDePaiement.ANNULE.name())
                .param("national", qui.perimetre() instanceof Perimetre.National)
                .param("guichet", filtre.guichet().orElse(null))
                .param("du", filtre.du().map(LocalDate::toString).orElse(null))
                .param("au", filtre.au().map(LocalDate::toString).orElse(null))
                .param("apres", apres.orElse(null))
                .param("depuis", filtre.du().map(ListeDesPaiements::debut).orElse(null))
                .param("avant", filtre.au().map(jour -> debut(jour.plusDays(1))).orElse(null));
    }

    private static Timestamp debut(LocalDate jour) {
        return Timestamp.from(jour.atStartOfDay(Formats.PARIS).toInstant());
    }

    private static LigneDePaiement ligne(ResultSet ligne) throws SQLException {
        return new LigneDePaiement(
                ligne.getObject("id", UUID.class),
                ligne.getString("reference"),
                ligne.getString("etape"),
                guichet(ligne),
                ligne.getString("candidat"),
                ligne.getTimestamp("accorde_le").toInstant(),
                new Somme(
                        Statut.ACCEPTE.avec(CodeDePaiement.valueOf(ligne.getString("etat"))),
                        Optional.ofNullable(ligne.getObject("plafond", Long.class)),
                        Optional.ofNullable(ligne.getObject("demande", Long.class)),
                        ligne.getLong("retenu"),
                        Optional.ofNullable(ligne.getObject("avance", Long.class)),
                        Optional.ofNullable(ligne.getObject("avance_le", LocalDate.class)),
                        Optional.ofNullable(ligne.getObject("solde_le", LocalDate.class))));
    }

    private static Beneficiaire beneficiaire(ResultSet ligne) throws SQLException {
        return new Beneficiaire(
                guichet(ligne),
                ligne.getString("candidat"),
                ligne.getString("finess"),
                Optional.ofNullable(ligne.getString("iban")),
                Optional.ofNullable(ligne.getString("bic")));
    }

    private static Reference guichet(ResultSet ligne) throws SQLException {
        return new Reference(ligne.getString("guichet"), ligne.getInt("guichet_version"));
    }
}
