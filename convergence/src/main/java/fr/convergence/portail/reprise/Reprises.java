package fr.convergence.portail.reprise;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.reprise.EtatDeReprise.Code;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** La table des demandes de reprise. Qui en change une tient d'abord son dossier : deux réponses à la fois s'y attendent. */
@Component
class Reprises {

    /** product.md, TRF-3. */
    static final Duration DELAI = Duration.ofDays(14);

    /** Un référent représente quelques établissements, un établissement a quelques guichets. */
    private static final int MONTREES = 200;

    private static final String COLONNES = """
            select id, dossier, reference, demandeur, tenu, message, le, jusqu, etat, depuis, refus, motif, preuve
            from reprise_demande
            """;

    private static final String OUVERTE = "etat in " + EtatDeReprise.OUVERTS;

    /** Un dossier d'un de ses établissements, que tient un autre : ni sa référence, ni qui, tant que l'on n'a pas demandé. */
    record Tenue(UUID dossier, ReferenceDeDossier reference, Reference guichet, CleCandidat candidat, String nom) {

        static Tenue lire(ResultSet ligne, int rang) throws SQLException {
            return new Tenue(
                    ligne.getObject("dossier", UUID.class),
                    new ReferenceDeDossier(ligne.getString("reference")),
                    new Reference(ligne.getString("guichet"), ligne.getInt("guichet_version")),
                    new CleCandidat(
                            TypeCandidat.valueOf(ligne.getString("candidat_type")), ligne.getString("candidat")),
                    ligne.getString("candidat_nom"));
        }
    }

    private final JdbcClient base;
    private final Clock horloge;

    Reprises(JdbcClient base, Clock horloge) {
        this.base = base;
        this.horloge = horloge;
    }

    /** Ce que d'autres tiennent de ses établissements. */
    List<Tenue> tenues(Connecte qui) {
        return base.sql("""
                select * from vue_reprise_tenue where compte = ?
                order by candidat_nom, guichet, dossier desc limit ?
                """).params(qui.compte(), MONTREES).query(Tenue::lire).list();
    }

    Optional<Tenue> tenue(Connecte qui, String guichet, CleCandidat candidat) {
        return base.sql("""
                select * from vue_reprise_tenue
                where compte = ? and guichet = ? and candidat_type = ? and candidat = ?
                """)
                .params(qui.compte(), guichet, candidat.type().name(), candidat.identifiant())
                .query(Tenue::lire)
                .optional();
    }

    /** Faux s'il y en a déjà une d'ouverte pour ce dossier. */
    boolean demander(Dossier dossier, UUID demandeur, String message, Code etat) {
        var maintenant = horloge.instant();
        return base.sql("""
                insert into reprise_demande (id, dossier, reference, demandeur, tenu, message, le, jusqu, etat, depuis)
                values (:id, :dossier, :reference, :demandeur, :tenu, :message, :le, :jusqu, :etat, :le)
                on conflict (dossier) where
                """ + OUVERTE + " do nothing")
                        .param("id", Uuid.v7())
                        .param("dossier", dossier.id())
                        .param("reference", dossier.reference().valeur())
                        .param("demandeur", demandeur)
                        .param("tenu", dossier.referent())
                        .param("message", message)
                        .param("le", Timestamp.from(maintenant))
                        .param("jusqu", Timestamp.from(maintenant.plus(DELAI)))
                        .param("etat", etat.name())
                        .update()
                == 1;
    }

    Optional<DemandeDeReprise> ouverte(UUID dossier) {
        return base.sql(COLONNES + "where " + OUVERTE + " and dossier = ?")
                .param(dossier)
                .query(DemandeDeReprise::lire)
                .optional();
    }

    /** La plus récente de ce dossier, ouverte ou non. */
    Optional<DemandeDeReprise> derniere(ReferenceDeDossier reference) {
        return base.sql(COLONNES + "where reference = ? order by le desc limit 1")
                .param(reference.valeur())
                .query(DemandeDeReprise::lire)
                .optional();
    }

