package fr.convergence.socle.courriel;

import static java.util.Objects.requireNonNull;

import fr.convergence.socle.courriel.Lettres.Ecrite;
import fr.convergence.socle.site.Langue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Écrit un courriel dans la transaction de l'acte : il part si l'acte est validé, et seulement alors (NOT-3).
 *
 * <p>L'acte fixe les mots, avec le modèle et les variables du moment ; la mise en forme se fait après lui
 * (décision 0022). Toute variable est du texte ; {@code site}, {@code service} et {@code support} sont toujours là.
 */
@Component
public final class Courriels {

    /** L'objet et le texte d'un courriel. */
    public record Brouillon(String objet, String texte) {}

    private final Modeles modeles;
    private final Expediteur expediteur;
    private final Lettres lettres;
    private final Retenus retenus;
    private final EnvoiDesCourriels envoi;
    private final LangueDesDestinataires destinataires;
    /** Une par modèle livré, refaite quand l'opérateur l'a réécrit : compiler coûte plus que remplir. */
    private final Map<String, Redaction> redactions = new ConcurrentHashMap<>();

    Courriels(
            Modeles modeles,
            Expediteur expediteur,
            Lettres lettres,
            Retenus retenus,
            EnvoiDesCourriels envoi,
            LangueDesDestinataires destinataires) {
        this.destinataires = destinataires;
        this.modeles = modeles;
        this.expediteur = expediteur;
        this.lettres = lettres;
        this.retenus = retenus;
        this.envoi = envoi;
    }

    /** @param modele nom « paquet/fichier » du modèle, par exemple « connexion/code » */
    public void ecrire(String modele, String destinataire, Map<String, String> variables) {
        ecrire(modele, destinataire, null, variables);
    }

    /** Dans cette langue : pour qui n'a pas de compte qui la dise. */
    public void ecrire(Langue langue, String modele, String destinataire, Map<String, String> variables) {
        ecrire(modeles.en(langue, modele), destinataire, variables);
    }

    /** @param reference référence du dossier concerné, pour la recherche de l'opérateur */
    public void ecrire(String modele, String destinataire, @Nullable String reference, Map<String, String> variables) {
        ecrire(List.of(new Lettre(modele, List.of(destinataire), reference, variables)));
    }

    /** Toutes les lettres d'un acte, à chacun dans sa langue ; une lettre sans destinataire ne s'écrit pas. */
    public void ecrire(List<Lettre> aEcrire) {
        var adressees = enLeurLangue(aEcrire).stream()
                .filter(lettre -> !lettre.destinataires().isEmpty())
                .toList();
        if (adressees.isEmpty()) {
            return;
        }
        var enVigueur = modeles.enVigueur(
                adressees.stream().map(Lettre::modele).distinct().toList());
        garder(adressees.stream()
                .map(lettre -> new Ecrite(
                        lettre,
                        rediger(requireNonNull(enVigueur.get(lettre.modele()))).remplir(completer(lettre.variables()))))
                .toList());
    }

    /** Celle du compte ; pour qui n'en a pas, celle de la page où il est. */
    private List<Lettre> enLeurLangue(List<Lettre> lettres) {
        if (!modeles.enPlusieursLangues()) {
            return lettres;
        }
        var adresses = lettres.stream()
                .flatMap(lettre -> lettre.destinataires().stream())
                .distinct()
                .toList();
        var langues = destinataires.de(adresses);
        return lettres.stream()
                .flatMap(lettre -> lettre.destinataires().stream()
                        .collect(Collectors.groupingBy(
                                adresse -> langues.getOrDefault(adresse, Langue.presente()),
                                TreeMap::new,
                                Collectors.toList()))
                        .entrySet()
                        .stream()
                        .map(groupe ->
                                lettre.aux(groupe.getValue()).duModele(modeles.en(groupe.getKey(), lettre.modele()))))
                .toList();
    }

    /** Une ligne de ce qu'une réunion énumère ; sans lien si {@code lien} est vide. */
    public record Ligne(String texte, String intitule, String lien) {

        private String markdown() {
            var dite = "- " + Redaction.neutre(texte);
            return lien.isEmpty() ? dite : dite + "\n  [" + Redaction.neutre(intitule) + "](<" + lien + ">)";
        }
    }

    /** Une lettre dont le modèle énumère ces lignes à la place de {@code {{liste}}}. */
    public void reunir(String modele, List<String> destinataires, Map<String, String> variables, List<Ligne> lignes) {
        var liste = lignes.stream().map(Ligne::markdown).collect(Collectors.joining("\n"));
        var ecrite = rediger(modeles.enVigueur(modele)).remplir(completer(variables), liste);
        garder(List.of(new Ecrite(new Lettre(modele, destinataires, null, variables), ecrite)));
    }

    private void garder(List<Ecrite> ecrites) {
        lettres.garder(retenus.retenir(ecrites));
        envoi.bientot();
    }

    /** Ce que donnerait un modèle, pour l'aperçu de l'opérateur : le HTML du courriel. */
    public String apercu(Modele modele, Map<String, String> variables) {
        return enForme(Redaction.de(modele), variables).html();
    }

    /** Un courriel tel qu'il partirait, sans l'écrire : ce que voit qui s'apprête à décider. */
    public Brouillon brouillon(String modele, Map<String, String> variables) {
        return brouillon(rediger(modeles.enVigueur(modele)), variables);
    }

    /** Le même, d'un modèle que l'opérateur écrit. */
    public Brouillon brouillon(Modele modele, Map<String, String> variables) {
        return brouillon(Redaction.de(modele), variables);
    }

    private Brouillon brouillon(Redaction redaction, Map<String, String> variables) {
        var texte = enForme(redaction, variables);
        return new Brouillon(texte.objet(), texte.texte());
    }

    private MiseEnForme.Texte enForme(Redaction redaction, Map<String, String> variables) {
        return MiseEnForme.de(redaction.remplir(completer(variables)), expediteur.nom());
    }

    private Redaction rediger(Modele modele) {
        return redactions.compute(
                modele.nom(),
                (_, connue) -> connue != null && connue.modele().equals(modele) ? connue : Redaction.de(modele));
    }

    private Map<String, String> completer(Map<String, String> variables) {
        var completes = new HashMap<>(variables);
        completes.putIfAbsent("site", expediteur.site());
        completes.putIfAbsent("service", expediteur.nom());
        completes.putIfAbsent("support", expediteur.reponseA());
        return completes;
    }
}
