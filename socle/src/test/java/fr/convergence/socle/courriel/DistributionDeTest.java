package fr.convergence.socle.courriel;

/** Distribue les lettres écrites, pour un test qui lit les courriels sans les envoyer. */
public final class DistributionDeTest {

    private final Lettres lettres;

    DistributionDeTest(Lettres lettres) {
        this.lettres = lettres;
    }

    public void distribuer() {
        while (lettres.distribuer()) {
            // un lot plein : il en reste peut-être
        }
    }
}
