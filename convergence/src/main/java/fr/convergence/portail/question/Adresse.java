package fr.convergence.portail.question;

import fr.convergence.portail.definition.Fiche;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.page.Message;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Une adresse postale en France. */
record Adresse() implements TypeBloc {

    private static final List<Partie> PARTIES = List.of(
            new Partie("voie", "question.adresse.voie", new TexteCourt(255, true)),
            new Partie("code_postal", "question.adresse.code_postal", new CodePostal()),
            new Partie("commune", "question.adresse.commune", new Commune()));

    Adresse(Fiche fiche) {
        this();
    }

    @Override
    public String code() {
        return "adresse";
    }

    @Override
    public List<Partie> parties() {
        return PARTIES;
    }

    private record CodePostal() implements TypeSimple {

        /** Un département de métropole (20 pour la Corse), d'outre-mer, ou une collectivité du Pacifique. */
        private static final Pattern FORME =
                Pattern.compile("(?:0[1-9]|[1-8]\\d|9[0-5])\\d{3}|97[1-8]\\d{2}|98[4678]\\d{2}");

        private static final Pattern PAYS = Pattern.compile("^FR?(?=\\d)");

        @Override
        public String code() {
            return "code_postal";
        }

        @Override
        public String canonique(String saisie) {
            var compact = PAYS.matcher(FormeNormale.code(saisie)).replaceFirst("");
            return FORME.matcher(compact).matches() ? compact : saisie;
        }

        @Override
        public Optional<Message> refus(Valeur valeur) {
            return FORME.matcher(valeur.texte()).matches()
                    ? Optional.empty()
                    : Optional.of(new Message("question.adresse.code_postal.forme"));
        }
    }

    /** « Y » en est une, « Paris 12e » et « MONTPELLIER CEDEX 5 » s'écrivent ; un code postal n'en est pas une. */
    private record Commune() implements TypeSimple {

        private static final TexteCourt LIGNE = new TexteCourt(100);

        @Override
        public String code() {
            return "commune";
        }

        @Override
        public String canonique(String saisie) {
            return FormeNormale.nom(saisie);
        }

        @Override
        public Optional<Message> refus(Valeur valeur) {
            return valeur.texte().codePoints().noneMatch(Character::isLetter)
                    ? Optional.of(new Message("question.adresse.commune.forme"))
                    : LIGNE.refus(valeur);
        }
    }
}
