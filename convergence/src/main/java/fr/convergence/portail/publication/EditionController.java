package fr.convergence.portail.publication;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.guichet.Catalogue;
import fr.convergence.portail.guichet.Catalogue.Publiee;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.guichet.GuichetsPublies.Publication;
import fr.convergence.socle.envoi.Rejouable;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.FichiersAttendus;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Écrire une définition : la vérifier et la voir, la publier ensuite (FRM-1). */
@Controller
@ReserveA(Role.OPERATEUR)
final class EditionController {

    static final String CHEMIN = "/administration/definitions";
    static final String GUICHET = "guichet";
    static final String FORMULAIRE = "formulaire";

    /** Le lecteur n'en lit pas plus. */
    private static final int OCTETS_MAX = 1024 * 1024;

    private final GuichetsPublies guichets;
    private final Catalogue catalogue;
    private final PublierDefinition publier;

    EditionController(GuichetsPublies guichets, Catalogue catalogue, PublierDefinition publier) {
        this.guichets = guichets;
        this.catalogue = catalogue;
        this.publier = publier;
    }

    /** @param genre {@link #GUICHET} ou {@link #FORMULAIRE} : le mot du fichier, et celui de l'adresse */
    static String reprendre(String genre, Reference reference) {
        return CHEMIN + "/nouvelle?" + genre + "=" + reference;
    }

    /** Vierge, ou reprise d'une version publiée. */
    @GetMapping(CHEMIN + "/nouvelle")
    Vue ecrire(@RequestParam(defaultValue = "") String guichet, @RequestParam(defaultValue = "") String formulaire) {
        var texte = guichet.isEmpty()
                ? repris(FORMULAIRE, formulaire, catalogue::texteDuFormulaire, catalogue::formulaires)
                : repris(GUICHET, guichet, catalogue::texteDuGuichet, catalogue::guichets);
        return EditionPage.a(texte);
    }

    /** Un fichier choisi prend la place du texte, qui se corrige ensuite dans la page. */
    @Rejouable("montre, n’écrit rien")
    @PostMapping(CHEMIN + "/examens")
    Vue examiner(
            @RequestParam(defaultValue = "") String texte,
            @RequestParam(required = false) @Nullable MultipartFile fichier,
            HttpServletRequest requete)
            throws IOException {
        if (fichier == null || fichier.isEmpty()) {
            var manquants = FichiersAttendus.manquants(requete);
            return manquants.vides() ? examine(texte) : EditionPage.a(texte).avecLesErreurs(manquants);
        }
        if (fichier.getSize() > OCTETS_MAX) {
            return EditionPage.a(texte).avecLErreur("fichier", "publication.fichier.taille");
        }
        return lu(fichier)
                .map(this::examine)
                .orElseGet(() -> EditionPage.a(texte).avecLErreur("fichier", "publication.fichier.encodage"));
    }

    @PostMapping(CHEMIN)
    Vue publier(@RequestParam(defaultValue = "") String texte, Connecte qui) {
        var fait = publier.executer(net(texte), qui);
        return switch (fait.publication()) {
            case Publication.Publiee(var reference) ->
                new Redirection(fait.adresse()).avec(Annonce.succes("publication.publiee", reference.toString()));
            case Publication.DejaPubliee(var reference) ->
                new Redirection(fait.adresse()).avec(Annonce.information("publication.deja", reference.toString()));
            case Publication.VersionPrise _, Publication.Refusee _ -> examine(texte);
        };
    }

    private EditionPage examine(String texte) {
        var net = net(texte);
        return FormeNormale.vide(net)
                ? EditionPage.a("").avecLErreur("texte", "publication.vide")
                : EditionPage.de(net, guichets.examiner(PublierDefinition.FICHIER, net));
    }

    private static String repris(
            String genre,
            String reference,
            Function<Reference, Optional<String>> texte,
            Supplier<List<Publiee>> publiees) {
        if (reference.isEmpty()) {
            return "";
        }
        try {
            var lue = Reference.de(reference);
            var repris = texte.apply(lue).orElseThrow(EditionController::absent);
            return aLaVersionSuivante(genre, lue.code(), repris, publiees.get());
        } catch (IllegalArgumentException _) {
            throw absent();
        }
    }

    /** Le même texte, annonçant la version qui vient après toutes celles de ce code. */
    private static String aLaVersionSuivante(String genre, String code, String texte, List<Publiee> publiees) {
        var derniere = publiees.stream()
                .filter(publiee -> publiee.code().equals(code))
                .mapToInt(Publiee::version)
                .max()
                .orElse(0);
        return Pattern.compile(
                        "(?m)(^[\\s{]*[\"']?" + genre + "[\"']?\\s*:\\s*[\"']?" + Pattern.quote(code) + ")(@\\d+)?")
                .matcher(texte)
                .replaceFirst("$1@" + (derniere + 1));
    }

    private static Optional<String> lu(MultipartFile fichier) throws IOException {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(fichier.getBytes()))
                    .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    /**
     * Un navigateur envoie les fins de ligne de Windows, quelle que soit la machine ; un éditeur, un indicateur d'ordre des
     * octets. Le reste d'une définition est gardé signe pour signe : ce n'est pas une réponse.
     */
    private static String net(String texte) {
        return texte.replace("\r\n", "\n").replace("\0", "").replace("\uFEFF", "");
    }

    private static ResponseStatusException absent() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
