package fr.convergence.portail.instruction;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Perimetre;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.concertation.CartesDAssignation;
import fr.convergence.portail.dossier.Statut;
import fr.convergence.portail.instruction.InstructionPage.Listes;
import fr.convergence.portail.instruction.InstructionPage.Onglet;
import fr.convergence.portail.instruction.InstructionPage.Pages;
import fr.convergence.portail.instruction.InstructionPage.Resultat;
import fr.convergence.portail.instruction.InstructionPage.Vues;
import fr.convergence.portail.instruction.ListeDeTravail.Feuillet;
import fr.convergence.portail.messagerie.MessagesNonLus;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Lien;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Textes;
import fr.convergence.socle.page.Vue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** La liste de travail (INSTR-1) : ce qui attend le vérificateur, puis tout ce qu'il peut lire. */
@Controller
@ReserveA({Role.ARS, Role.ANS})
final class InstructionController {

    private static final String VUES = FiltreDeListe.ADRESSE + "/vues";

    private final ListeDeTravail liste;
    private final Titres titres;
    private final VuesEnregistrees vues;
    private final MessagesNonLus messages;
    private final CartesDAssignation assignations;
    private final Textes textes;

    InstructionController(
            ListeDeTravail liste,
            Titres titres,
            VuesEnregistrees vues,
            MessagesNonLus messages,
            CartesDAssignation assignations,
            Textes textes) {
        this.assignations = assignations;
        this.textes = textes;
        this.messages = messages;
        this.liste = liste;
        this.titres = titres;
        this.vues = vues;
    }

    @GetMapping(FiltreDeListe.ADRESSE)
    Vue liste(Connecte qui, @RequestParam Map<String, String> adresse) {
        return page(qui, adresse, "", Erreurs.aucune());
    }

    /** Retient la liste telle qu'elle est filtrée ; l'envoi joint au nom les filtres de l'adresse. */
    @PostMapping(VUES)
    Vue enregistrer(Connecte qui, @RequestParam Map<String, String> envoi) {
        var nom = FormeNormale.ligne(envoi.get("nom"));
        var filtre = FiltreDeListe.lire(qui, envoi);
        var national = qui.perimetre() instanceof Perimetre.National;
        if (!VuesEnregistrees.admis(nom)) {
            return page(qui, envoi, nom, Erreurs.aucune().ajouter("nom", "instruction.vue.nom.refus"));
        }
        if (!vues.enregistrer(qui, new VuesEnregistrees.Vue(nom, filtre.parametres(national)))) {
            return page(qui, envoi, nom, Erreurs.aucune().ajouter("nom", "instruction.vue.trop"));
        }
        return new Redirection(filtre.adresse(national, Map.of())).avec(Annonce.succes("instruction.vue.faite", nom));
    }

    @PostMapping(VUES + "/retraits")
    Vue retirer(Connecte qui, @RequestParam Map<String, String> envoi) {
        var nom = FormeNormale.ligne(envoi.get("nom"));
        var liste = new Redirection(FiltreDeListe.ADRESSE);
        return vues.retirer(qui, nom) ? liste.avec(Annonce.succes("instruction.vue.retiree", nom)) : liste;
    }

    private Vue page(Connecte qui, Map<String, String> adresse, String nom, Erreurs erreurs) {
        var filtre = FiltreDeListe.lire(qui, adresse);
        var national = qui.perimetre() instanceof Perimetre.National;
        var feuillet = Curseur.lire(adresse.get("avant"), filtre.parDate())
                .map(curseur -> liste.avant(qui, filtre, curseur))
                .orElseGet(() -> liste.apres(
                        qui,
                        filtre,
                        Curseur.lire(adresse.get("apres"), filtre.parDate()).orElse(null)));
        var onglets = onglets(qui, filtre, liste.compteurs(qui, filtre));
        return new InstructionPage(
                national,
                filtre.parametres(national),
                onglets,
                new Listes(
                        titres.guichets(),
                        titres.etapes(filtre.guichet()),
                        regions(national),
                        types(),
                        assignes(qui),
                        avis(),
                        paiements()),
                feuillet.lignes(),
                feuillet.lignes().stream()
                        .map(LigneDeListe::rang)
                        .collect(Collectors.toMap(rang -> rang, rang -> filtre.position(national, rang))),
                messages.de(
                        qui,
                        feuillet.lignes().stream().map(LigneDeListe::reference).toList()),
                assignations.noms(
                        qui,
                        feuillet.lignes().stream().map(LigneDeListe::reference).toList()),
                liste.avisAttendus(qui),
                resultat(filtre, feuillet, onglets),
                pages(national, filtre, feuillet),
                new Vues(vues(qui, national), nom, erreurs));
    }

