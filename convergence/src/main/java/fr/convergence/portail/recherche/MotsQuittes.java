package fr.convergence.portail.recherche;

import fr.convergence.portail.etablissement.Voisins;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Oublie les mots que plus aucun dossier ne porte : le nom d'un compte supprimé ne reste pas parmi ceux qu'une faute de frappe
 * retrouve. Un mot par transaction : qui le quitte à l'instant attend la fin du jugement, et le soumet de nouveau.
 */
@Component
final class MotsQuittes {

    /** Partagé par qui écrit l'index : un mot ne s'oublie pas pendant qu'un acte se fie à ce qu'il soit connu. */
    static final String VERROU = "hashtext('recherche_mot')";

    private final JdbcClient base;
    private final TransactionTemplate transaction;
    private final Voisins voisins;

    MotsQuittes(JdbcClient base, TransactionTemplate transaction) {
        this.base = base;
        this.transaction = transaction;
        this.voisins = new Voisins(base, "recherche_mot");
    }

    /** @return faux s'il n'y en a plus, ou si des actes s'écrivent : au prochain passage */
    boolean oublierUnMot() {
        return Boolean.TRUE.equals(transaction.execute(_ -> jugerUnMot()));
    }

    private boolean jugerUnMot() {
        return base.sql("select mot from recherche_mot_quitte order by mot limit 1 for update skip locked")
                .query(String.class)
                .optional()
                .filter(this::juger)
                .map(mot -> base.sql("delete from recherche_mot_quitte where mot = ?")
                        .param(mot)
                        .update())
                .isPresent();
    }

    /** Sans attendre personne : le tour des actes passe d'abord. */
    private boolean juger(String mot) {
        if (porte(mot)) {
            return true;
        }
        var seul = base.sql("select pg_try_advisory_xact_lock(" + VERROU + ")")
                .query(Boolean.class)
                .single();
        if (seul && !porte(mot)) {
            voisins.oublier(mot);
        }
        return seul;
    }

    private boolean porte(String mot) {
        return base.sql("select exists (select from recherche_dossier where mots @@ :mot::tsquery)")
                .param("mot", "'%s' | '%s%s'".formatted(mot, MotsCherches.HORS_DU_NOM, mot))
                .query(Boolean.class)
                .single();
    }
}
