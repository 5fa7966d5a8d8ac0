package fr.convergence.socle.chiffrement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RotationDesClesTest {

    @TempDir
    Path dossier;

    private final ByteArrayOutputStream sortie = new ByteArrayOutputStream();

    @Test
    void une_rotation_en_deux_temps_lit_l_ancien_et_ecrit_avec_la_neuve() {
        var fichier = dossier.resolve("cles.json");
        var avant = Trousseau.chargerOuCreer(fichier).enCoffre();
        var ancien = avant.sceller("secret".getBytes(UTF_8), "essai");

        assertThat(commande("preparer", fichier.toString())).isZero();
        var prepare = Trousseau.charger(fichier).enCoffre();
        assertThat(avant.ouvrir(prepare.sceller("nœud prêt".getBytes(UTF_8), "essai"), "essai"))
                .as("un nœud qui n'a pas redémarré lit encore ce qu'écrit un nœud prêt")
                .isEqualTo("nœud prêt".getBytes(UTF_8));

        assertThat(commande("promouvoir", fichier.toString())).isZero();
        var apres = Trousseau.charger(fichier).enCoffre();
        assertThat(apres.ouvrir(ancien, "essai")).isEqualTo("secret".getBytes(UTF_8));
        assertThat(prepare.ouvrir(apres.sceller("neuf".getBytes(UTF_8), "essai"), "essai"))
                .isEqualTo("neuf".getBytes(UTF_8));
    }

    @Test
    void les_deux_temps_se_suivent_un_temps_repete_ne_change_rien() {
        var fichier = dossier.resolve("cles.json");
        Trousseau.chargerOuCreer(fichier);

        assertThat(commande("promouvoir", fichier.toString())).isEqualTo(1);
        assertThat(sortie.toString(UTF_8)).contains("Aucune clé n’attend d’écrire");
        assertThat(commande("preparer", fichier.toString())).isZero();
        assertThat(commande("preparer", fichier.toString())).isEqualTo(1);
        assertThat(sortie.toString(UTF_8)).contains("Une clé attend déjà d’écrire");
        assertThat(Trousseau.charger(fichier)).hasToString("Trousseau[2 clés, 2 clés]");
        assertThat(commande("promouvoir", fichier.toString())).isZero();
    }

    @Test
    void un_fichier_absent_ou_une_commande_inconnue_se_disent_en_une_ligne() {
        assertThat(commande("preparer", dossier.resolve("absent.json").toString()))
                .isEqualTo(1);
        assertThat(sortie.toString(UTF_8)).contains("est absent").doesNotContain("\tat ");
        assertThat(commande("preparer")).isEqualTo(2);
    }

    private int commande(String... arguments) {
        var flux = new PrintStream(sortie, true, UTF_8);
        return RotationDesCles.executer(arguments, flux, flux);
    }
}
