package fr.convergence.portail.guichet;

import fr.convergence.portail.definition.Document;
import fr.convergence.portail.definition.Importation;
import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.formulaire.Formulaire;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Les guichets que l'on importe, et ceux, publiés, que l'on rouvre. */
public final class Guichets {

    private final Function<Reference, Optional<Formulaire>> formulaires;
    private final Map<String, Guichet> publies = new ConcurrentHashMap<>();

    /** @param formulaires ceux qui sont publiés */
    public Guichets(Function<Reference, Optional<Formulaire>> formulaires) {
        this.formulaires = formulaires;
    }

    /** @param jour celui de l'import, dont partent les dates « J+21T23:59:59 » */
    public Importation<Guichet> importer(String fichier, String texte, LocalDate jour) {
        return new LectureGuichet(fichier, formulaires).lire(texte, jour);
    }

    /** Une version publiée, de sa forme canonique ; l'empreinte, déjà connue, sert de clé. */
    public Guichet publie(String empreinte, String canonique) {
        return publies.computeIfAbsent(
                empreinte,
                _ -> new LectureGuichet(empreinte, formulaires)
                        .rouvrir(canonique, LocalDate.EPOCH)
                        .sure());
    }

    /** Le schéma JSON des définitions, pour l'éditeur de leurs auteurs. */
    public static String schema() {
        return Document.schema("Guichet de Convergence", fiche -> DefinitionGuichet.lire(fiche, EtapeDuGuichet::lire));
    }
}