    List<DemandeDeReprise> de(Connecte demandeur) {
        return base.sql(COLONNES + "where demandeur = ? order by le desc limit ?")
                .params(demandeur.compte(), MONTREES)
                .query(DemandeDeReprise::lire)
                .list();
    }

    Optional<DemandeDeReprise> sienne(Connecte demandeur, UUID id) {
        return base.sql(COLONNES + "where id = ? and demandeur = ?")
                .params(id, demandeur.compte())
                .query(DemandeDeReprise::lire)
                .optional();
    }

    /** Tout ce que quelqu'un a demandé, pour ses données. */
    List<DemandeDeReprise> demandeesPar(UUID compte) {
        return base.sql(COLONNES + "where demandeur = ? order by le")
                .param(compte)
                .query(DemandeDeReprise::lire)
                .list();
    }

    /** Celles qui attendent la réponse de ce référent. */
    List<DemandeDeReprise> attendues(Connecte referent) {
        return base.sql(COLONNES + "where " + OUVERTE + " and tenu = ? and etat = " + Code.DEMANDEE.sql()
                        + " order by jusqu limit ?")
                .params(referent.compte(), MONTREES)
                .query(DemandeDeReprise::lire)
                .list();
    }

    /** Celles de l'opérateur : à trancher d'abord, les plus anciennes en tête. */
    List<DemandeDeReprise> ouvertes() {
        return base.sql(COLONNES + "where " + OUVERTE + " order by etat = " + Code.DEMANDEE.sql() + ", le limit ?")
                .param(MONTREES)
                .query(DemandeDeReprise::lire)
                .list();
    }

    /** Celles que le silence, ou un compte fermé, remet à l'opérateur. */
    List<DemandeDeReprise> muettes(Instant maintenant, int lot) {
        return base.sql(COLONNES + "where etat = " + Code.DEMANDEE.sql() + """
                 and (jusqu <= ? or exists (select from vue_reprise_titulaire t where t.id = tenu and not t.actif))
                order by jusqu limit ?
                """)
                .params(Timestamp.from(maintenant), lot)
                .query(DemandeDeReprise::lire)
                .list();
    }

    List<DemandeDeReprise> aRappeler(Instant avant, int lot) {
        return base.sql(COLONNES + "where etat = " + Code.DEMANDEE.sql()
                        + " and jusqu <= ? and not rappelee order by jusqu limit ?")
                .params(Timestamp.from(avant), lot)
                .query(DemandeDeReprise::lire)
                .list();
    }

    boolean tranchable(DemandeDeReprise reprise) {
        return reprise.etat().tranchable(horloge.instant());
    }

    /** Faux si un autre nœud l'a fait, ou si elle n'attend plus. */
    boolean noterLeRappel(DemandeDeReprise reprise) {
        return base.sql("update reprise_demande set rappelee = true where id = ? and not rappelee and etat = "
                                + Code.DEMANDEE.sql())
                        .param(reprise.id())
                        .update()
                == 1;
    }

    /** Vrai si ce fichier l’est déjà à une demande de ce dossier, même tranchée depuis. */
    boolean jointe(ReferenceDeDossier reference, UUID preuve) {
        return base.sql("select exists (select from reprise_demande where reference = ? and preuve = ?)")
                .params(reference.valeur(), preuve)
                .query(Boolean.class)
                .single();
    }

    void joindre(DemandeDeReprise reprise, UUID preuve) {
        base.sql("update reprise_demande set preuve = ? where id = ? and " + OUVERTE)
                .params(preuve, reprise.id())
                .update();
    }

    /** Faux si elle a déjà sa réponse : rien n'est alors écrit. */
    boolean passer(DemandeDeReprise avant, Code vers, @Nullable String refus, @Nullable String motif) {
        return base.sql("""
                update reprise_demande
                set etat = :vers, depuis = :le, refus = coalesce(:refus, refus), motif = :motif
                where id = :id and etat = :avant
                """)
                        .param("vers", vers.name())
                        .param("le", Timestamp.from(horloge.instant()))
                        .param("refus", refus)
                        .param("motif", motif)
                        .param("id", avant.id())
                        .param("avant", avant.etat().code().name())
                        .update()
                == 1;
    }
}
