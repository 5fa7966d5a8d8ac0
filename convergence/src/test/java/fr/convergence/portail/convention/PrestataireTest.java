package fr.convergence.portail.convention;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.doublures.PrestataireDeSignature.DemandeDeSignature;
import fr.convergence.portail.acte.CodeDeConvention;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.EtatEtape.Brouillon;
import fr.convergence.portail.instruction.UneInstruction;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** La convention confiée à un prestataire de signature (CONV-1). */
@Tag("CONV-1")
final class PrestataireTest extends EssaiDuPrestataire {

    @Test
    void il_fait_signer_et_l_etape_suivante_s_ouvre_sans_qu_il_previenne() {
        var dossier = une.envoyee(claire, signataire);
        passer();
        var demande = demande(dossier);
        assertThat(demande.statut()).isEqualTo("ongoing");
        assertThat(demande.signataire()).isEqualTo(signataire);
        assertThat(demande.dernierJour())
                .as("il n'est plus temps de signer chez lui quand il n'est plus temps ici")
                .isEqualTo(dernierJour(dossier));
        assertThat(boite.de(signataire)).as("il écrit lui-même").isEmpty();

        PRESTATAIRE.signer(demande.id());
        passer();

        assertThat(situation.signee(dossier.id())).isTrue();
        assertThat(instruction
                        .relire(claire, dossier)
                        .etape("declaration")
                        .orElseThrow()
                        .etat())
                .isInstanceOf(Brouillon.class);
        assertThat(requetes.lire(claire, "/dossiers/" + dossier.reference() + "/conventions/1.pdf"))
                .hasStatusOk();
    }

    @Test
    void un_refus_chez_lui_en_est_un_ici() {
        var dossier = une.envoyee(claire, signataire);
        passer();
        PRESTATAIRE.refuser(demande(dossier).id(), "Mauvais signataire");
        passer();

        assertThat(situation.de(dossier.id())).contains(CodeDeConvention.REFUSEE);
        assertThat(boite.derniere(UneInstruction.courriel(claire)).texte()).contains("Mauvais signataire");
    }

    @Test
    void un_evenement_mal_signe_est_refuse_rejoue_ou_inconnu_il_ne_change_rien() throws Exception {
        var dossier = une.envoyee(claire, signataire);
        passer();
        var demande = demande(dossier).id();
        var dit = evenement("evt-" + demande, demande);

        assertThat(recevoir(dit, "sha256=" + "0".repeat(64))).hasStatus(401);
        assertThat(recevoir(dit, "")).hasStatus(401);
        assertThat(recevoir(dit.replace("done", "gone"), signe(dit))).hasStatus(401);
        assertThat(recevoir(dit, signe(dit))).hasStatus(204);
        assertThat(recevoir(dit, signe(dit))).hasStatus(204);
        var ailleurs = evenement("evt-ailleurs-" + demande, UUID.randomUUID().toString());
        assertThat(recevoir(ailleurs, signe(ailleurs))).hasStatus(204);

        assertThat(base.sql("select count(*) from convention_evenement where id = ?")
                        .param("evt-" + demande)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        passer();
        assertThat(situation.signee(dossier.id()))
                .as("l’événement la disait signée, lui non")
                .isFalse();
    }

    /** Il tient la ligne sans finir : le passage rend la main de lui-même. */
    @Test
    void celle_dont_il_parle_se_releve_avant_celles_qu_on_a_deja_relevees() throws Exception {
        var premiere = une.envoyee(claire, signataire);
        var seconde = une.envoyee(claire, "autre." + signataire);
        passer();
        passer();
        var demande = demande(seconde).id();
        var dit = evenement("evt-avant-" + demande, demande);
        assertThat(recevoir(dit, signe(dit))).hasStatus(204);

        assertThat(confiees.aSuivre(1))
                .extracting(Confiees.Confiee::convention)
                .containsExactly(
                        conventions.courante(seconde.id()).orElseThrow().id());
        assertThat(confiees.aSuivre(1000))
                .extracting(Confiees.Confiee::convention)
                .contains(conventions.courante(premiere.id()).orElseThrow().id());
    }

    @Test
    void une_convention_remplacee_est_annulee_chez_lui() {
        var dossier = une.envoyee(claire, signataire);
        passer();
        var demande = demande(dossier);

        requetes.envoyer(
                claire,
                "/dossiers/" + dossier.reference() + "/contacts/signataire",
                "signataire.civilite",
                "MONSIEUR",
                "signataire.nom",
                "Bizet",
                "signataire.prenom",
                "Paul",
                "signataire.fonction",
                "Directeur",
                "signataire.courriel",
                "autre." + signataire,
                "signataire.telephone",
                "0611223344",
                "version",
                "0");
        passer();

        assertThat(PRESTATAIRE.demandes(demande.cle()))
                .singleElement()
                .extracting(DemandeDeSignature::statut)
                .isEqualTo("canceled");
    }

    private String dernierJour(Dossier dossier) {
        return base.sql("""
                select to_char((expire_le - interval '1 second') at time zone 'Europe/Paris', 'YYYY-MM-DD')
                from convention where dossier = ?
                """).param(dossier.id()).query(String.class).single();
    }
}
