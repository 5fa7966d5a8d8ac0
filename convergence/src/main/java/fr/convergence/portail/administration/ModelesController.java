package fr.convergence.portail.administration;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.administration.ModelePage.Saisie;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.courriel.Modele;
import fr.convergence.socle.courriel.Modeles;
import fr.convergence.socle.courriel.ReprocheDeModele;
import fr.convergence.socle.envoi.Rejouable;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Textes;
import fr.convergence.socle.page.Vue;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** Les modèles de courriels (NOT-2) : les relire, les réécrire, revenir au modèle livré. */
@Controller
@ReserveA(Role.OPERATEUR)
final class ModelesController {

    static final String CHEMIN = "/administration/modeles";
    private static final String UN_MODELE = CHEMIN + "/{paquet}/{fichier}";
    private static final int OBJET_MAX = 200;
    private static final int CORPS_MAX = 20_000;
    /** Le courriel porte ses styles, comme dans une messagerie, et rien d'autre ne s'y charge. */
    private static final String POLITIQUE_DE_L_APERCU =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    private final Modeles modeles;
    private final Courriels courriels;
    private final ReecrireModele reecrire;
    private final Textes textes;

    ModelesController(Modeles modeles, Courriels courriels, ReecrireModele reecrire, Textes textes) {
        this.modeles = modeles;
        this.courriels = courriels;
        this.reecrire = reecrire;
        this.textes = textes;
    }

    @GetMapping(CHEMIN)
    Vue lister() {
        return ModelesPage.de(modeles.tous());
    }

    @GetMapping(UN_MODELE)
    Vue montrer(@PathVariable String paquet, @PathVariable String fichier) {
        var modele = etat(paquet, fichier).enVigueur();
        return page(modele, Erreurs.aucune());
    }

    @PostMapping(UN_MODELE)
    Vue reecrire(
            @PathVariable String paquet, @PathVariable String fichier, @ModelAttribute Saisie saisie, Connecte qui) {
        var modele = saisie.modele(etat(paquet, fichier).enVigueur().nom());
        var erreurs = erreurs(modele);
        if (!erreurs.vides() || saisie.relire()) {
            return page(modele, erreurs);
        }
        reecrire.executer(modele, qui);
        return new Redirection(ModelesPage.adresse(modele.nom())).avec(Annonce.succes("administration.modeles.ecrit"));
    }

    /** Le HTML tel qu'une messagerie le montrerait, dans un document à part : ses styles ne sont pas ceux du site. */
    @Rejouable("montre, n’écrit rien")
    @PostMapping(UN_MODELE + "/apercus")
    ResponseEntity<byte[]> apercu(
            @PathVariable String paquet, @PathVariable String fichier, @ModelAttribute Saisie saisie) {
        var modele = saisie.modele(etat(paquet, fichier).enVigueur().nom());
        var html = erreurs(modele).vides()
                ? courriels.apercu(modele, exemples(modele.nom()))
                : textes.de("administration.modeles.sans-apercu");
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", POLITIQUE_DE_L_APERCU)
                .body(html.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping(UN_MODELE + "/retablissements")
    Vue retablir(@PathVariable String paquet, @PathVariable String fichier, Connecte qui) {
        var nom = etat(paquet, fichier).enVigueur().nom();
        var retabli = reecrire.retablir(nom, qui);
        return new Redirection(ModelesPage.adresse(nom))
                .avec(
                        retabli
                                ? Annonce.succes("administration.modeles.retabli")
                                : Annonce.information("administration.modeles.deja-livre"));
    }

    private ModelePage page(Modele modele, Erreurs erreurs) {
        var exemples = exemples(modele.nom());
        return new ModelePage(
                modele,
                etat(modele.nom()).reecritLe(),
                exemples,
                erreurs,
                erreurs.vides() ? courriels.brouillon(modele, exemples) : null);
    }

    private Erreurs erreurs(Modele modele) {
        var erreurs = Erreurs.aucune();
        if (modele.objet().isEmpty() || modele.objet().length() > OBJET_MAX) {
            erreurs.ajouter("objet", "administration.modeles.objet.taille", OBJET_MAX);
        }
        if (modele.corps().isEmpty() || modele.corps().length() > CORPS_MAX) {
            erreurs.ajouter("corps", "administration.modeles.corps.taille", CORPS_MAX);
        }
        for (var reproche : modeles.juger(modele)) {
            var champ = reproche instanceof ReprocheDeModele.Inconnue(var nom)
                            && modele.objet().contains(nom)
                            && !modele.corps().contains(nom)
                    ? "objet"
                    : "corps";
            erreurs.ajouter(champ, message(reproche));
        }
        return erreurs;
    }

    private static Message message(ReprocheDeModele reproche) {
        return switch (reproche) {
            case ReprocheDeModele.Inconnue(var nom) ->
                new Message("administration.modeles.inconnue", "{{" + nom + "}}");
            case ReprocheDeModele.Illisible(var citation) -> new Message("administration.modeles.illisible", citation);
            case ReprocheDeModele.Perdu(var citation) -> new Message("administration.modeles.perdu", citation);
        };
    }

    /** De quoi remplir un aperçu : à chaque variable une valeur plausible, ou son nom. */
    private Map<String, String> exemples(String nom) {
        var exemples = new TreeMap<String, String>();
        modeles.variables(nom).forEach(variable -> exemples.put(variable, exemple(variable)));
        return exemples;
    }

    private String exemple(String variable) {
        var cle = "administration.modeles.exemple." + variable;
        return textes.connait(cle) ? textes.de(cle) : variable;
    }

    private Modeles.Etat etat(String paquet, String fichier) {
        return etat(paquet + "/" + fichier);
    }

    private Modeles.Etat etat(String nom) {
        return modeles.tous().stream()
                .filter(etat -> etat.enVigueur().nom().equals(nom))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
