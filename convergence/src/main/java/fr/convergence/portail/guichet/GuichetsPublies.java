package fr.convergence.portail.guichet;

import fr.convergence.portail.definition.Defaut;
import fr.convergence.portail.definition.Importation;
import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.formulaire.Formulaire;
import fr.convergence.portail.formulaire.Formulaires;
import fr.convergence.portail.guichet.VersionsPubliees.Version;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Les guichets et formulaires publiés. Une version se garde en mémoire pour toujours ; la liste de celles en vigueur se
 * relit toutes les cinq secondes.
 *
 * <p>Un dossier garde le formulaire de la version avec laquelle il a commencé ; les dates, elles, sont celles de la
 * version en vigueur, pour qu'une prolongation vaille pour tous.
 */
@Component
public final class GuichetsPublies {

    /** Ce que donne une publication. */
    public sealed interface Publication {
        record Publiee(Reference reference) implements Publication {}

        /** La même version y était déjà, à l'identique. */
        record DejaPubliee(Reference reference) implements Publication {}

        /** Cette version existe et dit autre chose : il faut un nouveau numéro. */
        record VersionPrise(Reference reference) implements Publication {}

        record Refusee(List<Defaut> defauts) implements Publication {}
    }

    private static final Duration FRAICHEUR = Duration.ofSeconds(5);

    private final VersionsPubliees versions;
    private final Clock horloge;
    private final Formulaires formulaires = Formulaires.standard();
    private final Guichets guichets = new Guichets(this::formulaireSIlExiste);
    private final Map<Reference, Formulaire> formulairesOuverts = new ConcurrentHashMap<>();
    private final Map<Reference, Guichet> guichetsOuverts = new ConcurrentHashMap<>();
    private volatile EnVigueur enVigueur = new EnVigueur(Instant.MIN, List.of());

    GuichetsPublies(VersionsPubliees versions, Clock horloge) {
        this.versions = versions;
        this.horloge = horloge;
    }

    /** La dernière version de chaque guichet. */
    public List<Guichet> enVigueur() {
        var maintenant = horloge.instant();
        if (maintenant.isAfter(enVigueur.luLe().plus(FRAICHEUR)) || maintenant.isBefore(enVigueur.luLe())) {
            enVigueur = new EnVigueur(
                    maintenant, versions.enVigueur().stream().map(this::version).toList());
        }
        return enVigueur.guichets();
    }

    public Optional<Guichet> enVigueur(String code) {
        return enVigueur().stream()
                .filter(guichet -> guichet.definition().code().equals(code))
                .findFirst();
    }

    /** La version avec laquelle un dossier a commencé. */
    public Guichet version(Reference reference) {
        return guichetsOuverts.computeIfAbsent(reference, cherchee -> {
            var gardee = versions.guichet(cherchee).orElseThrow();
            return guichets.publie(gardee.empreinte(), gardee.canonique());
        });
    }

    /** La fenêtre en vigueur d'une étape ; celle de la version du dossier si l'étape a disparu depuis. */
    public Fenetre fenetre(Reference guichet, String etape) {
        return enVigueur(guichet.code())
                .flatMap(actuel -> actuel.definition().etape(etape))
                .or(() -> version(guichet).definition().etape(etape))
                .orElseThrow()
                .fenetre();
    }

    /** Le formulaire d'une étape, s'il est publié. */
    public Optional<Formulaire> formulaire(Reference guichet, String etape) {
        return version(guichet)
                .definition()
                .etape(etape)
                .flatMap(Etape::formulaire)
                .flatMap(this::formulaireSIlExiste);
    }

    public Optional<Formulaire> formulaireSIlExiste(Reference reference) {
        var ouvert = formulairesOuverts.get(reference);
        if (ouvert != null) {
            return Optional.of(ouvert);
        }
        var trouve = versions.formulaire(reference)
                .map(gardee -> formulaires.publie(gardee.empreinte(), gardee.canonique()));
        trouve.ifPresent(formulaire -> formulairesOuverts.put(reference, formulaire));
        return trouve;
    }

    /** @param fichier nom du fichier, pour dire où sont les défauts */
    public Publication publierFormulaire(String fichier, String yaml) {
        return switch (formulaires.importer(fichier, yaml)) {
            case Importation.Refusee<Formulaire>(var defauts) -> new Publication.Refusee(defauts);
            case Importation.Acceptee<Formulaire>(var formulaire) -> publierFormulaire(fichier, yaml, formulaire);
        };
    }

    private Publication publierFormulaire(String fichier, String yaml, Formulaire formulaire) {
        var reference = formulaire.definition().reference();
        var neuve = new Version(reference.code(), reference.version(), formulaire.empreinte(), formulaire.canonique());
        var ancienne = versions.formulaire(reference);
        if (ancienne.isEmpty()) {
            var publies = versions.formulaires(reference.code()).stream()
                    .map(gardee -> formulaires.publie(gardee.empreinte(), gardee.canonique()))
                    .toList();
            var defauts = formulaires.importer(fichier, yaml, publies).defauts();
            if (!defauts.isEmpty()) {
                return new Publication.Refusee(defauts);
            }
        }
        return publier(reference, neuve, ancienne, () -> versions.garderFormulaire(neuve, horloge.instant()));
    }

    public Publication publierGuichet(String fichier, String yaml) {
        var jour = horloge.instant().atZone(horloge.getZone()).toLocalDate();
        return switch (guichets.importer(fichier, yaml, jour)) {
            case Importation.Refusee<Guichet>(var defauts) -> new Publication.Refusee(defauts);
            case Importation.Acceptee<Guichet>(var guichet) -> {
                var reference = guichet.definition().reference();
                var neuve =
                        new Version(reference.code(), reference.version(), guichet.empreinte(), guichet.canonique());
                var publication = publier(
                        reference,
                        neuve,
                        versions.guichet(reference),
                        () -> versions.garderGuichet(neuve, horloge.instant()));
                enVigueur = new EnVigueur(Instant.MIN, List.of());
                yield publication;
            }
        };
    }

    private static Publication publier(
            Reference reference, Version neuve, Optional<Version> ancienne, Runnable garder) {
        if (ancienne.isPresent()) {
            return ancienne.get().empreinte().equals(neuve.empreinte())
                    ? new Publication.DejaPubliee(reference)
                    : new Publication.VersionPrise(reference);
        }
        garder.run();
        return new Publication.Publiee(reference);
    }

    private record EnVigueur(Instant luLe, List<Guichet> guichets) {}
}
