package fr.convergence.portail.reprise;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.compte.Compte;
import fr.convergence.socle.fichier.Analyse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Après un refus ou un silence, l'opérateur tranche, avec un motif et une preuve (TRF-3). */
@TestDuPortail
@Tag("TRF-3")
final class RepriseTrancheeTest extends EssaisDeReprise {

    @Autowired
    Analyse analyse;

    @Test
    void tant_que_le_referent_peut_repondre_l_operateur_ne_tranche_pas() throws Exception {
        demander(lea);
        prouver();

        assertThat(page(operateur, arbitrage()).select("form[action$=preuves]")).isEmpty();
        assertThat(trancher("accorder", "Départ"))
                .hasStatus(422)
                .bodyText()
                .contains("n’est pas, ou n’est plus, à trancher", "Départ");
        assertThat(tient(claire)).isTrue();
    }

    @Test
    void accorder_demande_une_preuve_et_les_deux_lisent_le_motif() throws Exception {
        demander(lea);
        refuser(claire, "Non");

        assertThat(page(operateur, "/administration/reprises").text()).contains(reference.valeur());
        assertThat(trancher("accorder", "Départ")).hasStatus(422).bodyText().contains("Joignez d’abord la preuve");
        assertThat(trancher("", " ")).hasStatus(422).bodyText().contains("Choisissez votre décision", "Dites pourquoi");
        assertThat(prouver()).hasStatus(303);
        assertThat(page(operateur, arbitrage()).select("main").text()).contains("delegation.pdf", "Non");
        analyse.analyserLot();
        assertThat(requetes.lire(operateur, arbitrage() + "/preuve")).hasStatusOk();

        assertThat(trancher("accorder", "Départ constaté")).hasStatus(303);

        assertThat(tient(lea)).isTrue();
        assertThat(etat()).isEqualTo("ACCORDEE");
        for (var compte : List.of(referente.compte(), successeur)) {
            assertThat(dernierTexte(compte)).contains("Départ constaté");
        }
        assertThat(page(lea, "/dossiers/" + reference + "/historique").text())
                .contains("Reprise accordée par l’opérateur");
        assertThat(trancher("rejeter", "Deux fois")).hasStatus(422);
    }

    @Test
    void une_reprise_accordee_par_erreur_se_defait() throws Exception {
        demander(lea);
        horloge.avancer(Duration.ofDays(15));
        prouver();
        assertThat(trancher("accorder", "Silence"))
                .as("le délai est passé à son heure")
                .hasStatus(303);

        var defaire = page(operateur, "/administration/transferts/" + reference).select("main li form");
        assertThat(defaire).hasSize(1);
        requetes.envoyer(
                operateur,
                "/administration/transferts/" + reference,
                "tenu",
                defaire.select("[name=tenu]").val(),
                "vers",
                defaire.select("[name=vers]").val(),
                "motif",
                defaire.select("[name=motif]").val());

        assertThat(tient(claire)).isTrue();
        assertThat(dernierTexte(successeur)).contains("par erreur");
        assertThat(dernierTexte(referente.compte())).contains("par erreur");
    }

    @Test
    void rejeter_ne_change_rien_et_les_deux_le_savent() {
        demander(lea);
        refuser(claire, "Non");

        assertThat(trancher("rejeter", "Aucune délégation")).hasStatus(303);

        assertThat(tient(claire)).isTrue();
        assertThat(dernier(successeur)).isEqualTo("reprise/rejetee");
        assertThat(dernierTexte(referente.compte())).contains("Aucune délégation");
        assertThat(demander(lea)).as("elle peut redemander").hasStatus(303);
    }

    @Test
    void un_demandeur_parti_rend_la_decision_sans_objet() {
        demander(lea);
        refuser(claire, "Non");
        prouver();
        base.sql("update compte set etat = 'DESACTIVE' where id = ?")
                .param(successeur.id())
                .update();

        assertThat(trancher("accorder", "Départ")).hasStatus(303);

        assertThat(etat()).isEqualTo("SANS_OBJET");
        assertThat(tient(claire)).isTrue();
    }

    private String dernierTexte(Compte a) {
        return boite.derniere(a.courriel().valeur()).texte();
    }
}
