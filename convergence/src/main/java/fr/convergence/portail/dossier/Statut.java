package fr.convergence.portail.dossier;

import fr.convergence.portail.acte.CodeDEtat;
import fr.convergence.portail.acte.CodeDeConvention;
import fr.convergence.portail.acte.CodeDePaiement;
import fr.convergence.portail.guichet.Fenetre;
import fr.convergence.portail.guichet.Niveau;
import fr.convergence.socle.page.Etiquette;
import fr.convergence.socle.page.Etiquette.Ton;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * L'état d'une étape tel qu'il se lit (DOS-11) : le même mot dans les pages, les courriels et les exports, la même icône
 * et la même couleur partout.
 */
public enum Statut {
    A_VENIR(Ton.NEUTRE, "fr-icon-lock-line"),
    A_COMPLETER(Ton.ATTENTION, "fr-icon-draft-line"),
    TRANSMIS_ARS(Ton.INFORMATION, "fr-icon-send-plane-line"),
    DEMANDE_MODIFICATION(Ton.ATTENTION, "fr-icon-question-answer-line"),
    TRANSMIS_ANS(Ton.INFORMATION, "fr-icon-send-plane-line"),
    /** Le dernier niveau du circuit, quel qu'il soit, a validé. */
    ACCEPTE(Ton.SUCCES, "fr-icon-checkbox-circle-line"),
    /** Acceptée, et sa convention attend son signataire. */
    CONVENTION_A_SIGNER(Ton.ATTENTION, "fr-icon-time-line"),
    CONVENTION_SIGNEE(Ton.SUCCES, "fr-icon-checkbox-circle-line"),
    CONVENTION_REFUSEE(Ton.ERREUR, "fr-icon-close-circle-line"),
    CONVENTION_EXPIREE(Ton.ERREUR, "fr-icon-time-line"),
    /** Acceptée, et une partie du montant retenu est payée. */
    AVANCE_VERSEE(Ton.SUCCES, "fr-icon-checkbox-circle-line"),
    PAYE(Ton.SUCCES, "fr-icon-checkbox-circle-line"),
    REFUSE(Ton.ERREUR, "fr-icon-close-circle-line"),
    CLOS(Ton.NEUTRE, "fr-icon-archive-line");

    private final Ton ton;
    private final String icone;

    Statut(Ton ton, String icone) {
        this.ton = ton;
        this.icone = icone;
    }

    public static Statut de(Etape etape) {
        return de(etape.etat().code(), etape.niveau());
    }

    /** @param niveau celui qui tient l'étape, ou qui l'a décidée */
    static Statut de(CodeDEtat etat, Optional<Niveau> niveau) {
        return switch (etat) {
            case FERMEE -> A_VENIR;
            case BROUILLON -> A_COMPLETER;
            case EN_VERIFICATION ->
                transmis(niveau.orElseThrow(
                        () -> new IllegalArgumentException("Une étape en vérification est à un niveau")));
            case A_MODIFIER -> DEMANDE_MODIFICATION;
            case ACCEPTEE -> ACCEPTE;
            case REFUSEE -> REFUSE;
            case CLOSE -> CLOS;
        };
    }

    /** Celui que disent les colonnes « etat » et « niveau » d'une étape, d'un compteur ou d'une trace. */
    public static Statut lire(String etat, @Nullable String niveau) {
        return de(
                CodeDEtat.valueOf(etat),
                Optional.ofNullable(niveau).filter(ecrit -> !ecrit.isEmpty()).map(Niveau::valueOf));
    }

    /** Ce statut à une heure donnée : une étape jamais transmise est close dès que sa fenêtre est passée (décision 0016). */
    public Statut a(Instant instant, Fenetre fenetre) {
        return this == A_COMPLETER && fenetre.etat(instant) == Fenetre.Etat.CLOSE ? CLOS : this;
    }

    /** Ce statut d'une étape qui a fait établir une convention : acceptée, c'est elle que l'on attend. */
    public Statut avec(CodeDeConvention convention) {
        if (this != ACCEPTE) {
            return this;
        }
        return switch (convention) {
            case A_ENVOYER, ENVOYEE -> CONVENTION_A_SIGNER;
            case SIGNEE -> CONVENTION_SIGNEE;
            case REFUSEE -> CONVENTION_REFUSEE;
            case EXPIREE -> CONVENTION_EXPIREE;
            case REMPLACEE -> ACCEPTE;
        };
    }

    /** Ce statut d'une étape dont l'acceptation ouvre un paiement : ce qui est payé se dit à sa place. */
    public Statut avec(CodeDePaiement paiement) {
        if (this != ACCEPTE) {
            return this;
        }
        return switch (paiement) {
            case A_VERSER, ANNULE -> ACCEPTE;
            case AVANCE_VERSEE -> AVANCE_VERSEE;
            case PAYE -> PAYE;
        };
    }

    /** Le mot qui se lit, dans le recueil de textes. */
    public String cle() {
        return "dossier.statut." + name().toLowerCase(Locale.ROOT);
    }

    public Etiquette etiquette(String mot) {
        return new Etiquette(mot, ton, icone);
    }

    /** Vrai d'une étape transmise une fois au moins : elle a un accusé de dépôt. */
    public boolean depose() {
        return switch (this) {
            case A_VENIR, A_COMPLETER, CLOS -> false;
            case TRANSMIS_ARS,
                    DEMANDE_MODIFICATION,
                    TRANSMIS_ANS,
                    ACCEPTE,
                    CONVENTION_A_SIGNER,
                    CONVENTION_SIGNEE,
                    CONVENTION_REFUSEE,
                    CONVENTION_EXPIREE,
                    AVANCE_VERSEE,
                    PAYE,
                    REFUSE -> true;
        };
    }

    /** Vrai quand un dossier dont voici les étapes ne mène plus nulle part : l'une est close, aucune n'est entre deux mains. */
    static boolean laisse(Collection<Statut> etapes) {
        return etapes.contains(CLOS)
                && etapes.stream().noneMatch(statut -> switch (statut) {
                    case TRANSMIS_ARS, DEMANDE_MODIFICATION, TRANSMIS_ANS -> true;
                    case A_VENIR,
                            A_COMPLETER,
                            ACCEPTE,
                            CONVENTION_A_SIGNER,
                            CONVENTION_SIGNEE,
                            CONVENTION_REFUSEE,
                            CONVENTION_EXPIREE,
                            AVANCE_VERSEE,
                            PAYE,
                            REFUSE,
                            CLOS -> false;
                });
    }

    /** Celui d'une étape que ce niveau doit vérifier. */
    public static Statut transmis(Niveau niveau) {
        return switch (niveau) {
            case ARS -> TRANSMIS_ARS;
            case ANS -> TRANSMIS_ANS;
        };
    }
}
