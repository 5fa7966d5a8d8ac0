package fr.convergence.demonstration;

import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.compte.OuvrirComptePret;
import fr.convergence.portail.etablissement.Candidat;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.etablissement.CritereDeCandidat;
import fr.convergence.portail.etablissement.Etablissements;
import fr.convergence.portail.etablissement.LigneCandidat;
import fr.convergence.portail.guichet.DefinitionLivree;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.guichet.GuichetsPublies.Publication;
import fr.convergence.portail.plafond.ImporterPlafonds;
import fr.convergence.portail.plafond.Plafonds;
import fr.convergence.portail.registre.ImporterRegistre;
import fr.convergence.portail.registre.RapportImport.Objet;
import fr.convergence.portail.registre.ResultatImport;
import fr.convergence.socle.base.DemarrageImpossible;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.journal.Journal;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/** Met dans le portail de quoi l'essayer ; recommencer ne change rien. */
record Chargement(
        ApplicationContext portail,
        DossierDeLaDemonstration dossier,
        DonneesDeDemonstration donnees,
        Consumer<String> dire) {

    private static final List<String> REGISTRE =
            List.of("entites_juridiques.csv", "entites_geographiques.csv", "ght.csv", "ght_membres.csv");

    private static final List<String> GUICHETS_PLAFONNES = List.of("CARE-D1", "CARE-D2");
    private static final String PLAFOND_D_UN_GHT = "480000,00";
    private static final String PLAFOND_D_UNE_ENTITE = "95000,00";

    /** Rend les personnes telles qu'elles sont : un référentiel qui ferme leur établissement leur en donne un autre. */
    DonneesDeDemonstration executer(Optional<Path> registre, boolean figurants) throws IOException {
        charger(registre);
        DefinitionLivree.guichetsDeDemonstration().forEach(this::ouvrir);
        var etablissements = portail.getBean(Etablissements.class);
        var presentes = donnees.rattachees(
                this::ouvert,
                cle -> etablissements.candidat(cle).map(Candidat::denomination).orElse(cle.identifiant()));
        var comptes = portail.getBean(OuvrirComptePret.class);
        presentes.personnes().forEach(personne -> comptes.executer(personne.compte()));
        if (figurants) {
            presentes.figurants().forEach(comptes::executer);
        }
        plafonner(Stream.concat(
                presentes.rattachements(),
                figurants ? presentes.rattachementsDesFigurants() : Stream.<CleCandidat>empty()));
        return presentes;
    }

    /** Le plafond de chaque établissement, aux deux guichets ; ceux que l'opérateur a changés depuis restent les siens. */
    private void plafonner(Stream<CleCandidat> etablissementsPlafonnes) {
        var plafonds = portail.getBean(Plafonds.class);
        var lignes = etablissementsPlafonnes
                .distinct()
                .flatMap(cle -> GUICHETS_PLAFONNES.stream()
                        .filter(guichet -> plafonds.de(guichet, cle).isEmpty())
                        .map(guichet -> "%s;%s;%s"
                                .formatted(
                                        guichet,
                                        cle.identifiant(),
                                        cle.type() == TypeCandidat.GHT ? PLAFOND_D_UN_GHT : PLAFOND_D_UNE_ENTITE)))
                .toList();
        if (!lignes.isEmpty()) {
            var csv = "guichet;candidat;plafond\n" + String.join("\n", lignes);
            portail.getBean(ImporterPlafonds.class)
                    .executer(Journal.SYSTEME, "plafonds-de-demonstration.csv", csv.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Lui-même s'il est ouvert, sinon le premier ouvert de sa sorte, de sa région si elle en a. */
    private CleCandidat ouvert(CleCandidat cle) {
        var etablissements = portail.getBean(Etablissements.class);
        if (etablissements.choisissable(cle).isPresent()) {
            return cle;
        }
        var region = etablissements.candidat(cle).flatMap(Candidat::region);
        return Stream.of(region, Optional.<Region>empty())
                .flatMap(lieu -> etablissements
                        .chercher(new CritereDeCandidat(cle.type(), lieu, "", CritereDeCandidat.Fenetre.PREMIERE))
                        .lignes()
                        .stream())
                .map(LigneCandidat::cle)
                .findFirst()
                .orElse(cle);
    }

    /** Le registre d'essai une fois, puisque les comptes s'y rattachent ; par-dessus, celui qu'on donne. */
    private void charger(Optional<Path> registre) throws IOException {
        var importer = portail.getBean(ImporterRegistre.class);
        var etablissements = portail.getBean(Etablissements.class);
        if (!donnees.rattachements()
                .allMatch(cle -> etablissements.candidat(cle).isPresent())) {
            var livre = registreLivre();
            verifier(livre, importer.executer(livre));
        }
        registre.ifPresent(chemin -> {
            var resultat = importer.confirmer(chemin);
            verifier(chemin, resultat);
            dire.accept(bilan(chemin, resultat));
        });
    }

    private static String bilan(Path registre, ResultatImport resultat) {
        if (!(resultat instanceof ResultatImport.Importe(var rapport)) || rapport.sansChangement()) {
            return "Référentiel %s : rien n’a changé.".formatted(registre);
        }
        return "Référentiel %s importé : %s ; %d lignes rejetées."
                .formatted(
                        registre,
                        Stream.of(Objet.EJ, Objet.EG, Objet.GHT)
                                .map(objet -> "%s %d ajoutés, %d modifiés, %d fermés"
                                        .formatted(
                                                objet,
                                                rapport.compte(objet).ajoutes(),
                                                rapport.compte(objet).modifies(),
                                                rapport.compte(objet).fermes()))
                                .collect(Collectors.joining(" ; ")),
                        rapport.lu().rejets());
    }

    private static void verifier(Path registre, ResultatImport resultat) {
        switch (resultat) {
            case ResultatImport.Importe _ -> {}
            case ResultatImport.AConfirmer retenu -> refuser(registre, retenu.motif());
            case ResultatImport.Refuse refus -> refuser(registre, refus.motif());
            case ResultatImport.Occupe _ -> refuser(registre, "un autre import est en cours");
        }
    }

    private static void refuser(Path registre, String motif) {
        throw new DemarrageImpossible("Le référentiel %s est refusé : %s.".formatted(registre, motif));
    }

    /** L'importeur lit un dossier : celui que ce programme contient est posé à côté des données. */
    private Path registreLivre() throws IOException {
        var livre = Files.createDirectories(dossier.chemin("registre"));
        for (var fichier : REGISTRE) {
            try (var contenu = Chargement.class.getResourceAsStream("/registre/" + fichier)) {
                if (contenu == null) {
                    throw new FileNotFoundException("registre/" + fichier);
                }
                Files.copy(contenu, livre.resolve(fichier), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return livre;
    }

    /** « Version prise » : publiée un autre jour, à d'autres dates. Elle reste en vigueur tant qu'on peut y candidater. */
    private void ouvrir(DefinitionLivree guichet) {
        var guichets = portail.getBean(GuichetsPublies.class);
        switch (guichets.publierGuichet(guichet.fichier(), guichet.texte())) {
            case Publication.Publiee _, Publication.DejaPubliee _ -> {}
            case Publication.VersionPrise(var prise) -> {
                var enVigueur = guichets.enVigueur(prise.code()).orElseThrow().definition();
                if (ReouvertureDeGuichet.utile(
                        enVigueur, portail.getBean(Clock.class).instant())) {
                    guichets.publierGuichet(guichet.fichier(), ReouvertureDeGuichet.texte(guichet.texte(), enVigueur));
                }
            }
            case Publication.Refusee(var defauts) ->
                throw new IllegalStateException(guichet.fichier() + " : " + defauts);
        }
    }
}
