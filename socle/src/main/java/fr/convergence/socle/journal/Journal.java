package fr.convergence.socle.journal;

import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.chiffrement.Sceau;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Le journal des actes (AUD-1, DOS-9) : une chaîne par objet, chaque ligne scellée par un HMAC qui couvre la précédente.
 *
 * <p>La chaîne d'un dossier est sa référence ; celle d'un compte, « compte/{id} ». Le détail ne porte ni secret ni donnée
 * personnelle au-delà de ce que l'historique doit montrer. Le rôle de l'application n'écrit ses tables que par deux fonctions
 * de la base.
 */
@Component
public class Journal {

    /** L'acteur de ce que le portail fait seul. */
    public static final String SYSTEME = "systeme";

    /** Premier maillon d'une chaîne. */
    static final byte[] ORIGINE = new byte[32];

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient base;
    private final Sceau sceau;
    private final Clock horloge;

    Journal(JdbcClient base, Sceau sceau, Clock horloge) {
        this.base = base;
        this.sceau = sceau;
        this.horloge = horloge;
    }

    /**
     * Ajoute une ligne, dans la transaction de l'acte.
     *
     * @param acteur identifiant du compte qui agit, ou {@link #SYSTEME}
     */
    @Transactional(propagation = Propagation.REQUIRED)
    public void ecrire(String chaine, String acteur, Inscrit acte) {
        var tete = tete(chaine);
        var ligne = new LigneDuJournal(
                Uuid.v7(),
                chaine,
                tete.rang() + 1,
                horloge.instant(),
                acteur,
                acte.code(),
                new TreeMap<>(acte.detail()));
        var empreinte = sceau.hmac(ligne.canonique(tete.empreinte()));
        base.sql("select journal_ajouter(?, ?, ?, ?, ?, ?, ?::jsonb, ?)")
                .params(
                        ligne.id(),
                        chaine,
                        ligne.rang(),
                        Timestamp.from(ligne.le()),
                        acteur,
                        ligne.acte(),
                        JSON.writeValueAsString(ligne.detail()),
                        empreinte)
                .query()
                .singleRow();
    }

    /** Une chaîne entière, de la première ligne à la dernière. */
    public List<LigneDuJournal> chaine(String chaine) {
        return base.sql("select * from journal where chaine = ? order by rang")
                .param(chaine)
                .query((ligne, _) -> LigneDuJournal.lire(ligne))
                .list();
    }

    /** Prend la tête de chaîne pour le temps de la transaction : deux actes sur un même objet se suivent. */
    private Tete tete(String chaine) {
        return base.sql("select dernier_rang as rang, derniere_empreinte as empreinte from journal_tete(?)")
                .param(chaine)
                .query((ligne, rang) -> new Tete(ligne.getLong("rang"), ligne.getBytes("empreinte")))
                .single();
    }

    private record Tete(long rang, byte[] empreinte) {}
}
