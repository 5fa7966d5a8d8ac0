package fr.convergence.portail.question;

import fr.convergence.portail.definition.Fiche;
import fr.convergence.portail.definition.Genres;
import fr.convergence.socle.identifiant.Civilite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Une personne à joindre : civilité, nom, prénom, adresse e-mail ; sa fonction et son téléphone si on les demande. */
public record Contact(boolean fonction, boolean telephone, List<Partie> parties) implements TypeBloc {

    private static final ChoixUnique CIVILITES = new ChoixUnique(Arrays.stream(Civilite.values())
            .map(c -> new Option(c.name(), c.libelle()))
            .toList());
    private static final TexteCourt FONCTION = new TexteCourt(100, true);

    Contact(boolean fonction, boolean telephone) {
        this(fonction, telephone, parties(fonction, telephone));
    }

    Contact(Fiche fiche) {
        this(fiche.sinon("fonction", Genres.booleen(), false), fiche.sinon("telephone", Genres.booleen(), false));
    }

    private static List<Partie> parties(boolean fonction, boolean telephone) {
        var parties = new ArrayList<>(List.of(
                new Partie("civilite", "question.contact.civilite", CIVILITES),
                new Partie("nom", "question.contact.nom", Identifiant.NOM),
                new Partie("prenom", "question.contact.prenom", Identifiant.NOM)));
        if (fonction) {
            parties.add(new Partie("fonction", "question.contact.fonction", FONCTION));
        }
        parties.add(new Partie("courriel", "question.contact.courriel", Identifiant.COURRIEL));
        if (telephone) {
            parties.add(new Partie("telephone", "question.contact.telephone", Identifiant.TELEPHONE));
        }
        return List.copyOf(parties);
    }

    @Override
    public String code() {
        return "contact";
    }
}
