package fr.convergence.portail.acte;

import fr.convergence.socle.journal.Inscrit;
import fr.convergence.socle.journal.LigneDuJournal;
import fr.convergence.socle.personne.ActeDePersonne;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Un fait que le journal garde (AUD-1). Ses composantes sont ce que le journal en dit, sous leur nom : une de plus, ou une
 * autre, est une autre forme, et les lignes d'avant ne se relisent plus que par leurs mots.
 */
public sealed interface Acte extends Inscrit permits ActeDuDossier, ActeDuCompte, ActeDeConsultation, ActeDuSupport {

    @Override
    default String code() {
        return CodesDesActes.FORME.code(this);
    }

    @Override
    default SortedMap<String, String> detail() {
        return CodesDesActes.FORME.detail(this);
    }

    /** Celui qu'une ligne raconte ; vide quand elle est d'une forme qui ne se lit plus. */
    static Optional<Acte> lire(LigneDuJournal ligne) {
        return CodesDesActes.FORME.lire(ligne.acte(), ligne.detail());
    }

    /** Ceux de tous les actes que le portail écrit : les siens, et ceux de toute personne. */
    static Set<String> codes() {
        return Stream.concat(CodesDesActes.FORME.codes().stream(), ActeDePersonne.codes().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
