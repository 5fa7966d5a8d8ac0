package fr.convergence.portail.convention;

import fr.convergence.portail.acte.CodeDeConvention;
import fr.convergence.socle.signature.Yousign;
import fr.convergence.socle.signature.Yousign.Evenement;
import fr.convergence.socle.tache.Reveils;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Les conventions confiées à un prestataire de signature, et où en est leur demande chez lui. */
@Component
class Confiees {

    /**
     * @param demande son identifiant chez le prestataire ; nul tant qu'il ne l'a pas
     * @param aSigner faux quand elle n'est plus à signer ici, et l'est encore chez lui
     */
    record Confiee(UUID convention, @Nullable String demande, boolean aSigner) {}

    private static final String ENVOYEE = "etat = " + CodeDeConvention.ENVOYEE.sql();

    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final int BLOQUEES_DITES = 20;
    private static final Duration REJEUX = Duration.ofDays(30);

    private final JdbcClient base;
    private final Yousign prestataire;
    private final Reveils reveils;
    private final Clock horloge;

    Confiees(JdbcClient base, Yousign prestataire, Reveils reveils, Clock horloge) {
        this.base = base;
        this.prestataire = prestataire;
        this.reveils = reveils;
        this.horloge = horloge;
    }

    /** Vrai quand un prestataire est réglé : c'est lui qui fera signer celle-ci. */
    boolean prend(UUID convention) {
        if (prestataire.regle()) {
            base.sql("update convention set confiee = true where id = ?")
                    .param(convention)
                    .update();
            reveils.apresTransaction(TachesDeConvention.PRESTATAIRE);
        }
        return prestataire.regle();
    }

    boolean est(UUID convention) {
        return base.sql("select confiee from convention where id = ?")
                .param(convention)
                .query(Boolean.class)
                .single();
    }

    /**
     * Celles dont on attend quelque chose du prestataire, de chaque sorte à son tour : à demander, à relever, à annuler. Dans
     * chacune, les neuves et celles dont il vient de parler, puis la plus anciennement essayée : celle qu'il refuse toujours
     * passe après toutes les autres, et aucune sorte n'attend derrière une autre.
     */
    List<Confiee> aSuivre(int lot) {
        return base.sql("""
                select convention, demande, a_signer from (
                    select id as convention, demande, %1$s as a_signer,
                           row_number() over (partition by %1$s, demande is null order by relevee_le nulls first, id) as tour
                    from convention
                    where confiee and not demande_finie and (%1$s or demande is not null)) sortes
                order by tour, a_signer, demande nulls first limit :lot
                """.formatted(ENVOYEE))
                .param("lot", lot)
                .query(Confiee.class)
                .list();
    }

    /** Les dossiers dont une convention n'a pu être envoyée, ou que le prestataire n'a pas prise, depuis plus d'une heure. */
    List<String> bloquees() {
        return base.sql("""
                select reference from (
                    (select reference, id from convention where etat = %1$s and depuis < :seuil order by id limit :lot)
                    union
                    (select reference, id from convention
                     where confiee and not demande_finie and demande is null and %2$s and depuis < :seuil
                     order by id limit :lot)) bloquees
                order by id limit :lot
                """.formatted(CodeDeConvention.A_ENVOYER.sql(), ENVOYEE))
                .param("seuil", Timestamp.from(horloge.instant().minus(PATIENCE)))
                .param("lot", BLOQUEES_DITES)
                .query(String.class)
                .list();
    }

    /** Elle passe après les autres, que le prestataire réponde ou non. */
    void essayee(UUID convention) {
        base.sql("update convention set relevee_le = ? where id = ?")
                .params(Timestamp.from(horloge.instant()), convention)
                .update();
    }

    void demandee(UUID convention, String demande) {
        base.sql("update convention set demande = ? where id = ?")
                .params(demande, convention)
                .update();
    }

    void finie(UUID convention) {
        base.sql("update convention set demande_finie = true where id = ?")
                .param(convention)
                .update();
    }

    /** Un événement neuf hâte le passage ; déjà reçu, il ne fait rien. */
    @Transactional
    public void recevoir(Evenement evenement) {
        var neuf = base.sql("insert into convention_evenement (id, recu_le) values (?, ?) on conflict (id) do nothing")
                        .params(evenement.id(), Timestamp.from(horloge.instant()))
                        .update()
                == 1;
        if (neuf) {
            base.sql("update convention set relevee_le = null where demande = ?")
                    .param(evenement.demande())
                    .update();
            reveils.apresTransaction(TachesDeConvention.PRESTATAIRE);
        }
    }

    /** Un événement ne se rejoue plus passé ce temps. */
    void oublierLesEvenements() {
        base.sql("delete from convention_evenement where recu_le < ?")
                .param(Timestamp.from(horloge.instant().minus(REJEUX)))
                .update();
    }
}
