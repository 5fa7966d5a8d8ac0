package fr.convergence.portail.guichet;

import fr.convergence.portail.definition.Defaut;
import fr.convergence.portail.definition.Defauts;
import fr.convergence.portail.definition.Document;
import fr.convergence.portail.definition.Importation;
import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.formulaire.Formulaire;
import fr.convergence.portail.formulaire.Formulaires;
import fr.convergence.portail.guichet.VersionsPubliees.Version;
import fr.convergence.socle.base.EchecPassager;
import fr.convergence.socle.contenu.ContenuActif;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
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

    /** Les formulaires en vigueur ; ceux qu'on en connaît si la base ne répond pas : pour nommer des champs, jamais pour en juger. */
    public List<Formulaire> formulairesConnus() {
        return siElleRepond(this::enVigueur).orElse(enVigueur.guichets()).stream()
                .flatMap(guichet -> guichet.definition().etapes().stream())
                .flatMap(etape -> etape.formulaire().stream())
                .flatMap(reference ->
                        siElleRepond(() -> formulaireSIlExiste(reference)).flatMap(trouve -> trouve).stream())
                .toList();
    }

    private static <T> Optional<T> siElleRepond(Supplier<T> lecture) {
        try {
            return Optional.of(lecture.get());
        } catch (RuntimeException panne) {
            if (EchecPassager.est(panne)) {
                return Optional.empty();
            }
            throw panne;
        }
    }

    public Optional<Guichet> enVigueur(String code) {
        return enVigueur().stream()
                .filter(guichet -> guichet.definition().code().equals(code))
                .findFirst();
    }

    /** Toutes les versions publiées : des dossiers vivent encore dans chacune. */
    public List<Guichet> toutes() {
        return versions.guichets().stream().map(this::version).toList();
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
        return actuelle(guichet, etape).orElseThrow().fenetre();
    }

    /** Ce que ce niveau vérifie d'une étape, selon la version en vigueur : un point ajouté vaut pour tous les dossiers. */
    public Optional<ListeDeControle> controles(Reference guichet, String etape, Niveau niveau) {
        return actuelle(guichet, etape).flatMap(definie -> definie.controles(niveau));
    }

    private Optional<EtapeDuGuichet> actuelle(Reference guichet, String etape) {
        return enVigueur(guichet.code())
                .flatMap(actuel -> actuel.definition().etape(etape))
                .or(() -> version(guichet).definition().etape(etape));
    }

    /** Par où revient une étape, selon la version avec laquelle le dossier a commencé, qui en dit aussi le circuit. */
    public Retour retour(Reference guichet, String etape) {
        return version(guichet)
                .definition()
                .etape(etape)
                .map(EtapeDuGuichet::retour)
                .orElse(Retour.DIRECT);
    }

    /** Ce que la version en vigueur refuse qu'un fichier contienne d'actif. */
    public Set<ContenuActif> contenusRefuses(Reference guichet) {
        return enVigueur(guichet.code())
                .orElseGet(() -> version(guichet))
                .definition()
                .contenusRefuses();
    }

    /** Le formulaire d'une étape, s'il est publié. */
    public Optional<Formulaire> formulaire(Reference guichet, String etape) {
        return version(guichet)
                .definition()
                .etape(etape)
                .flatMap(EtapeDuGuichet::formulaire)
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

    /**
     * Ce que donnerait la publication d'un fichier, qui définit un guichet ou un formulaire, sans le publier.
     *
     * @param fichier son nom, pour dire où sont les défauts
     */
    public Examen examiner(String fichier, String yaml) {
        var defauts = new Defauts(fichier);
        var document = Document.lire(yaml, defauts);
        if (document.isEmpty()) {
            return new Examen.Refuse(defauts.liste());
        }
        if (document.get().definit("guichet")) {
            return examinerGuichet(fichier, yaml);
        }
        if (document.get().definit("formulaire")) {
            return examinerFormulaire(fichier, yaml);
        }
        defauts.ajouter(1, "il manque « guichet: » ou « formulaire: », qui dit ce que le fichier définit");
        return new Examen.Refuse(defauts.liste());
    }

    /** Guichet ou formulaire, selon ce que le fichier définit. */
    public Publication publier(String fichier, String yaml) {
        return publier(examiner(fichier, yaml), yaml);
    }

    public Publication publierFormulaire(String fichier, String yaml) {
        return publier(examinerFormulaire(fichier, yaml), yaml);
    }

    public Publication publierGuichet(String fichier, String yaml) {
        return publier(examinerGuichet(fichier, yaml), yaml);
    }

    private Examen examinerFormulaire(String fichier, String yaml) {
        return switch (formulaires.importer(fichier, yaml)) {
            case Importation.Refusee<Formulaire>(var defauts) -> new Examen.Refuse(defauts);
            case Importation.Acceptee<Formulaire>(var formulaire) -> {
                var reference = formulaire.definition().reference();
                var sort = sort(versions.formulaire(reference), formulaire.empreinte());
                var defauts = sort == Examen.Sort.NOUVELLE
                        ? formulaires
                                .importer(fichier, yaml, publies(reference.code()))
                                .defauts()
                        : List.<Defaut>of();
                yield defauts.isEmpty() ? new Examen.UnFormulaire(formulaire, sort) : new Examen.Refuse(defauts);
            }
        };
    }

    private List<Formulaire> publies(String code) {
        return versions.formulaires(code).stream()
                .map(gardee -> formulaires.publie(gardee.empreinte(), gardee.canonique()))
                .toList();
    }

    private Examen examinerGuichet(String fichier, String yaml) {
        return switch (guichets.importer(fichier, yaml, aujourdhui())) {
            case Importation.Refusee<Guichet>(var defauts) -> new Examen.Refuse(defauts);
            case Importation.Acceptee<Guichet>(var guichet) ->
                new Examen.UnGuichet(
                        guichet, sort(versions.guichet(guichet.definition().reference()), guichet.empreinte()));
        };
    }

    private static Examen.Sort sort(Optional<Version> publiee, String empreinte) {
        if (publiee.isEmpty()) {
            return Examen.Sort.NOUVELLE;
        }
        return publiee.get().empreinte().equals(empreinte) ? Examen.Sort.DEJA_PUBLIEE : Examen.Sort.VERSION_PRISE;
    }

    private Publication publier(Examen examen, String yaml) {
        var maintenant = horloge.instant();
        return switch (examen) {
            case Examen.Refuse(var defauts) -> new Publication.Refusee(defauts);
            case Examen.UnFormulaire(var formulaire, var sort) -> {
                var reference = formulaire.definition().reference();
                var version = new Version(
                        reference.code(), reference.version(), formulaire.empreinte(), formulaire.canonique());
                yield conclure(reference, sort, () -> versions.garderFormulaire(version, yaml, maintenant));
            }
            case Examen.UnGuichet(var guichet, var sort) -> {
                var reference = guichet.definition().reference();
                var version =
                        new Version(reference.code(), reference.version(), guichet.empreinte(), guichet.canonique());
                var source = Moment.absolus(yaml, aujourdhui());
                var publication = conclure(reference, sort, () -> versions.garderGuichet(version, source, maintenant));
                enVigueur = new EnVigueur(Instant.MIN, List.of());
                yield publication;
            }
        };
    }

    private static Publication conclure(Reference reference, Examen.Sort sort, BooleanSupplier garder) {
        return switch (sort) {
            case DEJA_PUBLIEE -> new Publication.DejaPubliee(reference);
            case VERSION_PRISE -> new Publication.VersionPrise(reference);
            case NOUVELLE ->
                garder.getAsBoolean() ? new Publication.Publiee(reference) : new Publication.VersionPrise(reference);
        };
    }

    private LocalDate aujourdhui() {
        return horloge.instant().atZone(horloge.getZone()).toLocalDate();
    }

    private record EnVigueur(Instant luLe, List<Guichet> guichets) {}
}
