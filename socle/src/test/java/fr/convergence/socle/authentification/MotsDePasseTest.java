package fr.convergence.socle.authentification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class MotsDePasseTest {

    private static final MotsDePasse MOTS_DE_PASSE = new MotsDePasse();

    @Test
    void une_empreinte_reconnait_son_mot_de_passe_et_nul_autre() {
        var empreinte = MOTS_DE_PASSE.empreinte("Ma tarentule préfère 3 ficelles !");
        assertThat(empreinte).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(MOTS_DE_PASSE.verifier("Ma tarentule préfère 3 ficelles !", empreinte))
                .isTrue();
        assertThat(MOTS_DE_PASSE.verifier("Ma tarentule prefere 3 ficelles !", empreinte))
                .isFalse();
        assertThat(MOTS_DE_PASSE.verifier("", empreinte)).isFalse();
        assertThat(MOTS_DE_PASSE.aRefaire(empreinte)).isFalse();
    }

    @Test
    void deux_empreintes_du_meme_mot_de_passe_different() {
        assertThat(MOTS_DE_PASSE.empreinte("x7$Kq!2mVz#w")).isNotEqualTo(MOTS_DE_PASSE.empreinte("x7$Kq!2mVz#w"));
    }

    @Test
    void un_accent_vaut_le_meme_en_un_signe_ou_en_deux() {
        assertThat(MOTS_DE_PASSE.verifier("cafe\u0301 serré", MOTS_DE_PASSE.empreinte("café serre\u0301")))
                .isTrue();
    }

    @Test
    void un_mot_de_passe_demesure_n_est_jamais_le_bon() {
        assertThat(MOTS_DE_PASSE.verifier("x".repeat(1_000_000), MOTS_DE_PASSE.empreinte("")))
                .isFalse();
        assertThatThrownBy(() -> MOTS_DE_PASSE.empreinte("x".repeat(129))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void le_leurre_se_verifie_comme_une_empreinte_et_ne_repond_a_rien() {
        assertThat(MOTS_DE_PASSE.empreinteLeurre()).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(MOTS_DE_PASSE.verifier("x7$Kq!2mVz#w", MOTS_DE_PASSE.empreinteLeurre()))
                .isFalse();
        assertThat(MOTS_DE_PASSE.aRefaire(MOTS_DE_PASSE.empreinteLeurre())).isFalse();
        assertThat(new MotsDePasse().empreinteLeurre()).isNotEqualTo(MOTS_DE_PASSE.empreinteLeurre());
    }

    @Test
    void des_reglages_plus_faibles_sont_a_refaire() {
        var faible = "{argon2}" + new Argon2PasswordEncoder(16, 32, 1, 4096, 1).encode("x7$Kq!2mVz#w");
        assertThat(MOTS_DE_PASSE.aRefaire(faible)).isTrue();
        assertThat(MOTS_DE_PASSE.verifier("x7$Kq!2mVz#w", faible)).isTrue();
        assertThatThrownBy(() -> MOTS_DE_PASSE.verifier("a", "{noop}a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void une_file_trop_longue_se_dit_au_lieu_d_attendre() {
        var etroit = new MotsDePasse(1, Duration.ofMillis(1));
        try (var ouvriers = Executors.newVirtualThreadPerTaskExecutor()) {
            var issues = IntStream.range(0, 8)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(() -> etroit.empreinte("x7$Kq!2mVz#w"), ouvriers)
                            .handle((_, echec) -> echec))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            assertThat(issues)
                    .containsNull()
                    .anySatisfy(echec -> assertThat(echec).hasCauseInstanceOf(TropDeMotsDePasse.class));
        }
        assertThat(etroit.empreinte("x7$Kq!2mVz#w")).isNotEmpty(); // les places ont été rendues
    }
}
