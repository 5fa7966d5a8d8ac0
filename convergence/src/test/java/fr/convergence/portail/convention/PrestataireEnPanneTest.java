package fr.convergence.portail.convention;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.doublures.PrestataireDeSignature.Humeur;
import fr.convergence.portail.acte.CodeDeConvention;
import fr.convergence.portail.dossier.Dossier;
import java.sql.Timestamp;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Le prestataire de signature coupé, lent, menteur : rien ne se perd, et tout reprend de soi-même (CONV-1). */
@Tag("CONV-1")
final class PrestataireEnPanneTest extends EssaiDuPrestataire {

    @Test
    void coupe_apres_avoir_tout_fait_il_n_est_pas_redemande() {
        var dossier = une.envoyee(claire, signataire);
        PRESTATAIRE.humeur(Humeur.COUPE);
        passer();
        assertThat(situation.de(dossier.id())).contains(CodeDeConvention.ENVOYEE);

        PRESTATAIRE.humeur(Humeur.BONNE);
        passer();
        var premiere = demande(dossier);
        base.sql("update convention set demande = null where dossier = ?")
                .param(dossier.id())
                .update(); // la réponse s'était perdue
        passer();

        assertThat(demande(dossier).id()).isEqualTo(premiere.id());
    }

    @Test
    void lent_il_fait_attendre_la_convention_et_personne_d_autre() {
        var dossier = une.envoyee(claire, signataire);
        PRESTATAIRE.humeur(Humeur.LENT);
        passer();
        assertThat(situation.de(dossier.id())).contains(CodeDeConvention.ENVOYEE);

        PRESTATAIRE.humeur(Humeur.BONNE);
        passer();

        assertThat(demande(dossier).statut()).isEqualTo("ongoing");
    }

    @Test
    @Timeout(60)
    void sans_fin_il_ne_retient_pas_le_passage() {
        var dossier = une.envoyee(claire, signataire);
        PRESTATAIRE.humeur(Humeur.SANS_FIN);
        passer();
        assertThat(situation.de(dossier.id())).contains(CodeDeConvention.ENVOYEE);

        PRESTATAIRE.humeur(Humeur.BONNE);
        passer();

        assertThat(demande(dossier).statut()).isEqualTo("ongoing");
    }

    @Test
    void menteur_il_n_est_pas_cru() {
        var dossier = une.envoyee(claire, signataire);
        passer();
        PRESTATAIRE.signer(demande(dossier).id());
        PRESTATAIRE.humeur(Humeur.MENTEUR);
        passer();
        assertThat(situation.signee(dossier.id())).isFalse();

        PRESTATAIRE.humeur(Humeur.BONNE);
        passer();

        assertThat(situation.signee(dossier.id())).isTrue();
    }

    @Test
    void celle_qu_il_refuse_passe_apres_les_autres() {
        var refusee = une.envoyee(claire, signataire);
        PRESTATAIRE.humeur(Humeur.COUPE);
        passer();
        PRESTATAIRE.humeur(Humeur.BONNE);
        var neuve = une.envoyee(claire, "autre." + signataire);

        assertThat(confiees.aSuivre(1_000))
                .extracting(Confiees.Confiee::convention)
                .containsSubsequence(convention(neuve), convention(refusee));
    }

    /** Coupé plus longtemps qu'elle n'était à signer : personne ne la signera plus, et le référent l'apprend. */
    @Test
    void jamais_demandee_et_echue_elle_expire_ici() {
        var dossier = une.envoyee(claire, signataire);
        base.sql("update convention set expire_le = ? where dossier = ?")
                .params(Timestamp.from(horloge.instant()), dossier.id())
                .update();
        passer();

        assertThat(situation.de(dossier.id())).contains(CodeDeConvention.EXPIREE);
        assertThat(PRESTATAIRE.demandes(convention(dossier).toString())).isEmpty();
    }

    private UUID convention(Dossier dossier) {
        return conventions.courante(dossier.id()).orElseThrow().id();
    }
}
