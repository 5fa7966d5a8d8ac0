package fr.convergence.portail.question;

import fr.convergence.portail.definition.Fiche;
import fr.convergence.portail.definition.Genres;
import fr.convergence.portail.expression.Nature;
import fr.convergence.socle.page.Message;
import java.util.List;
import java.util.Optional;

/**
 * Une case à cocher qui engage.
 *
 * @param texte ce que l'on atteste, à côté de la case
 */
public record Attestation(String texte) implements TypeSimple {

    Attestation(Fiche fiche) {
        this(fiche.obligatoire("texte", Genres.lisible(1_000)));
    }

    @Override
    public String code() {
        return "attestation";
    }

    @Override
    public String canonique(String saisie) {
        return saisie.equals("on") || saisie.equals("true") ? OuiNon.OUI : saisie;
    }

    @Override
    public Optional<Message> refus(Valeur valeur) {
        return valeur.texte().equals(OuiNon.OUI)
                ? Optional.empty()
                : Optional.of(new Message("question.attestation.case"));
    }

    @Override
    public List<String> proposees() {
        return List.of(OuiNon.OUI);
    }

    /** Ce qui est attesté se lit avec la réponse : le récapitulatif et le vérificateur le montrent. */
    @Override
    public List<String> textes(Valeur valeur) {
        return refus(valeur).isPresent() ? List.of(valeur.texte()) : List.of("Oui – " + texte);
    }

    @Override
    public Nature nature() {
        return Nature.BOOLEEN;
    }

    @Override
    public Object objet(Valeur valeur) {
        return true;
    }

    @Override
    public Optional<Object> sansReponse() {
        return Optional.of(false);
    }
}
