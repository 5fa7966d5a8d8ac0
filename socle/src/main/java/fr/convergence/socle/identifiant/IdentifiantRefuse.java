package fr.convergence.socle.identifiant;

/** Le code a construit un identifiant d'un texte qui n'en est pas un. Le texte n'y figure pas : il peut être personnel. */
public final class IdentifiantRefuse extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final Refus refus;

    IdentifiantRefuse(Refus refus) {
        super(refus.cle() + " " + refus.arguments());
        this.refus = refus;
    }

    public Refus refus() {
        return refus;
    }
}
