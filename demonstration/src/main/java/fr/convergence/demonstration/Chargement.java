package fr.convergence.demonstration;

import fr.convergence.portail.compte.OuvrirComptePret;
import fr.convergence.portail.etablissement.Etablissements;
import fr.convergence.portail.etablissement.ImporterRegistre;
import fr.convergence.portail.etablissement.ResultatImport;
import fr.convergence.portail.guichet.DefinitionLivree;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.guichet.GuichetsPublies.Publication;
import fr.convergence.socle.base.DemarrageImpossible;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationContext;

/** Met dans le portail de quoi l'essayer ; recommencer ne change rien. */
record Chargement(ApplicationContext portail, Dossier dossier, DonneesDeDemonstration donnees) {

    private static final List<String> REGISTRE =
            List.of("entites_juridiques.csv", "entites_geographiques.csv", "ght.csv", "ght_membres.csv");

    void executer(Optional<Path> registre) throws IOException {
        charger(registre);
        DefinitionLivree.guichetsDeDemonstration().forEach(this::ouvrir);
        donnees.personnes()
                .forEach(personne -> portail.getBean(OuvrirComptePret.class).executer(personne.compte()));
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
        registre.ifPresent(chemin -> verifier(chemin, importer.confirmer(chemin)));
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
