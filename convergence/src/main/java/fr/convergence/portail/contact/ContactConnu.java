package fr.convergence.portail.contact;

import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.question.Contact;
import fr.convergence.portail.question.LigneDeReponse;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.question.Valeur;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Un contact et d'où il vient.
 *
 * @param etape celle dont le formulaire le demande
 * @param revision celle de la réponse au formulaire, 0 sans réponse
 * @param version celle de sa dernière correction, 0 sans correction
 * @param corrigeLe quand elle a été faite, si elle remplace la réponse du formulaire
 */
record ContactConnu(
        Etape etape,
        Question question,
        Contact type,
        Valeur valeur,
        int revision,
        int version,
        Optional<Instant> corrigeLe) {

    /** Ce que sa partie donne à lire ; vide quand elle est sans réponse. */
    String lu(String partie) {
        return type.parties().stream()
                .filter(p -> p.nom().equals(partie))
                .filter(p -> !valeur.partie(partie).estVide())
                .map(p -> String.join(", ", p.type().textes(valeur.partie(partie))))
                .findFirst()
                .orElse("");
    }

    /** Toutes ses parties, sur une ligne. */
    String enClair() {
        return lignes().stream().flatMap(ligne -> ligne.textes().stream()).collect(Collectors.joining(", "));
    }

    List<LigneDeReponse> lignes() {
        return type.lignes(question.libelle(), valeur);
    }

    List<String> champs() {
        return type.parties().stream().map(p -> question.champ(p.nom())).toList();
    }
}
