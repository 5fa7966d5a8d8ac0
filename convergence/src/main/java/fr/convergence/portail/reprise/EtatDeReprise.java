package fr.convergence.portail.reprise;

import fr.convergence.socle.page.Etiquette.Ton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Où en est une demande de reprise ; aucun état fini ne se quitte. */
sealed interface EtatDeReprise {

    /** Le nom stable d'un état, en base. */
    enum Code {
        DEMANDEE,
        A_TRANCHER,
        ACCORDEE,
        REJETEE,
        RETIREE,
        SANS_OBJET;

        String sql() {
            return "'" + name() + "'";
        }
    }

    /** Ceux où quelqu'un doit répondre, comme les index les écrivent. */
    String OUVERTS = "(" + Code.DEMANDEE.sql() + ", " + Code.A_TRANCHER.sql() + ")";

    /**
     * Son référent peut répondre.
     *
     * @param jusqu le premier instant où il est trop tard pour refuser
     */
    record Demandee(Instant jusqu) implements EtatDeReprise {}

    /**
     * C'est à l'opérateur.
     *
     * @param refus ce que le référent en a dit ; vide s'il s'est tu, ou ne peut plus répondre
     */
    record ATrancher(Instant depuis, Optional<String> refus) implements EtatDeReprise {}

    /** @param motif celui de l'opérateur, quand c'est lui */
    record Accordee(Instant le, Optional<String> motif) implements EtatDeReprise {}

    record Rejetee(Instant le, String motif) implements EtatDeReprise {}

    /** Qui la faisait n'en veut plus. */
    record Retiree(Instant le) implements EtatDeReprise {}

    /** Le dossier est passé à quelqu'un d'autre, ou qui la faisait ne représente plus l'établissement. */
    record SansObjet(Instant le) implements EtatDeReprise {}

    default Code code() {
        return switch (this) {
            case Demandee _ -> Code.DEMANDEE;
            case ATrancher _ -> Code.A_TRANCHER;
            case Accordee _ -> Code.ACCORDEE;
            case Rejetee _ -> Code.REJETEE;
            case Retiree _ -> Code.RETIREE;
            case SansObjet _ -> Code.SANS_OBJET;
        };
    }

    default boolean ouverte() {
        return switch (this) {
            case Demandee _, ATrancher _ -> true;
            case Accordee _, Rejetee _, Retiree _, SansObjet _ -> false;
        };
    }

    /** Le référent peut encore dire non ; oui, il le peut tant que personne n'a tranché. */
    default boolean refusable(Instant maintenant) {
        return this instanceof Demandee(var jusqu) && maintenant.isBefore(jusqu);
    }

    /** C'est à l'opérateur : le délai passe à son heure, sans attendre le travail de fond qui l'écrit. */
    default boolean tranchable(Instant maintenant) {
        return this instanceof ATrancher || this instanceof Demandee(var jusqu) && !maintenant.isBefore(jusqu);
    }

    default Ton ton() {
        return switch (this) {
            case Demandee _, ATrancher _ -> Ton.INFORMATION;
            case Accordee _ -> Ton.SUCCES;
            case Rejetee _ -> Ton.ERREUR;
            case Retiree _, SansObjet _ -> Ton.NEUTRE;
        };
    }

    static EtatDeReprise lire(ResultSet ligne) throws SQLException {
        var depuis = ligne.getTimestamp("depuis").toInstant();
        var motif = Optional.ofNullable(ligne.getString("motif"));
        return switch (Code.valueOf(ligne.getString("etat"))) {
            case DEMANDEE -> new Demandee(ligne.getTimestamp("jusqu").toInstant());
            case A_TRANCHER -> new ATrancher(depuis, Optional.ofNullable(ligne.getString("refus")));
            case ACCORDEE -> new Accordee(depuis, motif);
            case REJETEE -> new Rejetee(depuis, motif.orElse(""));
            case RETIREE -> new Retiree(depuis);
            case SANS_OBJET -> new SansObjet(depuis);
        };
    }
}
