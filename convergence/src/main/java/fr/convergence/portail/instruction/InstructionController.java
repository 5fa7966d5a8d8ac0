package fr.convergence.portail.instruction;

import fr.convergence.portail.acces.Acces;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.dossier.Statut;
import fr.convergence.portail.etablissement.TypeCandidat;
import fr.convergence.portail.instruction.InstructionPage.Listes;
import fr.convergence.portail.instruction.InstructionPage.Onglet;
import fr.convergence.portail.instruction.InstructionPage.Pages;
import fr.convergence.portail.instruction.ListeDeTravail.Feuillet;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Vue;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** La liste de travail (INSTR-1) : ce qui attend le vérificateur, puis tout ce qu'il peut lire. */
@Controller
@Acces({Role.ARS, Role.ANS})
final class InstructionController {

    private final ListeDeTravail liste;
    private final Titres titres;

    InstructionController(ListeDeTravail liste, Titres titres) {
        this.liste = liste;
        this.titres = titres;
    }

    @GetMapping(FiltreDeListe.ADRESSE)
    Vue liste(Connecte qui, @RequestParam Map<String, String> adresse) {
        var filtre = FiltreDeListe.lire(qui, adresse);
        var national = qui.role() != Role.ARS;
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
                new Listes(titres.guichets(), titres.etapes(filtre.guichet()), regions(national), types()),
                feuillet.lignes(),
                filtre.compte()
                        ? onglets.stream()
                                .filter(Onglet::courant)
                                .map(Onglet::nombre)
                                .findFirst()
                        : Optional.empty(),
                pages(national, filtre, feuillet));
    }

    private static List<Onglet> onglets(Connecte qui, FiltreDeListe filtre, Map<Statut, Long> compteurs) {
        var national = qui.role() != Role.ARS;
        var attendu = FiltreDeListe.attendu(qui);
        var total = FiltreDeListe.STATUTS.stream()
                .mapToLong(statut -> compteurs.getOrDefault(statut, 0L))
                .sum();
        return Stream.concat(
                        Stream.concat(Stream.of(attendu), FiltreDeListe.STATUTS.stream())
                                .distinct()
                                .map(Optional::of),
                        Stream.of(Optional.<Statut>empty()))
                .map(statut -> new Onglet(
                        statut,
                        statut.map(s -> compteurs.getOrDefault(s, 0L)).orElse(total),
                        filtre.adresse(national, Map.of("etat", FiltreDeListe.code(statut))),
                        statut.equals(filtre.statut()),
                        statut.equals(Optional.of(attendu))))
                .toList();
    }

    private static Pages pages(boolean national, FiltreDeListe filtre, Feuillet feuillet) {
        return new Pages(
                feuillet.precedente().map(_ -> filtre.adresse(national, Map.of())),
                feuillet.precedente().map(curseur -> filtre.adresse(national, Map.of("avant", curseur.toString()))),
                feuillet.suivante().map(curseur -> filtre.adresse(national, Map.of("apres", curseur.toString()))));
    }

    private static List<Choix> regions(boolean national) {
        return national
                ? Arrays.stream(Region.values())
                        .sorted(Comparator.comparing(Region::nom))
                        .map(region -> new Choix(region.code(), region.nom()))
                        .toList()
                : List.of();
    }

    private static List<Choix> types() {
        return TypeCandidat.proposes().stream()
                .map(type -> new Choix(type.name(), type.libelle()))
                .toList();
    }
}
