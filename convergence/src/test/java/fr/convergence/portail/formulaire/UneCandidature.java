package fr.convergence.portail.formulaire;

import fr.convergence.portail.guichet.DefinitionLivree;
import fr.convergence.portail.question.Faits;
import fr.convergence.portail.question.Saisie;
import fr.convergence.portail.question.Valeur;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Une candidature au domaine 1 que l'on remplit : {@code uneCandidature().complete().avec("bic", "GEBABEBB")}. */
final class UneCandidature {

    static final Formulaires FORMULAIRES = Formulaires.standard();
    static final Formulaire D1 = livre("care-d1-candidature.yaml");
    static final Formulaire D2 = livre("care-d2-candidature.yaml");
    static final String FICHIER = "01890a5d-ac96-774b-bcce-b302099a8057";

    private final Map<String, Reponse> reponses = new HashMap<>();
    private final Map<String, Object> faits = new HashMap<>(Map.of("candidat.type", "GHT"));

    static UneCandidature uneCandidature() {
        return new UneCandidature();
    }

    static Formulaire livre(String fichier) {
        var definition = DefinitionLivree.formulaires().stream()
                .filter(d -> d.fichier().equals(fichier))
                .findFirst()
                .orElseThrow();
        return FORMULAIRES.importer(fichier, definition.texte()).sure();
    }

    UneCandidature complete() {
        contact("dsi").contact("rssi").contact("signataire");
        return avec("engagement", "on")
                .avec("role", "Directrice adjointe")
                .avec("engagement_contact", "on")
                .avec("signataire.fonction", "Directeur général")
                .avec("signataire.telephone", "06 12 34 56 78")
                .avec("prerequis_ps11", "valide")
                .avec("prerequis_ps12", "valide")
                .avec("iban", "FR76 3000 6000 0112 3456 7890 189")
                .avec("bic", "TRPUFRP1")
                .avec("rib", FICHIER);
    }

    UneCandidature contact(String id) {
        return avec(id + ".civilite", "MADAME")
                .avec(id + ".nom", "Martin")
                .avec(id + ".prenom", "Claire")
                .avec(id + ".courriel", "claire.martin@chu-exemple.fr");
    }

    /** Répond à une question, ou à une partie de question, comme on la taperait. */
    UneCandidature avec(String champ, String... saisie) {
        var id = champ.split("\\.")[0];
        var question = D1.definition().question(id).orElseThrow();
        var saisies = new HashMap<String, List<String>>();
        var actuelle = reponses.containsKey(id) ? reponses.get(id).valeur() : Valeur.VIDE;
        question.type()
                .parties(actuelle)
                .forEach(p -> saisies.put(
                        question.champ(p.nom()), actuelle.partie(p.nom()).elements()));
        saisies.put(champ, List.of(saisie));
        var valeur = question.type().lire(Saisie.de(id, saisies));
        reponses.put(id, new Reponse(valeur, 1, Instant.EPOCH, "claire"));
        return this;
    }

    UneCandidature sans(String id) {
        reponses.remove(id);
        return this;
    }

    UneCandidature fait(String nom, Object valeur) {
        faits.put(nom, valeur);
        return this;
    }

    Reponses reponses() {
        return new Reponses(reponses);
    }

    Faits faits() {
        return Faits.de(FORMULAIRES.faits(), faits);
    }

    Evaluation evaluee() {
        return D1.evaluer(reponses(), faits());
    }

    EditionScellee scellee(Preuve... preuves) {
        return EditionScellee.sceller(D1, evaluee(), List.of(preuves));
    }
}
