package fr.convergence.portail.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acte.ActeDuDossier.ConteneurAccepte;
import fr.convergence.portail.acte.ActeDuDossier.ConteneurActive;
import fr.convergence.portail.acte.ActeDuDossier.ConteneurRemplace;
import fr.convergence.portail.acte.ActeDuDossier.EtapeOuverte;
import fr.convergence.portail.acte.ActeDuDossier.EtapeTransmise;
import fr.convergence.portail.acte.ActeDuDossier.EtapeValidee;
import fr.convergence.portail.acte.ActeDuDossier.PieceDeposee;
import fr.convergence.portail.acte.ActeDuDossier.PieceRefusee;
import fr.convergence.portail.acte.ActeDuDossier.PieceRetiree;
import fr.convergence.portail.acte.ActeDuDossier.ReponseEnregistree;
import fr.convergence.portail.dossier.Passage.Acteur;
import fr.convergence.portail.dossier.Passage.Mouvement;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.guichet.Retour;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.socle.journal.Inscrit;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.page.Message;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestDuPortail
@Tag("DOS-9")
final class HistoriqueDuDossierTest {

    private static final Instant LE = Instant.parse("2026-03-03T13:03:00Z");

    @Autowired
    Dossiers dossiers;

    @Autowired
    HistoriqueDuDossier historique;

    @Autowired
    JdbcClient base;

    @Autowired
    Journal journal;

    /** Les listes des autres essais montrent aussi ces dossiers : leur guichet a un titre. */
    @BeforeEach
    void publier(@Autowired GuichetsPublies guichets) {
        UneInstruction.publier(guichets);
    }

    @Test
    void chaque_passage_dit_qui_quand_et_de_quoi_a_quoi() {
        var claire = compte("Claire", "Essai");
        var dossier = UnDossier.deGht("BRE-01").duReferent(claire).dossier();
        dossiers.creer(dossier);
        var brouillon = dossier.courante();
        var transmise = brouillon.transmettre(LE, Retour.DIRECT);
        dossiers.passer(
                dossier,
                brouillon,
                transmise,
                claire.toString(),
                new EtapeTransmise(brouillon.vers(transmise), 1, "0b62"));

        var passages = historique.de(dossier);

        assertThat(passages).extracting(Passage::acte).containsExactly("etape-transmise", "dossier-cree");
        assertThat(passages.getFirst().qui())
                .isEqualTo(new Acteur(claire.toString(), new Message("dossier.acteur.referent", "Claire Essai")));
        assertThat(passages.getFirst().mouvement())
                .contains(new Mouvement("candidature", 0, Statut.A_COMPLETER, Statut.TRANSMIS_ARS));
        assertThat(historique.dernier(dossier, "candidature")).contains(passages.getFirst());
        assertThat(historique.dernier(dossier, "declaration")).isEmpty();
    }

    @Test
    void un_motif_et_une_echeance_se_lisent_un_acte_inconnu_aussi() {
        var dossier = UnDossier.deGht("BRE-02").dossier();
        dossiers.creer(dossier);
        journal.ecrire(
                dossier.reference().valeur(),
                Journal.SYSTEME,
                new DAvant(
                        "etape-mise-de-cote",
                        Map.of("motif", "fenêtre passée", "retourAvant", "2026-03-03T13:03:00Z", "interne", "tu")));

        var passage = historique.de(dossier).getFirst();

        assertThat(passage.libelle()).isEqualTo(Message.brut("etape mise de cote"));
        assertThat(passage.qui().nom()).isEqualTo(new Message("dossier.acteur.systeme"));
        assertThat(passage.details())
                .extracting(Passage.Detail::texte)
                .containsExactly("fenêtre passée", "3 mars 2026, 14:02");
    }

    @Test
    void une_saisie_de_trois_reponses_ne_fait_qu_une_ligne() {
        var dossier = UnDossier.deGht("BRE-03").dossier();
        dossiers.creer(dossier);
        var chaine = dossier.reference().valeur();
        for (var question : List.of("dsi", "rssi", "iban")) {
            journal.ecrire(chaine, "claire", new ReponseEnregistree("candidature", question, 1, "0b62"));
        }
        journal.ecrire(chaine, "luc", new ReponseEnregistree("candidature", "bic", 1, "0b62"));

        assertThat(historique.de(dossier))
                .extracting(Passage::libelle)
                .containsExactly(
                        new Message("dossier.acte.reponse-enregistree"),
                        Message.brut("3 réponses enregistrées"),
                        new Message("dossier.acte.dossier-cree"));
    }

