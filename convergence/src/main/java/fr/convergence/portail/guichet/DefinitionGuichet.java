package fr.convergence.portail.guichet;

import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.definition.Fiche;
import fr.convergence.portail.definition.Genres;
import fr.convergence.portail.definition.Reference;
import fr.convergence.socle.contenu.ContenuActif;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Un guichet : une version, qui ne change plus une fois publiée (FRM-1).
 *
 * @param contacts les questions de type contact que l'on peut corriger après le dépôt (CTC-1)
 * @param contenusRefuses ce qu'un fichier déposé ne peut pas contenir d'actif ; le reste se signale à qui instruit
 */
public record DefinitionGuichet(
        Reference reference,
        String titre,
        String programme,
        Audience audience,
        List<TypeCandidat> eligibles,
        List<String> contacts,
        Set<ContenuActif> contenusRefuses,
        List<EtapeDuGuichet> etapes) {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9-]{0,59}(@[1-9]\\d{0,4})?");
    private static final Pattern QUESTION = Pattern.compile("[a-z][a-z0-9_]{0,59}");

    public DefinitionGuichet {
        eligibles = List.copyOf(eligibles);
        contacts = List.copyOf(contacts);
        contenusRefuses = Set.copyOf(contenusRefuses);
        etapes = List.copyOf(etapes);
    }

    static DefinitionGuichet lire(Fiche fiche, Function<Fiche, EtapeDuGuichet> etape) {
        return new DefinitionGuichet(
                fiche.obligatoire(
                        "guichet",
                        Genres.motif(
                                "un code comme « CARE-D1 » ou « CARE-D1@2 »",
                                CODE,
                                new Reference("", 1),
                                texte -> Optional.of(reference(texte)))),
                fiche.obligatoire("titre", Genres.lisible(200)),
                fiche.obligatoire("programme", Genres.lisible(60)),
                fiche.obligatoire("public", Genres.parmi(Audience.class, true)),
                fiche.obligatoire("eligibles", Genres.liste(Genres.parmi(TypeCandidat.eligibles(), false), 1, 10)),
                fiche.sinon("contacts", Genres.liste(Genres.motif("une question", QUESTION), 0, 10), List.of()),
                Set.copyOf(fiche.sinon(
                        "contenus_refuses",
                        Genres.liste(Genres.parmi(ContenuActif.class, true), 0, ContenuActif.values().length),
                        List.copyOf(ContenuActif.REFUSES_SANS_MENTION))),
                fiche.obligatoire("etapes", Genres.liste(Genres.fiche(etape), 1, 20)));
    }

    public String code() {
        return reference.code();
    }

    public Optional<EtapeDuGuichet> etape(String code) {
        return etapes.stream().filter(e -> e.code().equals(code)).findFirst();
    }

    /** La première version d'un guichet peut taire son numéro. */
    private static Reference reference(String texte) {
        return Reference.de(texte.contains("@") ? texte : texte + "@1");
    }
}
