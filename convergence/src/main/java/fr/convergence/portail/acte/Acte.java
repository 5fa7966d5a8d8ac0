package fr.convergence.portail.acte;

import fr.convergence.socle.journal.Inscrit;
import fr.convergence.socle.journal.LigneDuJournal;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Un fait que le journal garde (AUD-1). Ses composantes sont ce que le journal en dit, sous leur nom : une de plus, ou une
 * autre, est une autre forme, et les lignes d'avant ne se relisent plus que par leurs mots.
 */
public sealed interface Acte extends Inscrit permits ActeDuDossier, ActeDuCompte, ActeDeConsultation, ActeDuSupport {

    @Override
    default String code() {
        return FormeDesActes.code(this);
    }

    @Override
    default SortedMap<String, String> detail() {
        return FormeDesActes.detail(this);
    }

    /** Celui qu'une ligne raconte ; vide quand elle est d'une forme qui ne se lit plus. */
    static Optional<Acte> lire(LigneDuJournal ligne) {
        return FormeDesActes.lire(ligne.acte(), ligne.detail());
    }

    /** Ceux de tous les actes. */
    static Set<String> codes() {
        return FormeDesActes.CODES.keySet();
    }
}