    /** L'empreinte d'une réponse est au journal pour le vérifier ; elle n'est pas celle d'une transmission. */
    @Test
    void une_reponse_enregistree_ne_se_dit_pas_transmise() {
        var dossier = UnDossier.deGht("BRE-04").dossier();
        dossiers.creer(dossier);
        journal.ecrire(
                dossier.reference().valeur(), "claire", new ReponseEnregistree("candidature", "iban", 1, "0b62"));

        assertThat(historique.de(dossier).getFirst().details()).isEmpty();
    }

    /** Une ligne d'une version précédente, qui n'écrivait pas la révision : elle se dit par ses mots. */
    @Test
    void une_ligne_dont_la_forme_ne_se_lit_plus_se_montre_encore() {
        var dossier = UnDossier.deGht("BRE-05").dossier();
        dossiers.creer(dossier);
        journal.ecrire(
                dossier.reference().valeur(),
                "claire",
                new DAvant("reponse-enregistree", Map.of("etape", "candidature", "question", "iban")));

        assertThat(historique.pourLeReferent(dossier).getFirst())
                .returns(new Message("dossier.acte.reponse-enregistree"), Passage::libelle)
                .returns(List.of(), Passage::changements);
    }

    /** La candidature acceptée, sa déclaration s'écrit : le vérificateur sait qu'elle s'est ouverte, et n'en lit que ce qu'on lui transmet. */
    @Test
    void rien_de_ce_qui_se_fait_d_une_etape_avant_sa_transmission_ne_se_lit_d_un_verificateur(
            @Autowired UneInstruction instruction) {
        var claire = instruction.referent();
        var dossier = instruction.transmis("53", "CH DE FOUGÈRES", claire, LE);
        var chaine = dossier.reference().valeur();
        var candidature = dossier.courante();
        var acceptee = candidature.valider(LE);
        dossiers.passer(dossier, candidature, acceptee, Journal.SYSTEME, new EtapeValidee(candidature.vers(acceptee)));
        var fermee = dossier.etape("declaration").orElseThrow();
        var ouverte = fermee.ouvrir();
        dossiers.passer(dossier, fermee, ouverte, Journal.SYSTEME, new EtapeOuverte(fermee.vers(ouverte)));
        var piece = new PieceDeposee("recueil_ad", UUID.randomUUID(), "0b62");
        var vide = actesLus(instruction.relire(claire, dossier));

        for (var acte : List.of(
                piece,
                new PieceRefusee("recueil_ad", piece.fichier(), "0b62"),
                new PieceRetiree("recueil_ad", piece.fichier(), "0b62"),
                new ReponseEnregistree("declaration", "d1_o1_a", 1, "0b62"),
                new ConteneurActive("preuves_d1_o1", 1),
                new ConteneurRemplace("preuves_d1_o1", 1),
                new ConteneurAccepte("preuves_d1_o1"))) {
            journal.ecrire(chaine, claire.getName(), acte);
        }
        assertThat(vide).containsExactly("etape-ouverte", "etape-validee", "etape-transmise");
        assertThat(actesLus(instruction.relire(claire, dossier))).isEqualTo(vide);

        instruction.transmettre(claire, dossier, "declaration", LE);
        journal.ecrire(chaine, claire.getName(), piece);
        assertThat(actesLus(instruction.relire(claire, dossier)))
                .containsExactly(
                        "piece-deposee", "etape-transmise", "etape-ouverte", "etape-validee", "etape-transmise");
    }

    private List<String> actesLus(Dossier dossier) {
        return historique.pourUnVerificateur(dossier).stream()
                .map(Passage::acte)
                .toList();
    }

    /** Un acte que ce code n'écrit pas, ou plus. */
    private record DAvant(String code, Map<String, String> detail) implements Inscrit {}

    private UUID compte(String prenom, String nom) {
        var id = UUID.randomUUID();
        base.sql("""
                insert into compte (id, role, nom_utilisateur, nom_utilisateur_cle, courriel, courriel_cle, civilite,
                    nom, prenom, etat, etat_depuis, cree_le)
                values (:id, 'REFERENT', :nom_utilisateur, :cle, :cle, :cle, 'MADAME', :nom, :prenom, 'ACTIF', now(), now())
                """)
                .param("id", id)
                .param("cle", id + "@essai.example")
                .param("nom_utilisateur", id.toString())
                .param("nom", nom)
                .param("prenom", prenom)
                .update();
        return id;
    }
}
