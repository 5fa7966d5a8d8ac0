package fr.convergence.portail.expression;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;

/** Ce qu'une variable vaut dans une expression. */
public enum Nature {
    BOOLEEN(SimpleType.BOOL),
    ENTIER(SimpleType.INT),
    DECIMAL(SimpleType.DOUBLE),
    /** Des centimes entiers : « montant_demande &gt; euros(500) ». Aucun arrondi ne fausse une somme. */
    MONTANT(SimpleType.INT),
    /** Une date est un texte « 2026-06-30 » : l'ordre des textes est celui des jours. */
    TEXTE(SimpleType.STRING),
    LISTE(ListType.create(SimpleType.STRING));

    private final CelType type;

    Nature(CelType type) {
        this.type = type;
    }

    CelType type() {
        return type;
    }
}