    private List<Lien> vues(Connecte qui, boolean national) {
        return vues.de(qui).stream()
                .map(vue -> new Lien(
                        vue.nom(), FiltreDeListe.lire(qui, vue.filtres()).adresse(national, Map.of())))
                .toList();
    }

    private static Resultat resultat(FiltreDeListe filtre, Feuillet feuillet, List<Onglet> onglets) {
        var compte = onglets.stream()
                .filter(Onglet::courant)
                .flatMap(onglet -> onglet.nombre().stream())
                .findFirst();
        var seule = feuillet.precedente().isEmpty() && feuillet.suivante().isEmpty();
        var lues = (long) (seule ? feuillet.lignes().size() : filtre.taille());
        return new Resultat(compte.orElse(lues), compte.isEmpty() && !seule, feuillet.approche());
    }

    private static List<Onglet> onglets(Connecte qui, FiltreDeListe filtre, Map<Statut, Long> compteurs) {
        var national = qui.perimetre() instanceof Perimetre.National;
        var attendu = FiltreDeListe.attendu(qui);
        var total = FiltreDeListe.STATUTS.stream()
                .mapToLong(statut -> compteurs.getOrDefault(statut, 0L))
                .sum();
        return Stream.concat(
                        Stream.concat(attendu.stream(), FiltreDeListe.STATUTS.stream())
                                .distinct()
                                .map(Optional::of),
                        Stream.of(Optional.<Statut>empty()))
                .map(statut -> new Onglet(
                        statut,
                        filtre.compte()
                                ? Optional.of(statut.map(s -> compteurs.getOrDefault(s, 0L))
                                        .orElse(total))
                                : Optional.empty(),
                        filtre.adresse(national, ailleurs(statut)),
                        statut.equals(filtre.statut()),
                        statut.isPresent() && statut.equals(attendu)))
                .toList();
    }

    /** Un paiement n'est que d'une étape acceptée : les autres onglets ne le demandent plus. */
    private static Map<String, String> ailleurs(Optional<Statut> statut) {
        var etat = Map.of("etat", FiltreDeListe.code(statut));
        return statut.equals(Optional.of(Statut.ACCEPTE))
                ? etat
                : Map.of("etat", FiltreDeListe.code(statut), "paiement", "");
    }

    private static Pages pages(boolean national, FiltreDeListe filtre, Feuillet feuillet) {
        return new Pages(
                feuillet.precedente().map(_ -> filtre.adresse(national, Map.of())),
                feuillet.precedente().map(curseur -> filtre.adresse(national, Map.of("avant", curseur.toString()))),
                feuillet.suivante().map(curseur -> filtre.adresse(national, Map.of("apres", curseur.toString()))));
    }

    private static List<Choix> regions(boolean national) {
        return national ? Choix.de(Region.parNom(), Region::code, Region::nom) : List.of();
    }

    /** Soi, personne, puis ses collègues. */
    private List<Choix> assignes(Connecte qui) {
        return Stream.concat(
                        Stream.of(
                                new Choix(FiltreDeListe.MOI, textes.de("instruction.liste.assigne.moi")),
                                new Choix(FiltreDeListe.PERSONNE, textes.de("instruction.liste.assigne.personne"))),
                        assignations.collegues(qui).stream()
                                .filter(collegue -> !collegue.id().equals(qui.compte()))
                                .map(collegue -> new Choix(collegue.id().toString(), collegue.nomComplet())))
                .toList();
    }

    private List<Choix> avis() {
        return List.of(new Choix(FiltreDeListe.MOI, textes.de("instruction.liste.avis.moi")));
    }

    private List<Choix> paiements() {
        return Choix.de(
                FiltreDeListe.PAIEMENTS,
                FiltreDeListe::code,
                paiement -> textes.de("instruction.liste.paiement." + FiltreDeListe.code(paiement)));
    }

    private static List<Choix> types() {
        return Choix.de(TypeCandidat.proposes(), TypeCandidat::name, TypeCandidat::libelle);
    }
}
