package fr.convergence.portail.reconduction;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.tableaudebord.UneReferente;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Un contact corrigé après la transmission se reprend tel qu'il est aujourd'hui (CTC-1, DOS-12). */
@TestDuPortail
@Tag("DOS-12")
@Tag("CTC-1")
final class ContactsReconduitsTest {

    private static final String FORMULAIRE = """
            formulaire: %s@1
            sections:
              - id: propos
                titre: Vos réponses
                questions:
                  - {id: dsi, libelle: DSI, type: contact}
            """;

    @Autowired
    UneReferente referente;

    @Autowired
    UneReconduction reconduction;

    @Autowired
    Requetes requetes;

    @Test
    void le_contact_corrige_se_reprend_et_non_celui_du_formulaire() throws Exception {
        reconduction.publier("RECO-CONTACT", FORMULAIRE.formatted("reco-contact"), "contacts: [dsi]");
        reconduction.publier("RECO-CONTACT-APRES", FORMULAIRE.formatted("reco-contact-apres"), "contacts: [dsi]");
        var claire = referente.connectee();
        var ancienne = referente.candidate("RECO-CONTACT").valeur();
        dire(claire, "/dossiers/" + ancienne + "/candidature/reponses/dsi", "ancienne@chu.example", "r.dsi");
        assertThat(requetes.envoyer(claire, "/dossiers/" + ancienne + "/candidature/transmissions"))
                .hasStatus(303);
        assertThat(dire(claire, "/dossiers/" + ancienne + "/contacts/dsi", "nouvelle@chu.example", "version"))
                .isEqualTo(303);
        var neuve = referente.candidate("RECO-CONTACT-APRES").valeur();

        assertThat(requetes.envoyer(claire, "/dossiers/" + neuve + "/reconduction", "ancienne", ancienne))
                .hasStatus(303);
        assertThat(reconduction
                        .page(claire, "/dossiers/" + neuve + "/candidature/propos")
                        .select("[name=dsi.courriel]")
                        .val())
                .isEqualTo("nouvelle@chu.example");
    }

    private int dire(Connecte qui, String adresse, String courriel, String revision) {
        var champs = new HashMap<>(
                Map.of("dsi.civilite", "MADAME", "dsi.prenom", "Anne", "dsi.nom", "Durand", "dsi.courriel", courriel));
        champs.put(revision, "0");
        return requetes.envoyer(qui, adresse, champs).getResponse().getStatus();
    }
}
