package fr.convergence.portail.profil;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.compte.Collaborateurs;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.portail.compte.EtablissementsDuCompte;
import fr.convergence.portail.compte.GererSonCompte;
import fr.convergence.portail.etablissement.Etablissements;
import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.cgu.Cgu;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.identifiant.Lecture;
import fr.convergence.socle.identifiant.NomDePersonne;
import fr.convergence.socle.identifiant.Telephone;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import fr.convergence.socle.profil.MenuDuCompte;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Vos informations » (CPT-1), et les corriger (RGPD, article 16). */
@Controller
@Acces
final class ProfilController {

    static final String COMPTE = "/compte";
    static final String INFORMATIONS = "/compte/informations";

    private final Comptes comptes;
    private final EtablissementsDuCompte representes;
    private final Etablissements registre;
    private final GererSonCompte gerer;
    private final Cgu cgu;
    private final MenuDuCompte menu;
    private final Collaborateurs collaborateurs;

    ProfilController(
            Comptes comptes,
            EtablissementsDuCompte representes,
            Etablissements registre,
            GererSonCompte gerer,
            Cgu cgu,
            MenuDuCompte menu,
            Collaborateurs collaborateurs) {
        this.comptes = comptes;
        this.representes = representes;
        this.registre = registre;
        this.gerer = gerer;
        this.cgu = cgu;
        this.menu = menu;
        this.collaborateurs = collaborateurs;
    }

    @GetMapping(COMPTE)
    Vue informations(Connecte qui) {
        var candidats = representes.de(qui.compte()).stream()
                .flatMap(cle -> registre.candidat(cle).stream())
                .toList();
        return ProfilPage.de(
                menu.pour(qui, COMPTE),
                titulaire(qui),
                candidats,
                collaborateurs.de(qui.compte()),
                cgu.accepteesLe(qui.compte()));
    }

    @GetMapping(INFORMATIONS)
    Vue modifier(Connecte qui) {
        var compte = titulaire(qui);
        return new MesInformationsPage(
                menu.pour(qui, COMPTE), MesInformationsPage.Saisie.de(compte), compte.deLEquipe(), Erreurs.aucune());
    }

    @PostMapping(INFORMATIONS)
    Vue corriger(
            @RequestParam(defaultValue = "") String civilite,
            @RequestParam(defaultValue = "") String nom,
            @RequestParam(defaultValue = "") String prenom,
            @RequestParam(defaultValue = "") String telephone,
            Connecte qui) {
        var saisie =
                new MesInformationsPage.Saisie(civilite, FormeNormale.nom(nom), FormeNormale.nom(prenom), telephone);
        var facultatif = qui.role().equipe() && FormeNormale.vide(telephone);
        var erreurs = Erreurs.aucune();
        var civiliteLue = lire("civilite", Civilite.lire(civilite), erreurs);
        lire("nom", NomDePersonne.lire(nom), erreurs);
        lire("prenom", NomDePersonne.lire(prenom), erreurs);
        var telephoneLu = facultatif ? null : lire("telephone", Telephone.lire(telephone), erreurs);
        if (!erreurs.vides() || civiliteLue == null) {
            return new MesInformationsPage(
                    menu.pour(qui, COMPTE), saisie, qui.role().equipe(), erreurs);
        }
        gerer.corriger(qui, civiliteLue, saisie.nom(), saisie.prenom(), telephoneLu);
        return new Redirection(COMPTE).avec(Annonce.succes("profil.informations.faites"));
    }

    private Compte titulaire(Connecte qui) {
        return comptes.titulaire(qui.compte()).orElseThrow();
    }

    private static <T> @Nullable T lire(String champ, Lecture<T> lecture, Erreurs erreurs) {
        return switch (lecture) {
            case Lecture.Lue<T>(var valeur) -> valeur;
            case Lecture.Refusee<T>(var refus) -> {
                erreurs.ajouter(champ, new Message(refus.cle(), refus.arguments()));
                yield null;
            }
        };
    }
}
