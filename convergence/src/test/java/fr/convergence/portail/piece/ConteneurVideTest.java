package fr.convergence.portail.piece;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.socle.contenu.Echantillons;
import fr.convergence.socle.contenu.Raison;
import fr.convergence.socle.fichier.Analyse;
import fr.convergence.socle.fichier.EtatFichier;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Un conteneur rendu sans que rien n'y ait été ajouté ne prouve rien (ZED-3). */
@TestDuPortail
final class ConteneurVideTest {

    @Autowired
    ApplicationContext portail;

    @Autowired
    Requetes requetes;

    @Autowired
    Analyse analyse;

    private Depots depots;
    private Connecte claire;
    private Dossier dossier;
    private UnConteneur conteneur;

    @BeforeEach
    void un_dossier() {
        depots = Depots.dans(portail);
        claire = depots.referent();
        dossier = depots.dossier(claire);
        conteneur = new UnConteneur(requetes, claire, dossier, "secret");
    }

    /** Tel qu'il a été remis, sans fichier, de dossiers seuls, de fichiers sans un octet : rien n'y prouve rien. */
    @Test
    @Tag("ZED-3")
    void un_conteneur_ou_rien_n_a_ete_ajoute_est_refuse() throws IOException {
        var motDePasse = conteneur.pret();

        assertThat(refuse("tel-quel.zip", conteneur.fichier())).isEqualTo(Raison.CONTENEUR_VIDE);
        assertThat(refuse("rien.zip", UnConteneur.archive(motDePasse, Map.of())))
                .isEqualTo(Raison.CONTENEUR_VIDE);
        assertThat(refuse("dossiers.zip", UnConteneur.archive(motDePasse, Map.of("rapports/", new byte[0]))))
                .isEqualTo(Raison.CONTENEUR_VIDE);
        assertThat(refuse("sans-octet.zip", UnConteneur.archive(motDePasse, Map.of("rapport.pdf", new byte[0]))))
                .isEqualTo(Raison.CONTENEUR_VIDE);
        assertThat(UnConteneur.texte(requetes.lire(claire, Depots.adresse(dossier) + "/preuves")))
                .contains("ne contient aucun de vos fichiers");
        assertThat(depose(
                        "plein.zip",
                        UnConteneur.archive(
                                motDePasse,
                                Map.of("LISEZ-MOI.txt", new byte[] {1}, "audits/rapport.pdf", Echantillons.pdf()))))
                .isInstanceOf(EtatFichier.NonAnalyse.class);
    }

    private EtatFichier depose(String nom, byte[] octets) {
        UUID fichier = depots.depose(claire, dossier, "secret", nom, octets);
        return analyse.analyser(fichier).orElseThrow();
    }

    private Raison refuse(String nom, byte[] octets) {
        return ((EtatFichier.Refuse) depose(nom, octets)).refus().raison();
    }
}
