package fr.convergence.socle.chiffrement;

/** Des clés qui ne vivent que le temps d'un test. */
public final class ClesDeTest {

    private static final Trousseau TROUSSEAU = Trousseau.neuf();

    private ClesDeTest() {}

    public static Coffre coffre() {
        return TROUSSEAU.enCoffre();
    }

    public static Sceau sceau() {
        return TROUSSEAU.enSceau();
    }

    public static Empreintes empreintes(String usage) {
        return TROUSSEAU.enEmpreintes(usage);
    }
}
