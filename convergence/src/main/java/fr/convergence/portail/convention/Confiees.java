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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Les conventions confiées à un prestataire de signature, et où en est leur demande chez lui. */
@Component
class Confiees {

    /** @param demande son identifiant chez le prestataire */
    record Confiee(UUID convention, String demande) {}

    private static final String ENVOYEE = "etat = " + CodeDeConvention.ENVOYEE.sql();
    private static final String SUIVIE = " and confiee and not demande_finie ";

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

    /** Celles dont le prestataire n'a pas encore la demande. */
    List<UUID> aDemander(int lot) {
        return base.sql("select id from convention where " + ENVOYEE + SUIVIE
                        + "and demande is null order by id limit ?")
                .param(lot)
                .query(UUID.class)
                .list();
    }

    void demandee(UUID convention, String demande) {
        base.sql("update convention set demande = ? where id = ?")
                .params(demande, convention)
                .update();
    }

    /** Celles que le signataire a peut-être signées : celle dont le prestataire a parlé, puis la plus anciennement relevée. */
    List<Confiee> aRelever(int lot) {
        return suivies(ENVOYEE, lot);
    }

    /** Elle passe après les autres, que le prestataire réponde ou non. */
    void relever(UUID convention) {
        base.sql("update convention set relevee_le = ? where id = ?")
                .params(Timestamp.from(horloge.instant()), convention)
                .update();
    }

    /** Celles qui ne sont plus à signer ici, et le sont encore chez lui. */
    List<Confiee> aAnnuler(int lot) {
        return suivies("not " + ENVOYEE, lot);
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

    private List<Confiee> suivies(String etat, int lot) {
        return base.sql("select id as convention, demande from convention where " + etat + SUIVIE
                        + "and demande is not null order by relevee_le nulls first, id limit ?")
                .param(lot)
                .query(Confiee.class)
                .list();
    }
}
