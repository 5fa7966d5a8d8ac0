package fr.convergence.socle.identifiant;

import static fr.convergence.socle.identifiant.Lectures.lue;
import static fr.convergence.socle.identifiant.Lectures.refusee;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BicTest {

    private static final Iban FRANCAIS = new Iban("FR7630006000011234567890189");
    private static final Iban BELGE = new Iban("BE68539007547034");

    @Test
    void huit_ou_onze_caracteres() {
        assertThat(lue(Bic.lire(" trpufrp1 "))).hasToString("TRPUFRP1");
        assertThat(lue(Bic.lire("AGRI FR PP 831"))).hasToString("AGRIFRPP831");
    }

    @Test
    void une_saisie_fausse_dit_ce_qui_est_faux() {
        refusee(Bic.lire(null), "identifiant.vide");
        refusee(Bic.lire("TRPUFRé1"), "identifiant.bic.caracteres");
        refusee(Bic.lire("TRPUFRP"), "identifiant.bic.longueur", 7);
        refusee(Bic.lire("TRPU12P1"), "identifiant.bic.forme");
        refusee(Bic.lire("TRPUZZP1"), "identifiant.bic.pays", "ZZ");
        assertThatThrownBy(() -> new Bic("trpufrp1")).isInstanceOf(IdentifiantRefuse.class);
    }

    @Test
    void il_est_du_pays_du_compte_ou_d_un_territoire_qui_en_porte_l_iban() {
        assertThat(new Bic("TRPUFRP1").compatibleAvec(FRANCAIS)).isTrue();
        assertThat(new Bic("AGRIRERX").compatibleAvec(FRANCAIS)).isTrue();
        assertThat(new Bic("GEBABEBB").compatibleAvec(FRANCAIS)).isFalse();
        assertThat(new Bic("GEBABEBB").compatibleAvec(BELGE)).isTrue();
        assertThat(new Bic("AGRIRERX").compatibleAvec(BELGE)).isFalse();
    }
}
