package fr.convergence.portail.tableaudebord;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.dossier.DossiersDuReferent;
import fr.convergence.portail.dossier.DossiersDuReferent.EnCours;
import fr.convergence.portail.etablissement.Mots;
import fr.convergence.portail.guichet.DefinitionGuichet;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.messagerie.MessagesNonLus;
import fr.convergence.portail.reprise.ReprisesRecues;
import fr.convergence.portail.tableaudebord.TableauDeBordPage.Attente;
import fr.convergence.portail.tableaudebord.TableauDeBordPage.Ligne;
import fr.convergence.portail.tableaudebord.TableauDeBordPage.Liste;
import fr.convergence.socle.page.Textes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Ce qui attend un référent, et toutes ses candidatures. */
@Component
final class TableauDeBord {

    /** Au-delà, le tableau les donne toutes. */
    private static final int ATTENTES = 6;

    private final DossiersDuReferent dossiers;
    private final GuichetsPublies guichets;
    private final Echeances echeances;
    private final Demandes demandes;
    private final Textes textes;
    private final MessagesNonLus messages;
    private final ReprisesRecues reprises;

    TableauDeBord(
            DossiersDuReferent dossiers,
            GuichetsPublies guichets,
            Echeances echeances,
            Demandes demandes,
            Textes textes,
            MessagesNonLus messages,
            ReprisesRecues reprises) {
        this.reprises = reprises;
        this.messages = messages;
        this.dossiers = dossiers;
        this.guichets = guichets;
        this.echeances = echeances;
        this.demandes = demandes;
        this.textes = textes;
    }

    TableauDeBordPage de(Connecte qui, Criteres criteres) {
        var enCours = dossiers.de(qui);
        var nonLus = messages.de(
                qui,
                enCours.stream().map(dossier -> dossier.reference().valeur()).toList());
        return new TableauDeBordPage(
                demandes.fermes(qui),
                reprises.de(qui),
                attentes(enCours, nonLus),
                demandes.vierge(qui),
                liste(enCours, nonLus, criteres),
                enCours.isEmpty());
    }

    private List<Attente> attentes(List<EnCours> enCours, Map<String, Integer> nonLus) {
        return enCours.stream()
                .filter(d -> echeances.aFaire(d.guichet(), d.etape(), d.statut(), d.retourAvant()))
                .map(d -> Map.entry(limite(d).orElse(Instant.MAX), d))
                .sorted(Map.Entry.comparingByKey())
                .limit(ATTENTES)
                .map(entree -> attente(entree.getValue(), nonLus))
                .toList();
    }

    private Attente attente(EnCours dossier, Map<String, Integer> nonLus) {
        var ligne = ligne(dossier, nonLus);
        return new Attente(
                ligne.reference(),
                ligne.domaine(),
                ligne.etablissement(),
                ligne.etape(),
                ligne.statut(),
                echeances.echeance(dossier.guichet(), dossier.etape(), dossier.statut(), dossier.retourAvant()),
                ligne.vers() + "/" + dossier.etape());
    }

    private Optional<Instant> limite(EnCours dossier) {
        return echeances.limite(dossier.guichet(), dossier.etape(), dossier.statut(), dossier.retourAvant());
    }

    private Ligne ligne(EnCours dossier, Map<String, Integer> nonLus) {
        var guichet = definition(dossier.guichet());
        var titre = guichet.etape(dossier.etape()).orElseThrow().titre();
        return new Ligne(
                dossier.reference().valeur(),
                guichet.titre(),
                dossier.candidat().nom(),
                textes.de("tableaudebord.etape", dossier.rang(), titre),
                dossier.statut(),
                nonLus.getOrDefault(dossier.reference().valeur(), 0),
                Optional.of("/dossiers/%s/%s/accuses".formatted(dossier.reference(), dossier.etape()))
                        .filter(_ -> dossier.statut().depose()));
    }

    private DefinitionGuichet definition(Reference guichet) {
        return guichets.version(guichet).definition();
    }

    private Liste liste(List<EnCours> enCours, Map<String, Integer> nonLus, Criteres criteres) {
        Function<EnCours, Ligne> ligne = dossier -> ligne(dossier, nonLus);
        return criteres.telles()
                ? liste(enCours, ligne, criteres)
                : liste(trouvees(enCours.stream().map(ligne).toList(), criteres), Function.identity(), criteres);
    }

    private List<Ligne> trouvees(List<Ligne> toutes, Criteres criteres) {
        var mots = Mots.normaliser(criteres.q()).split(" ");
        return toutes.stream()
                .filter(ligne -> criteres.q().isEmpty() || contient(ligne, mots))
                .sorted(Colonne.nommee(criteres.tri())
                        .map(colonne -> criteres.decroissant() ? colonne.ordre().reversed() : colonne.ordre())
                        .orElse((_, _) -> 0))
                .toList();
    }

    private static <T> Liste liste(List<T> toutes, Function<T, Ligne> ligne, Criteres criteres) {
        var pages = Math.max(1, Math.ceilDiv(toutes.size(), criteres.taille()));
        var page = Math.min(criteres.page(), pages);
        return new Liste(
                toutes.stream()
                        .skip((page - 1L) * criteres.taille())
                        .limit(criteres.taille())
                        .map(ligne)
                        .toList(),
                toutes.size(),
                page,
                pages,
                criteres.taille(),
                criteres.q(),
                criteres.tri(),
                criteres.adresse());
    }

    private boolean contient(Ligne ligne, String[] mots) {
        var texte = Mots.normaliser(String.join(
                " ",
                ligne.reference(),
                ligne.domaine(),
                ligne.etablissement(),
                ligne.etape(),
                textes.de(ligne.statut().cle())));
        return List.of(mots).stream().allMatch(texte::contains);
    }
}
