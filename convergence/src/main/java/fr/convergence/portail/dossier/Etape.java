package fr.convergence.portail.dossier;

import fr.convergence.portail.acte.Mouvement;
import fr.convergence.portail.dossier.EtatEtape.AModifier;
import fr.convergence.portail.dossier.EtatEtape.Acceptee;
import fr.convergence.portail.dossier.EtatEtape.Brouillon;
import fr.convergence.portail.dossier.EtatEtape.Close;
import fr.convergence.portail.dossier.EtatEtape.Correction;
import fr.convergence.portail.dossier.EtatEtape.EnVerification;
import fr.convergence.portail.dossier.EtatEtape.Fermee;
import fr.convergence.portail.dossier.EtatEtape.Refusee;
import fr.convergence.portail.guichet.Niveau;
import fr.convergence.portail.guichet.Retour;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Une étape d'un dossier et ses verbes. Chaque verbe répond pour chaque état : un état ajouté ne compile pas tant qu'ils
 * n'ont pas tous répondu.
 *
 * @param rang place dans le dossier, à partir de 1
 * @param circuit niveaux qui la vérifient, dans l'ordre
 * @param version verrou optimiste : deux décisions prises ensemble ne passent pas toutes deux
 */
public record Etape(UUID id, String code, int rang, List<Niveau> circuit, EtatEtape etat, int version) {

    public Etape {
        circuit = List.copyOf(circuit);
        if (circuit.isEmpty()) {
            throw new IllegalArgumentException("Une étape sans circuit ne serait jamais décidée");
        }
    }

    /** Celui qui la tient, ou qui l'a décidée : avec l'état, il dit le {@link Statut}. */
    public Optional<Niveau> niveau() {
        return switch (etat) {
            case EnVerification verification -> Optional.of(verification.niveau());
            case AModifier retour -> Optional.of(retour.niveau());
            case Refusee refus -> Optional.of(refus.niveau());
            case Acceptee _ -> Optional.of(circuit.getLast());
            case Fermee _, Brouillon _, Close _ -> Optional.empty();
        };
    }

    public Etape ouvrir() {
        return switch (etat) {
            case Fermee _ -> avec(new Brouillon());
            case Brouillon _, EnVerification _, AModifier _, Acceptee _, Refusee _, Close _ ->
                throw interdite("ouvrir");
        };
    }

    /** La décision qui l'avait ouverte est reprise. Rien n'y est écrit : qui le demande y a veillé. */
    public Etape refermer() {
        return switch (etat) {
            case Brouillon _ -> avec(new Fermee());
            case Fermee _, EnVerification _, AModifier _, Acceptee _, Refusee _, Close _ -> throw interdite("refermer");
        };
    }

    /** Une première transmission va au premier niveau ; un retour, où le guichet le veut. */
    public Etape transmettre(Instant le, Retour par) {
        return switch (etat) {
            case Brouillon _ -> avec(new EnVerification(circuit.getFirst(), le));
            case AModifier retour ->
                avec(new EnVerification(
                        switch (par) {
                            case DIRECT -> retour.niveau();
                            case CIRCUIT -> circuit.getFirst();
                        },
                        le));
            case Fermee _, EnVerification _, Acceptee _, Refusee _, Close _ -> throw interdite("transmettre");
        };
    }

    public Etape demanderModification(
            Instant le, String motif, List<Correction> corrections, boolean limitee, Instant retourAvant) {
        return switch (etat) {
            case EnVerification verification ->
                avec(new AModifier(verification.niveau(), le, motif, corrections, limitee, retourAvant));
            case Fermee _, Brouillon _, AModifier _, Acceptee _, Refusee _, Close _ ->
                throw interdite("demanderModification");
        };
    }

    /** Passe au niveau suivant du circuit, ou accepte l'étape si c'était le dernier. */
    public Etape valider(Instant le) {
        return switch (etat) {
            case EnVerification verification -> avec(apres(verification.niveau(), le));
            case Fermee _, Brouillon _, AModifier _, Acceptee _, Refusee _, Close _ -> throw interdite("valider");
        };
    }

    public Etape refuser(Instant le, String motif) {
        return switch (etat) {
            case EnVerification verification -> avec(new Refusee(verification.niveau(), le, motif));
            case Fermee _, Brouillon _, AModifier _, Acceptee _, Refusee _, Close _ -> throw interdite("refuser");
        };
    }

    /** Seule une étape jamais transmise se clôt : ce qu'un vérificateur a eu entre les mains, il en décide. */
    public Etape clore(Instant le) {
        return switch (etat) {
            case Brouillon _ -> avec(new Close(le));
            case Fermee _, EnVerification _, AModifier _, Acceptee _, Refusee _, Close _ -> throw interdite("clore");
        };
    }

    /** Défait une décision : l'étape revient à qui l'avait prise. L'acte est tracé avec son motif. */
    public Etape reprendre(Instant le) {
        return switch (etat) {
            case AModifier retour -> avec(new EnVerification(retour.niveau(), le));
            case Acceptee _ -> avec(new EnVerification(circuit.getLast(), le));
            case Refusee refus -> avec(new EnVerification(refus.niveau(), le));
            case Fermee _, Brouillon _, EnVerification _, Close _ -> throw interdite("reprendre");
        };
    }

    /** Ce que le journal dit du passage de celle-ci à {@code apres}. */
    public Mouvement vers(Etape apres) {
        return new Mouvement(code, version, etat.code(), niveau(), apres.etat.code(), apres.niveau());
    }

    private EtatEtape apres(Niveau niveau, Instant le) {
        var suivant = circuit.indexOf(niveau) + 1;
        return suivant < circuit.size() ? new EnVerification(circuit.get(suivant), le) : new Acceptee(le);
    }

    private Etape avec(EtatEtape suivant) {
        return new Etape(id, code, rang, circuit, suivant, version);
    }

    private TransitionInterdite interdite(String verbe) {
        return new TransitionInterdite(etat, verbe);
    }
}
