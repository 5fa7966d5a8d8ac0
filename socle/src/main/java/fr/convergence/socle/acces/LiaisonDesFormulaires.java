package fr.convergence.socle.acces;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Un formulaire se lit par le constructeur de son enregistrement, et par rien d'autre : un champ forgé (« nom[0] »,
 * « nom.class ») n'atteint aucune propriété, et aucune trace ne répète ce qui était tapé.
 */
@ControllerAdvice
final class LiaisonDesFormulaires {

    @InitBinder
    void lier(WebDataBinder formulaire) {
        formulaire.setDeclarativeBinding(true);
    }
}
