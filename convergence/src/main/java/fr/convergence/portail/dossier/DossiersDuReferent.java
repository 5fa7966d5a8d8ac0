package fr.convergence.portail.dossier;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.CodeDEtat;
import fr.convergence.portail.acte.CodeDeConvention;
import fr.convergence.portail.acte.CodeDePaiement;
import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.dossier.Dossier.CandidatDuDossier;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ce qu'un référent a en cours, pour son tableau de bord : une requête, quel que soit le nombre de ses dossiers. */
@Component
public class DossiersDuReferent {

    /**
     * Un dossier et son étape courante.
     *
     * @param retourAvant échéance d'une demande de modification
     */
    public record EnCours(
            ReferenceDeDossier reference,
            Reference guichet,
            CandidatDuDossier candidat,
            Instant creeLe,
            String etape,
            int rang,
            Statut statut,
            Optional<Instant> retourAvant) {}

    /** Le dossier vivant d'un candidat sur un guichet, et qui le tient. */
    public record Vivant(ReferenceDeDossier reference, UUID referent, Instant creeLe) {}

    /** Un référent représente quelques établissements ; au-delà, les plus récents suffisent à le prévenir. */
    private static final int PLAFOND = 1_000;

    private final JdbcClient base;
    private final Calendrier calendrier;

    DossiersDuReferent(JdbcClient base, Calendrier calendrier) {
        this.base = base;
        this.calendrier = calendrier;
    }

    /** Du plus récent au plus ancien. */
    public List<EnCours> de(Connecte qui) {
        return tenusPar(qui.compte());
    }

    /** Les mêmes, pour le support qui aide ce référent (ADM-1). */
    public List<EnCours> pourLOperateur(UUID referent) {
        return tenusPar(referent);
    }

    private List<EnCours> tenusPar(UUID referent) {
        return base.sql("""
                select d.reference, d.guichet, d.guichet_version, d.candidat_type, d.candidat, d.candidat_nom, d.cree_le,
                       e.code, e.rang, e.etat, e.niveau, e.retour_avant, c.etat as convention, p.etat as paiement
                from dossier d
                cross join lateral (
                    select code, rang, etat, niveau, retour_avant from dossier_etape
                    where dossier = d.id
                    order by etat = :fermee, case when etat = :fermee then rang else -rang end
                    limit 1) e
                left join vue_dossier_convention c on c.dossier = d.id and c.etape = e.code
                left join vue_dossier_paiement p on p.dossier = d.id and p.etape = e.code
                where d.referent = :referent
                order by d.id desc limit :plafond
                """)
                .param("fermee", CodeDEtat.FERMEE.name())
                .param("referent", referent)
                .param("plafond", PLAFOND)
                .query((ligne, rang) -> lire(ligne))
                .list();
    }

    /** Vrai s'il tient aussi un autre dossier du même candidat. */
    public boolean enTientUnAutre(Connecte qui, Dossier dossier) {
        var candidat = dossier.candidat().cle();
        return base.sql("""
                select exists (select from dossier where candidat_type = ? and candidat = ? and referent = ? and id <> ?)
                """)
                .params(candidat.type().name(), candidat.identifiant(), qui.compte(), dossier.id())
                .query(Boolean.class)
                .single();
    }

    /** Un candidat n'a qu'un dossier vivant par guichet, quel qu'en soit le référent. */
    public Optional<Vivant> vivant(String guichet, CleCandidat candidat) {
        return base.sql("""
                select reference, referent, cree_le from dossier
                where guichet = ? and candidat_type = ? and candidat = ? and vivant
                """)
                .params(guichet, candidat.type().name(), candidat.identifiant())
                .query((ligne, rang) -> new Vivant(
                        new ReferenceDeDossier(ligne.getString("reference")),
                        ligne.getObject("referent", UUID.class),
                        ligne.getTimestamp("cree_le").toInstant()))
                .optional();
    }

    private EnCours lire(ResultSet ligne) throws SQLException {
        var guichet = new Reference(ligne.getString("guichet"), ligne.getInt("guichet_version"));
        var etape = ligne.getString("code");
        var convention = Optional.ofNullable(ligne.getString("convention")).map(CodeDeConvention::valueOf);
        var paiement = Optional.ofNullable(ligne.getString("paiement")).map(CodeDePaiement::valueOf);
        var ecrit = Statut.lire(ligne.getString("etat"), ligne.getString("niveau"));
        var suivi = convention.map(ecrit::avec).orElse(ecrit);
        return new EnCours(
                new ReferenceDeDossier(ligne.getString("reference")),
                guichet,
                new CandidatDuDossier(
                        new CleCandidat(
                                TypeCandidat.valueOf(ligne.getString("candidat_type")), ligne.getString("candidat")),
                        ligne.getString("candidat_nom")),
                ligne.getTimestamp("cree_le").toInstant(),
                etape,
                ligne.getInt("rang"),
                calendrier.statut(guichet, etape, paiement.map(suivi::avec).orElse(suivi)),
                Optional.ofNullable(ligne.getTimestamp("retour_avant")).map(Timestamp::toInstant));
    }
}
