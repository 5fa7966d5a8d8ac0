package fr.convergence.portail.formulaire;

import fr.convergence.portail.question.LigneDeReponse;
import fr.convergence.portail.question.Question;
import fr.convergence.socle.page.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ce qui a changé à une question entre deux éditions. */
public record Difference(Section section, Question question, List<Ecart> ecarts) {

    public Difference {
        ecarts = List.copyOf(ecarts);
    }

    /** Pour une partie de la réponse, ce qui n'y est plus et ce qui y est nouveau. */
    public record Ecart(Message libelle, List<String> retires, List<String> ajoutes) {}

    static Optional<Difference> entre(EditionScellee avant, EditionScellee apres, Section section, Question question) {
        var id = question.id();
        if (avant.valeur(id).equals(apres.valeur(id))) {
            return Optional.empty();
        }
        var paires = LigneDeReponse.apparier(
                question.type().lignes(question.libelle(), avant.valeur(id)),
                question.type().lignes(question.libelle(), apres.valeur(id)));
        var ecarts = new ArrayList<Ecart>();
        for (var paire : paires) {
            var retires = moins(paire.avant(), paire.apres());
            var ajoutes = moins(paire.apres(), paire.avant());
            if (!retires.isEmpty() || !ajoutes.isEmpty()) {
                ecarts.add(new Ecart(
                        paire.libelle(),
                        retires.stream().map(texte -> avant.nomme(id, texte)).toList(),
                        ajoutes.stream().map(texte -> apres.nomme(id, texte)).toList()));
            }
        }
        return ecarts.isEmpty() ? Optional.empty() : Optional.of(new Difference(section, question, ecarts));
    }

    private static List<String> moins(LigneDeReponse une, LigneDeReponse autre) {
        var reste = new ArrayList<>(une.textes());
        autre.textes().forEach(reste::remove);
        return List.copyOf(reste);
    }
}
