package fr.convergence.socle.envoi;

/** Un formulaire dont la clé a déjà servi à autre chose, ou dont l'acte a été défait depuis : rien n'est fait. */
public final class EnvoiRefuse extends RuntimeException {

    /** Ce que la page en dit. */
    enum Raison {
        /** La même clé, avec un autre contenu, ailleurs ou par quelqu'un d'autre. */
        AUTRE,
        /** La même clé et le même contenu, mais ce qu'ils avaient fait est à refaire. */
        PERIME;

        String cle() {
            return "envoi." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Raison raison;

    EnvoiRefuse(Raison raison) {
        super(raison.name());
        this.raison = raison;
    }

    Raison raison() {
        return raison;
    }
}
