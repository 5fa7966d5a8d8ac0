package fr.convergence.portail.question;

import fr.convergence.portail.expression.Mot;
import fr.convergence.socle.page.Message;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Un type qui informe et ne demande rien. */
public interface TypeInformatif extends TypeQuestion {

    @Override
    default List<Partie> parties(Valeur valeur) {
        return List.of();
    }

    @Override
    default boolean informatif() {
        return true;
    }

    @Override
    default Valeur lire(Saisie saisie) {
        return Valeur.VIDE;
    }

    @Override
    default Map<String, Message> controler(Valeur valeur) {
        return Map.of();
    }

    @Override
    default List<LigneDeReponse> lignes(String libelle, Valeur valeur) {
        return List.of(new LigneDeReponse("", Message.brut(libelle), valeur.elements()));
    }

    @Override
    default List<Mot> mots(String id) {
        return List.of();
    }

    @Override
    default Map<String, Object> variables(String id, Valeur valeur, Set<String> enErreur) {
        return Map.of();
    }
}
