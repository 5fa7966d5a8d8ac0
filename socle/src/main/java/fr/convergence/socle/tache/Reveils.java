package fr.convergence.socle.tache;

import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Fait passer un travail dès que ce qui lui donne à faire est écrit, sans attendre son heure. Un nœud sans travaux de fond ne
 * réveille personne : les autres passent à l'heure dite.
 */
@Component
public final class Reveils {

    private static final Consumer<String> PERSONNE = _ -> {};

    private volatile Consumer<String> passage = PERSONNE;

    /** @param travail le nom de sa {@link TachePeriodique} */
    public void apresTransaction(String travail) {
        ApresTransaction.faire(() -> passage.accept(travail));
    }

    void vers(Consumer<String> passage) {
        this.passage = passage;
    }

    void versPersonne() {
        passage = PERSONNE;
    }
}
