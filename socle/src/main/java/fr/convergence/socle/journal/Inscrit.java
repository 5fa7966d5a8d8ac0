package fr.convergence.socle.journal;

import java.util.Map;

/** Un fait que le journal garde : chaque site dit les siens. */
public interface Inscrit {

    /** Son nom au journal, au participe passé : « etape-transmise ». Il ne change plus. */
    String code();

    /** Ce qu'il dit, mot par mot : la forme que le journal scelle. */
    Map<String, String> detail();
}
