package fr.convergence.portail.recherche;

import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.portail.formulaire.EditionScellee;
import fr.convergence.portail.formulaire.Preuve;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.question.Valeur;
import fr.convergence.portail.saisie.Editions;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tout ce qui est écrit sur un dossier : son référent, et chaque réponse comme on la garde et comme on la lit. */
@Component
final class TexteDuDossier {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Editions editions;
    private final GuichetsPublies guichets;
    private final Comptes comptes;

    TexteDuDossier(Editions editions, GuichetsPublies guichets, Comptes comptes) {
        this.editions = editions;
        this.guichets = guichets;
        this.comptes = comptes;
    }

    Stream<String> duReferent(UUID referent) {
        return comptes.titulaire(referent).stream().flatMap(TexteDuDossier::duCompte);
    }

    /** Ce que la dernière transmission de cette étape contient ; jamais ce que le référent est en train de saisir. */
    Stream<String> deLEtape(UUID etape) {
        return editions.derniere(etape).map(Editions.Transmise::contenu).stream()
                .flatMap(this::deLEdition);
    }

    /** @param valeurs en JSON */
    Stream<String> desCorrections(Collection<String> valeurs) {
        return valeurs.stream().flatMap(texte -> de(JSON.readValue(texte, Valeur.class)));
    }

    /** Une réponse telle qu'elle se garde : « 39380.00 ». */
    static Stream<String> de(Valeur valeur) {
        return switch (valeur) {
            case Valeur.Simple(var texte) -> Stream.of(texte);
            case Valeur.Liste(var elements) -> elements.stream();
            case Valeur.Tableau(var lignes) ->
                lignes.stream()
                        .flatMap(ligne -> Stream.concat(
                                Stream.of(ligne.lot().nom()),
                                ligne.cellules().values().stream().flatMap(TexteDuDossier::de)));
            case Valeur.Bloc(var parties) -> parties.values().stream().flatMap(TexteDuDossier::de);
        };
    }

    private static Stream<String> duCompte(Compte compte) {
        return Stream.of(
                compte.prenom(),
                compte.nom(),
                compte.courriel().valeur(),
                compte.nomUtilisateur().valeur());
    }

    private Stream<String> deLEdition(EditionScellee edition) {
        var preuves = edition.preuves().values().stream().flatMap(List::stream).toList();
        var ids = preuves.stream().map(Preuve::fichier).collect(Collectors.toSet());
        var formulaire = guichets.formulaireSIlExiste(edition.formulaire());
        var reponses = edition.reponses().entrySet().stream()
                .flatMap(reponse -> Stream.concat(
                        de(reponse.getValue()),
                        formulaire.flatMap(f -> f.definition().question(reponse.getKey())).stream()
                                .flatMap(question -> lue(question, reponse.getValue()))));
        return Stream.concat(preuves.stream().map(Preuve::nom), reponses.filter(texte -> !ids.contains(texte)));
    }

    /** Comme elle se lit : « 39 380,00 € », le libellé d'un choix. */
    private static Stream<String> lue(Question question, Valeur valeur) {
        return question.type().lignes(question.libelle(), valeur).stream().flatMap(ligne -> ligne.textes().stream());
    }
}
