package fr.convergence.portail.question;

import fr.convergence.portail.definition.Fiche;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Les types de questions que les définitions peuvent employer, par code. */
public final class TypesQuestion {

    private final Map<String, Function<Fiche, TypeQuestion>> lectures;

    private TypesQuestion(Map<String, Function<Fiche, TypeQuestion>> lectures) {
        this.lectures = Collections.unmodifiableMap(lectures);
    }

    public static TypesQuestion standard() {
        var simples = simples();
        return simples.avec(fiche -> TableauEntites.lire(fiche, simples.lectures))
                .avec(Piece::conteneur)
                .avec(Contact::new)
                .avec(Adresse::new)
                .avec(Fait::new)
                .avec(Instructions::new);
    }

    /** Ceux d'une seule réponse, que la colonne d'un tableau peut aussi demander. */
    private static TypesQuestion simples() {
        return new TypesQuestion(Map.of())
                .avec(TexteCourt::new)
                .avec(TexteLong::new)
                .avec(Nombre::new)
                .avec(Montant::new)
                .avec(Date::new)
                .avec(OuiNon::new)
                .avec(ChoixUnique::new)
                .avec(ChoixMultiple::new)
                .avec(Attestation::new)
                .avec(_ -> Identifiant.COURRIEL)
                .avec(_ -> Identifiant.TELEPHONE)
                .avec(_ -> Identifiant.IBAN)
                .avec(_ -> Identifiant.BIC)
                .avec(_ -> Identifiant.SIREN)
                .avec(_ -> Identifiant.SIRET)
                .avec(Piece::new);
    }

    /** Les mêmes, et un de plus : {@code lecture} en tire un des réglages écrits dans la définition. */
    public TypesQuestion avec(Function<Fiche, TypeQuestion> lecture) {
        var tous = new TreeMap<>(lectures);
        tous.put(Fiche.temoin(lecture).code(), lecture);
        return new TypesQuestion(tous);
    }

    Map<String, Function<Fiche, TypeQuestion>> lectures() {
        return lectures;
    }
}
