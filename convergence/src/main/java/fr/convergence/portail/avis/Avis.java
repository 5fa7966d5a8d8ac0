package fr.convergence.portail.avis;

import fr.convergence.socle.identifiant.ReferenceDeDossier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Les avis demandés ; l'accès au dossier a été jugé par qui demande, et il est tenu par qui écrit. */
@Component
final class Avis {

    /** Où en est une demande ; chaque état ne porte que ce qui est à lui. */
    sealed interface Etat {
        record Demande() implements Etat {}

        record Rendu(SensDAvis sens, String texte, Instant le) implements Etat {}

        record Retire(Instant le) implements Etat {}

        /** L'étape a été décidée sans l'attendre. */
        record SansObjet(Instant le) implements Etat {}
    }

    /** @param numero son rang parmi ceux du dossier */
    record Consultation(
            int numero, String etape, UUID demandeur, UUID consulte, String question, Instant demandeLe, Etat etat) {

        boolean attendue() {
            return etat instanceof Etat.Demande;
        }

        private static Consultation lire(ResultSet ligne, int rang) throws SQLException {
            return new Consultation(
                    ligne.getInt("numero"),
                    ligne.getString("etape"),
                    ligne.getObject("demandeur", UUID.class),
                    ligne.getObject("consulte", UUID.class),
                    ligne.getString("question"),
                    ligne.getTimestamp("demande_le").toInstant(),
                    etat(ligne, ligne.getTimestamp("clos_le")));
        }

        private static Etat etat(ResultSet ligne, @Nullable Timestamp clos) throws SQLException {
            var le = clos == null ? Instant.EPOCH : clos.toInstant();
            var etat = ligne.getString("etat");
            return switch (etat) {
                case "DEMANDE" -> new Etat.Demande();
                case "RENDU" ->
                    new Etat.Rendu(SensDAvis.valueOf(ligne.getString("sens")), ligne.getString("texte"), le);
                case "RETIRE" -> new Etat.Retire(le);
                case "SANS_OBJET" -> new Etat.SansObjet(le);
                default -> throw new IllegalStateException("État d’avis inconnu : " + etat);
            };
        }
    }

    /** Ce que quelqu'un a écrit d'un avis. */
    record Ecrit(String reference, int numero, String part, String texte, Instant le) {}

    private final JdbcClient base;
    private final Clock horloge;

    Avis(JdbcClient base, Clock horloge) {
        this.base = base;
        this.horloge = horloge;
    }

    /** Ceux d'un dossier, du plus récent au plus ancien. */
    List<Consultation> du(ReferenceDeDossier reference) {
        return base.sql("select * from avis where reference = ? order by numero desc")
                .param(reference.valeur())
                .query(Consultation::lire)
                .list();
    }

    Optional<Consultation> celui(ReferenceDeDossier reference, int numero) {
        return base.sql("select * from avis where reference = ? and numero = ?")
                .params(reference.valeur(), numero)
                .query(Consultation::lire)
                .optional();
    }

    /** Combien n'ont pas encore de réponse, sur cette étape. */
    int attendus(ReferenceDeDossier reference, String etape) {
        return base.sql("select count(*) from avis where reference = ? and etape = ? and etat = 'DEMANDE'")
                .params(reference.valeur(), etape)
                .query(Integer.class)
                .single();
    }

    /** Les étapes de ces dossiers où l'un est attendu : « référence/étape ». */
    Set<String> attendus(Collection<String> references) {
        return Set.copyOf(base.sql("""
                select distinct reference || '/' || etape from avis where reference = any (?) and etat = 'DEMANDE'
                """)
                .param(references.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** Tout ce que quelqu'un en a écrit, questions et réponses. */
    List<Ecrit> ecritsPar(UUID compte) {
        return base.sql("""
                select reference, numero, 'question' as part, question as texte, demande_le as le
                from avis where demandeur = :compte
                union all
                select reference, numero, 'reponse', texte, clos_le from avis where consulte = :compte and etat = 'RENDU'
                order by le, reference, numero
                """).param("compte", compte).query(Ecrit.class).list();
    }

    /** @return son numéro ; vide si cette personne doit déjà un avis sur cette étape */
    Optional<Integer> demander(
            UUID dossier, ReferenceDeDossier reference, String etape, UUID demandeur, UUID consulte, String question) {
        return base.sql("""
                insert into avis (dossier, reference, numero, etape, demandeur, consulte, question, demande_le, etat)
                select :dossier, :reference, coalesce(max(numero), 0) + 1, :etape, :demandeur, :consulte, :question, :le,
                       'DEMANDE'
                from avis where reference = :reference
                on conflict (reference, etape, consulte) where etat = 'DEMANDE' do nothing
                returning numero
                """)
                .param("dossier", dossier)
                .param("reference", reference.valeur())
                .param("etape", etape)
                .param("demandeur", demandeur)
                .param("consulte", consulte)
                .param("question", question)
                .param("le", maintenant())
                .query(Integer.class)
                .optional();
    }

    /** Faux s'il n'est plus attendu. */
    boolean rendre(ReferenceDeDossier reference, int numero, SensDAvis sens, String texte) {
        return base.sql("""
                update avis set etat = 'RENDU', sens = ?, texte = ?, clos_le = ?
                where reference = ? and numero = ? and etat = 'DEMANDE'
                """)
                        .params(sens.name(), texte, maintenant(), reference.valeur(), numero)
                        .update()
                == 1;
    }

    /** Faux s'il n'est plus attendu. */
    boolean retirer(ReferenceDeDossier reference, int numero) {
        return base.sql("""
                update avis set etat = 'RETIRE', clos_le = ? where reference = ? and numero = ? and etat = 'DEMANDE'
                """).params(maintenant(), reference.valeur(), numero).update() == 1;
    }

    /** L'étape est décidée : ce qui n'est pas rendu n'est plus attendu. */
    void perdreLeurObjet(ReferenceDeDossier reference, String etape) {
        base.sql("""
                update avis set etat = 'SANS_OBJET', clos_le = ? where reference = ? and etape = ? and etat = 'DEMANDE'
                """).params(maintenant(), reference.valeur(), etape).update();
    }

    private Timestamp maintenant() {
        return Timestamp.from(horloge.instant());
    }
}
