package fr.convergence.portail.guichet;

import fr.convergence.portail.definition.Defaut;
import fr.convergence.portail.formulaire.Formulaire;
import java.util.List;

/** Une définition que l'on voudrait publier, lue et jugée. */
public sealed interface Examen {

    /** Ce que ferait sa publication. */
    enum Sort {
        NOUVELLE,
        /** La même version est publiée, à l'identique : rien. */
        DEJA_PUBLIEE,
        /** Cette version est publiée et dit autre chose : refus. */
        VERSION_PRISE
    }

    record UnFormulaire(Formulaire formulaire, Sort sort) implements Examen {}

    record UnGuichet(Guichet guichet, Sort sort) implements Examen {}

    record Refuse(List<Defaut> defauts) implements Examen {}
}
