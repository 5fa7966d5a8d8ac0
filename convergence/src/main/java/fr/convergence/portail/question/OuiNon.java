package fr.convergence.portail.question;

import fr.convergence.portail.definition.Fiche;
import fr.convergence.portail.expression.Nature;
import fr.convergence.socle.page.Message;
import java.util.List;
import java.util.Optional;

/** Oui ou non ; ne pas répondre n'est ni l'un ni l'autre. */
record OuiNon() implements TypeSimple {

    static final String OUI = "oui";
    static final String NON = "non";

    OuiNon(Fiche fiche) {
        this();
    }

    @Override
    public String code() {
        return "oui_non";
    }

    @Override
    public Optional<Message> refus(Valeur valeur) {
        return valeur.texte().equals(OUI) || valeur.texte().equals(NON)
                ? Optional.empty()
                : Optional.of(new Message("question.choix.inconnu"));
    }

    @Override
    public List<String> proposees() {
        return List.of(OUI, NON);
    }

    @Override
    public List<String> textes(Valeur valeur) {
        return List.of(
                switch (valeur.texte()) {
                    case OUI -> "Oui";
                    case NON -> "Non";
                    default -> valeur.texte();
                });
    }

    @Override
    public Nature nature() {
        return Nature.BOOLEEN;
    }

    @Override
    public Object objet(Valeur valeur) {
        return valeur.texte().equals(OUI);
    }
}
