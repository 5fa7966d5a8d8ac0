package fr.convergence.socle.identifiant;

/** Le code a construit un identifiant d'un texte qui n'en est pas un. Le texte n'y figure pas : il peut être personnel. */
final class IdentifiantRefuse extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final RefusDeLecture refus;

    IdentifiantRefuse(RefusDeLecture refus) {
        super(refus.cle() + " " + refus.arguments());
        this.refus = refus;
    }

    public RefusDeLecture refus() {
        return refus;
    }
}
