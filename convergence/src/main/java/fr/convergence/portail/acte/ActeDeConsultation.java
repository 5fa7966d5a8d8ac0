package fr.convergence.portail.acte;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** La lecture de ce qui n'est pas à tous : elle laisse une trace. */
public sealed interface ActeDeConsultation extends Acte {

    /** Un fichier ouvert (PCE-5). */
    record PieceTelechargee(UUID fichier, String empreinte) implements ActeDeConsultation {}

    /** Un dossier emporté entier, en PDF ou avec ses pièces (DOS-10). */
    record DossierCopie() implements ActeDeConsultation {}

    /** Les identifiants des conteneurs d'une question (ZED-2). */
    record IdentifiantsLus(String question) implements ActeDeConsultation {}

    /**
     * Des dossiers emportés d'un coup par un vérificateur (INSTR-7).
     *
     * @param filtres ceux de la liste, et ce qui en est pris
     * @param lignes combien d'étapes, ou de fichiers
     */
    record ExportFait(String nom, String filtres, long lignes, String sha256) implements ActeDeConsultation {}

    record ExportTelecharge(String nom, String sha256) implements ActeDeConsultation {}

    /**
     * Le fichier du comptable, comptes bancaires compris (INSTR-6).
     *
     * @param guichet absent s'il les a tous
     * @param selon ce que la période borne ; absent des actes d'avant qu'on ne le dise
     */
    record PaiementsExportes(
            Optional<String> guichet, Optional<String> selon, Optional<LocalDate> du, Optional<LocalDate> au)
            implements ActeDeConsultation {}

    /** Le support a lu la fiche d'un référent. */
    record ReferentConsulte() implements ActeDeConsultation {}
}
