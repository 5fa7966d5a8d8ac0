package fr.convergence.isc.kbis;

import fr.convergence.isc.kbis.LectureDeKbis.Lu;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Ce qu’on répond à qui a déposé un Kbis (guide de 2023, « Votre entreprise »). */
public sealed interface ControleDuKbis {

    /** Guide de 2023 : « un Kbis de moins de 3 mois » ; le jour même du troisième mois en est encore. */
    int MOIS = 3;

    /** Rien ne s’y oppose. */
    record Conforme(Kbis kbis, Mandataire mandataire) implements ControleDuKbis {}

    /** On peut continuer ; une personne le lira. */
    record AVerifier(Optional<Kbis> kbis, Set<Doute> doutes) implements ControleDuKbis {

        public AVerifier {
            doutes = Set.copyOf(doutes);
        }
    }

    record Refuse(Raison raison, Optional<Kbis> kbis) implements ControleDuKbis {}

    enum Doute {
        /** Une image : rien ne s’en lit. */
        NUMERISE,
        /** Une mise en page qu’on ne connaît pas. */
        INCOMPLET,
        /** Le nom y est peut-être. */
        NOM,
        /** Le nom y est, dans une qualité qui n’engage pas l’entreprise. */
        QUALITE,
        /** Une date à venir. */
        DATE,
        RADIEE
    }

    enum Raison {
        PAS_UN_KBIS,
        CHIFFRE,
        TROP_DE_PAGES,
        ILLISIBLE,
        TROP_ANCIEN,
        NOM_ABSENT
    }

    /** @param aujourdHui à Paris */
    static ControleDuKbis de(LectureDeKbis lecture, String prenom, String nom, LocalDate aujourdHui) {
        return switch (lecture) {
            case Lu lu -> juger(lu, new Rapprochement(prenom, nom), aujourdHui);
            case LectureDeKbis.Numerise _ -> new AVerifier(Optional.empty(), Set.of(Doute.NUMERISE));
            case LectureDeKbis.PasUnKbis _ -> new Refuse(Raison.PAS_UN_KBIS, Optional.empty());
            case LectureDeKbis.Chiffre _ -> new Refuse(Raison.CHIFFRE, Optional.empty());
            case LectureDeKbis.TropDePages _ -> new Refuse(Raison.TROP_DE_PAGES, Optional.empty());
            case LectureDeKbis.Illisible _ -> new Refuse(Raison.ILLISIBLE, Optional.empty());
        };
    }

    private static ControleDuKbis juger(Lu lu, Rapprochement declare, LocalDate aujourdHui) {
        var kbis = lu.kbis();
        if (kbis.date()
                .filter(jour -> jour.plusMonths(MOIS).isBefore(aujourdHui))
                .isPresent()) {
            return new Refuse(Raison.TROP_ANCIEN, Optional.of(kbis));
        }
        var reconnu = reconnu(kbis, declare);
        var doutes = EnumSet.noneOf(Doute.class);
        if (reconnu.isEmpty()) {
            if (!kbis.mandataires().isEmpty() && !plausible(lu, declare)) {
                return new Refuse(Raison.NOM_ABSENT, Optional.of(kbis));
            }
            doutes.add(Doute.NOM);
        }
        reconnu.filter(mandataire -> !mandataire.engage()).ifPresent(_ -> doutes.add(Doute.QUALITE));
        if (!kbis.complet()) {
            doutes.add(Doute.INCOMPLET);
        }
        if (kbis.date().filter(aujourdHui::isBefore).isPresent()) {
            doutes.add(Doute.DATE);
        }
        if (kbis.radiee()) {
            doutes.add(Doute.RADIEE);
        }
        return doutes.isEmpty() ? new Conforme(kbis, reconnu.orElseThrow()) : new AVerifier(Optional.of(kbis), doutes);
    }

    /** Celle de ses qualités qui engage l’entreprise, s’il en a plusieurs. */
    private static Optional<Mandataire> reconnu(Kbis kbis, Rapprochement declare) {
        var siens = kbis.mandataires().stream()
                .filter(mandataire -> declare.avec(mandataire.nom()) == Ressemblance.RECONNU)
                .toList();
        return siens.stream()
                .filter(Mandataire::engage)
                .findFirst()
                .or(() -> siens.stream().findFirst());
    }

    private static boolean plausible(Lu lu, Rapprochement declare) {
        return declare.seLitDans(lu.texte())
                || lu.kbis().mandataires().stream()
                        .anyMatch(mandataire -> declare.avec(mandataire.nom()) == Ressemblance.DOUTEUX);
    }
}
