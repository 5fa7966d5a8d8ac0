package fr.convergence.portail.question;

import fr.convergence.portail.definition.Fiche;
import fr.convergence.socle.page.Message;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Une adresse postale en France. */
public record Adresse() implements TypeBloc {

    private static final List<Partie> PARTIES = List.of(
            new Partie("voie", "question.adresse.voie", new TexteCourt(255)),
            new Partie("code_postal", "question.adresse.code_postal", new CodePostal()),
            new Partie("commune", "question.adresse.commune", new TexteCourt(100)));

    Adresse(Fiche fiche) {
        this();
    }

    @Override
    public List<Partie> parties() {
        return PARTIES;
    }

    private record CodePostal() implements TypeSimple {

        private static final Pattern FORME = Pattern.compile("\\d{5}");

        @Override
        public String canonique(String saisie) {
            var compact = saisie.replaceAll("[\\s\\p{Z}]", "");
            return FORME.matcher(compact).matches() ? compact : saisie;
        }

        @Override
        public Optional<Message> refus(Valeur valeur) {
            return FORME.matcher(valeur.texte()).matches()
                    ? Optional.empty()
                    : Optional.of(new Message("question.adresse.code_postal.forme"));
        }
    }
}
