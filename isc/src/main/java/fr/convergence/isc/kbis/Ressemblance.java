package fr.convergence.isc.kbis;

/** Ce que la comparaison de deux noms permet de dire ; du plus sûr au moins sûr. */
public enum Ressemblance {
    RECONNU,
    /** Peut-être : une personne en jugera. */
    DOUTEUX,
    AUTRE;

    Ressemblance et(Ressemblance autre) {
        return compareTo(autre) >= 0 ? this : autre;
    }

    Ressemblance ou(Ressemblance autre) {
        return compareTo(autre) <= 0 ? this : autre;
    }
}
