package fr.convergence.portail.paiement;

import fr.convergence.portail.acte.CodeDePaiement;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.paiement.EtatDePaiement.AVerser;
import fr.convergence.portail.paiement.EtatDePaiement.Annule;
import fr.convergence.portail.paiement.EtatDePaiement.AvanceVersee;
import fr.convergence.portail.paiement.EtatDePaiement.Paye;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Les paiements en base ; qui demande celui d'un dossier a jugé de l'accès au dossier. */
@Component
final class Paiements {

    private static final String SELECTION = """
            select id, etape, demande, plafond, retenu, avance, motif, accorde_le, etat, avance_le, solde_le, version,
                   iban is not null as compte
            from paiement where dossier = ? and etape = ? and courant
            """;

    private final JdbcClient base;

    Paiements(JdbcClient base) {
        this.base = base;
    }

    Optional<Paiement> celui(UUID dossier, String etape) {
        return base.sql(SELECTION).params(dossier, etape).query(Paiements::lire).optional();
    }

    /** Le même, tenu jusqu'à la fin de la transaction : elle seule peut encore en changer l'état. */
    Optional<Paiement> prendre(UUID dossier, String etape) {
        return base.sql(SELECTION + "for no key update")
                .params(dossier, etape)
                .query(Paiements::lire)
                .optional();
    }

    /** Ce que les autres étapes de ce dossier ont retenu du même plafond. */
    long retenuAilleurs(UUID dossier, String etape) {
        return base.sql("""
                select coalesce(sum(retenu), 0) from paiement
                where dossier = :dossier and etape <> :etape and courant and etat <> :annule
                """)
                .param("dossier", dossier)
                .param("etape", etape)
                .param("annule", CodeDePaiement.ANNULE.name())
                .query(Long.class)
                .single();
    }

    /**
     * Un paiement neuf, désormais le courant de cette étape. Ce qui est versé ne s'écarte pas : l'index unique refuse.
     */
    void ajouter(Dossier dossier, Etape etape, Paiement paiement, Beneficiaire beneficiaire) {
        ecarter(dossier, etape);
        try {
            inserer(dossier, etape, paiement, beneficiaire);
        } catch (DuplicateKeyException verse) {
            throw new IllegalStateException(
                    "Un versement est noté sur le paiement courant de " + dossier.reference() + ", " + etape.code(),
                    verse);
        }
    }

    private void ecarter(Dossier dossier, Etape etape) {
        base.sql("""
                update paiement set courant = false, etat = :annule, version = version + 1
                where dossier = :dossier and etape = :etape and courant and etat in (:annule, :aVerser)
                """)
                .param("annule", CodeDePaiement.ANNULE.name())
                .param("aVerser", CodeDePaiement.A_VERSER.name())
                .param("dossier", dossier.id())
                .param("etape", etape.code())
                .update();
    }

    private void inserer(Dossier dossier, Etape etape, Paiement paiement, Beneficiaire beneficiaire) {
        var accord = paiement.accord();
        var enJeu = accord.enJeu();
        base.sql("""
                insert into paiement (id, dossier, reference, etape, etape_id, numero, etat, accorde_le, demande, plafond,
                                      retenu, avance, motif, guichet, guichet_version, candidat, finess, iban, bic)
                select :id, :dossier, :reference, :etape, :etapeId, count(*) + 1, :etat, :accordeLe, :demande, :plafond,
                       :retenu, :avance, :motif, :guichet, :version, :candidat, :finess, :iban, :bic
                from paiement where dossier = :dossier and etape = :etape
                """)
                .param("id", paiement.id())
                .param("dossier", dossier.id())
                .param("reference", dossier.reference().valeur())
                .param("etape", etape.code())
                .param("etapeId", etape.id())
                .param("etat", paiement.etat().code().name())
                .param("accordeLe", Timestamp.from(paiement.accordeLe()))
                .param("demande", enJeu.demande().orElse(null))
                .param("plafond", enJeu.plafond().orElse(null))
                .param("retenu", accord.retenu())
                .param("avance", accord.avance().orElse(null))
                .param("motif", accord.motif().orElse(null))
                .param("guichet", beneficiaire.guichet().code())
                .param("version", beneficiaire.guichet().version())
                .param("candidat", beneficiaire.candidat())
                .param("finess", beneficiaire.finess())
                .param("iban", beneficiaire.iban().orElse(null))
                .param("bic", beneficiaire.bic().orElse(null))
                .update();
    }

    /** Ce qu'il est devenu. */
    void ecrire(Paiement apres) {
        base.sql("""
                update paiement set etat = :etat, avance_le = :avance, solde_le = :solde, version = version + 1
                where id = :id
                """)
                .param("etat", apres.etat().code().name())
                .param("avance", apres.etat().avanceLe().orElse(null))
                .param("solde", apres.etat().soldeLe().orElse(null))
                .param("id", apres.id())
                .update();
    }

    private static Paiement lire(ResultSet ligne, int rang) throws SQLException {
        return new Paiement(
                ligne.getObject("id", UUID.class),
                ligne.getString("etape"),
                new Accord(
                        new MontantEnJeu(
                                Optional.ofNullable(ligne.getObject("demande", Long.class)),
                                Optional.ofNullable(ligne.getObject("plafond", Long.class)),
                                0L,
                                ligne.getBoolean("compte")),
                        ligne.getLong("retenu"),
                        Optional.ofNullable(ligne.getObject("avance", Long.class)),
                        Optional.ofNullable(ligne.getString("motif"))),
                ligne.getTimestamp("accorde_le").toInstant(),
                etat(ligne),
                ligne.getInt("version"));
    }

    private static EtatDePaiement etat(ResultSet ligne) throws SQLException {
        var avance = ligne.getObject("avance_le", LocalDate.class);
        return switch (CodeDePaiement.valueOf(ligne.getString("etat"))) {
            case A_VERSER -> new AVerser();
            case AVANCE_VERSEE -> new AvanceVersee(avance);
            case PAYE -> new Paye(Optional.ofNullable(avance), ligne.getObject("solde_le", LocalDate.class));
            case ANNULE -> new Annule();
        };
    }
}
