package fr.convergence.portail.publication;

import fr.convergence.portail.definition.Defaut;
import fr.convergence.portail.guichet.Examen;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Une définition qu'on écrit : son texte, ce qui ne va pas, et, quand tout va, ce qu'elle donnerait.
 *
 * @param defauts ligne par ligne, le texte de la ligne avec la raison
 * @param sort ce que ferait la publication ; nul tant que rien n'est vérifié
 */
public record EditionPage(
        String texte,
        Erreurs erreurs,
        List<LigneFautive> defauts,
        @Nullable GuichetLu guichet,
        @Nullable FormulaireLu formulaire,
        Examen.@Nullable Sort sort)
        implements PageDeSaisie {

    public record LigneFautive(int numero, String texte, String raison) {}

    static EditionPage a(String texte) {
        return new EditionPage(texte, Erreurs.aucune(), List.of(), null, null, null);
    }

    EditionPage avecLErreur(String champ, String cle) {
        return avecLesErreurs(Erreurs.aucune().ajouter(champ, cle));
    }

    EditionPage avecLesErreurs(Erreurs erreurs) {
        return new EditionPage(texte, erreurs, List.of(), null, null, null);
    }

    static EditionPage de(String texte, Examen examen) {
        return switch (examen) {
            case Examen.Refuse(var defauts) ->
                new EditionPage(
                        texte,
                        Erreurs.aucune().ajouter("texte", "publication.fautive"),
                        lignes(texte, defauts),
                        null,
                        null,
                        null);
            case Examen.UnGuichet(var guichet, var sort) ->
                new EditionPage(texte, prise(sort), List.of(), GuichetLu.de(guichet.definition()), null, sort);
            case Examen.UnFormulaire(var formulaire, var sort) ->
                new EditionPage(texte, prise(sort), List.of(), null, FormulaireLu.de(formulaire.definition()), sort);
        };
    }

    /** Faux quand le fichier choisi est devenu le texte de la page : il n'est pas à choisir de nouveau. */
    public boolean fichierRefuse() {
        return erreurs.de("fichier") != null;
    }

    public String reference() {
        return guichet != null ? guichet.reference() : formulaire != null ? formulaire.reference() : "";
    }

    public boolean publiable() {
        return sort == Examen.Sort.NOUVELLE;
    }

    public boolean dejaPubliee() {
        return sort == Examen.Sort.DEJA_PUBLIEE;
    }

    private static Erreurs prise(Examen.Sort sort) {
        return sort == Examen.Sort.VERSION_PRISE
                ? Erreurs.aucune().ajouter("texte", "publication.prise")
                : Erreurs.aucune();
    }

    private static List<LigneFautive> lignes(String texte, List<Defaut> defauts) {
        var lignes = texte.split("\n", -1);
        return defauts.stream()
                .map(defaut -> new LigneFautive(
                        defaut.ligne(),
                        defaut.ligne() >= 1 && defaut.ligne() <= lignes.length ? lignes[defaut.ligne() - 1] : "",
                        defaut.raison()))
                .toList();
    }
}
