package fr.convergence.portail.administration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.portail.etablissement.Mots;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.personne.ActeDePersonne.CompteDesactive;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** L'opérateur trouve une personne, un courriel, un acte, de quelque façon qu'il les écrive. */
@TestDuPortail
@Tag("AUD-1")
@Tag("NOT-3")
final class RecherchesDeLOperateurTest {

    @Autowired
    Requetes requetes;

    @Autowired
    ComptesDeTest deTest;

    @Autowired
    Courriels courriels;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient base;

    private Connecte operateur;
    private Compte membre;

    @BeforeEach
    void un_operateur_et_un_membre() {
        operateur = deTest.connecte(deTest.membre(Role.OPERATEUR));
        membre = deTest.membre(Role.ANS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "D’Ïtri",
                "D'Itri",
                "d'itri",
                "zoe d'itri",
                "dïtri",
                "DITRI zoé",
                "itri",
                "Zoë D’ITRI",
                "ZOE.DITRI@chu-essai"
            })
    void une_personne_se_trouve_de_quelque_facon_qu_on_ecrive_son_nom(String saisie) {
        var zoe = deTest.referent();
        base.sql("update compte set prenom = 'Zoé', nom = 'D’Ïtri', courriel = ? where id = ?")
                .params("Zoe.DItri@chu-essai.fr", zoe.id())
                .update();
        base.sql("update compte set prenom = 'Zoé', nom = 'D’Ïtri' where id = ?")
                .param(membre.id())
                .update();

        assertThat(chercher("/referents", saisie)).bodyText().contains("/referents/" + zoe.id());
        if (!saisie.contains("@")) {
            assertThat(chercher("/comptes", saisie)).bodyText().contains("/comptes/" + membre.id());
        }
        assertThat(chercher("/referents", "Leroy")).bodyText().doesNotContain("/referents/" + zoe.id());
        assertThat(chercher("/referents", "’")).bodyText().doesNotContain("/referents/" + zoe.id());
        assertThat(chercher("/comptes", "_")).bodyText().doesNotContain("/comptes/" + membre.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zoé Léroy-Œuf", "Anne-Lyse O'Connell", "İnès ß Ǆ ﬁn", "D’Almeida  Læti"})
    void la_base_normalise_un_nom_comme_la_saisie(String nom) {
        assertThat(base.sql("select compte_cherche('', ?, '', '')")
                        .param(nom)
                        .query(String.class)
                        .single()
                        .strip())
                .isEqualTo(Mots.normaliser(nom).replace(" ", ""));
    }

    @Test
    void un_courriel_se_cherche_sans_ses_capitales_et_par_une_reference_tapee_en_minuscules() {
        var adresse = "Zoe.DItri." + operateur.compte() + "@chu-essai.fr";
        var reference = ReferenceDeDossier.nouvelle().valeur();
        courriels.ecrire("compte/desactive", adresse, Map.of("prenom", "Claire"));
        assertThat(boite.de(adresse)).as("lettre distribuée").hasSize(1);
        base.sql("update courriel set reference = ? where destinataire = ?")
                .params(reference, adresse)
                .update();
        journal.ecrire(reference, operateur.getName(), new CompteDesactive());

        for (var saisie : List.of(adresse, adresse.toLowerCase(Locale.ROOT), adresse.toUpperCase(Locale.ROOT))) {
            assertThat(lire(operateur, "/courriels?destinataire=" + saisie))
                    .as(saisie)
                    .bodyText()
                    .contains(reference);
        }
        assertThat(lire(operateur, "/courriels?reference=" + reference.toLowerCase(Locale.ROOT)))
                .bodyText()
                .contains(adresse);
        assertThat(lire(operateur, "/journal?objet=" + reference.toLowerCase(Locale.ROOT)))
                .bodyText()
                .contains(reference);
    }

    private MvcTestResult chercher(String liste, String saisie) {
        return lire(operateur, liste + "?q=" + saisie);
    }

    private MvcTestResult lire(Connecte qui, String chemin) {
        return requetes.lire(qui, "/administration" + chemin);
    }
}
