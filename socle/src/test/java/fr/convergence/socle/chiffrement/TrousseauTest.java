package fr.convergence.socle.chiffrement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.convergence.socle.base.DemarrageImpossible;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("PCE-4")
final class TrousseauTest {

    private static final byte[] SECRET = "un secret".getBytes(UTF_8);

    @TempDir
    Path dossier;

    @Test
    void un_trousseau_absent_empeche_de_demarrer_et_dit_quoi_faire() {
        assertThatExceptionOfType(DemarrageImpossible.class)
                .isThrownBy(() -> Trousseau.charger(dossier.resolve("cles.json")))
                .withMessageContaining("cles.json")
                .withMessageContaining("convergence.cles.creer=true");
    }

    @Test
    void un_trousseau_cree_n_est_lisible_que_du_service_et_se_relit() throws IOException {
        var fichier = dossier.resolve("sous/cles.json");
        var scelle = Trousseau.chargerOuCreer(fichier).enCoffre().sceller(SECRET, "a/1");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fichier)))
                .isEqualTo("rw-------");
        assertThat(Trousseau.chargerOuCreer(fichier).enCoffre().ouvrir(scelle, "a/1"))
                .isEqualTo(SECRET);
        assertThat(fichier.getParent()).isDirectoryNotContaining(autre -> !autre.equals(fichier));
    }

    @Test
    void un_fichier_abime_est_dit_sans_que_son_contenu_paraisse() throws IOException {
        var fichier = dossier.resolve("cles.json");
        Files.writeString(fichier, "{\"coffre\": {\"primaryKeyId\": 1, \"key\": [{\"SECRET\": 1}]}}");
        assertThatExceptionOfType(DemarrageImpossible.class)
                .isThrownBy(() -> Trousseau.charger(fichier))
                .withMessageContaining("n’est pas un trousseau")
                .withNoCause()
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("SECRET"));
    }

    @Test
    void une_empreinte_se_retrouve_pendant_et_apres_une_rotation() {
        var avant = Trousseau.neuf();
        var gardee = avant.enEmpreintes("session").de("secret");
        var suivant = avant.preparee();
        var preparee = suivant.enEmpreintes("session");
        var promue = suivant.promue().enEmpreintes("session");

        assertThat(preparee.de("secret")).isEqualTo(gardee);
        assertThat(promue.de("secret")).isNotEqualTo(gardee);
        assertThat(List.of(promue.possibles("secret"))).contains(gardee);
        assertThat(List.of(preparee.possibles("secret"))).contains(promue.de("secret"));
        assertThat(avant.enEmpreintes("autre").de("secret")).isNotEqualTo(gardee);
        assertThat(Trousseau.neuf().enEmpreintes("session").de("secret")).isNotEqualTo(gardee);
    }

    @Test
    void une_valeur_alteree_ou_mise_dans_un_autre_contexte_ne_s_ouvre_pas() {
        var coffre = ClesDeTest.coffre();
        var scelle = coffre.sceller(SECRET, "a/1");
        assertThatExceptionOfType(ScellementInvalide.class).isThrownBy(() -> coffre.ouvrir(scelle, "a/2"));
        scelle[scelle.length - 1] ^= 1;
        assertThatExceptionOfType(ScellementInvalide.class).isThrownBy(() -> coffre.ouvrir(scelle, "a/1"));
    }

    @Test
    void une_rotation_en_deux_temps_laisse_chaque_noeud_relire_les_autres() {
        var fichier = dossier.resolve("cles.json");
        var ancien = Trousseau.neuf();
        ancien.preparee().enregistrer(fichier);
        var prepare = Trousseau.charger(fichier);
        var promu = prepare.promue();

        assertThat(ancien.enCoffre().ouvrir(prepare.enCoffre().sceller(SECRET, "a"), "a"))
                .isEqualTo(SECRET);
        var nouveau = promu.enCoffre().sceller(SECRET, "a");
        assertThat(prepare.enCoffre().ouvrir(nouveau, "a")).isEqualTo(SECRET);
        assertThatExceptionOfType(ScellementInvalide.class)
                .isThrownBy(() -> ancien.enCoffre().ouvrir(nouveau, "a"));

        var hmac = ancien.enSceau().hmac(SECRET);
        assertThat(promu.enSceau().hmac(SECRET)).isNotEqualTo(hmac);
        assertThat(promu.enSceau().verifier(hmac, SECRET)).isTrue();
    }

    @Test
    void un_sceau_ne_convient_qu_a_ce_qu_il_a_signe() {
        var sceau = ClesDeTest.sceau();
        var hmac = sceau.hmac(SECRET);
        assertThat(sceau.hmac(SECRET)).isEqualTo(hmac).hasSize(37);
        assertThat(sceau.verifier(hmac, "autre".getBytes(UTF_8))).isFalse();
    }

    @Test
    void un_flux_se_relit_par_sa_cle_dans_son_contexte_seulement() throws IOException {
        var coffre = ClesDeTest.coffre();
        var scellee = coffre.nouvelleCle("f");
        var octets = new byte[300_000];
        octets[299_999] = 7;
        var chiffre = new ByteArrayOutputStream();
        try (var flux = coffre.cle(scellee, "f").chiffrer(chiffre, "f/0")) {
            flux.write(octets);
        }
        var cle = coffre.cle(scellee, "f");
        assertThat(cle.dechiffrer(new ByteArrayInputStream(chiffre.toByteArray()), "f/0")
                        .readAllBytes())
                .isEqualTo(octets);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> cle.dechiffrer(new ByteArrayInputStream(chiffre.toByteArray()), "f/1")
                        .readAllBytes());
        assertThatExceptionOfType(ScellementInvalide.class).isThrownBy(() -> coffre.cle(scellee, "g"));
    }
}
