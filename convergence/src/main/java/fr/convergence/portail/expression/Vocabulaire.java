package fr.convergence.portail.expression;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Les variables qu'une expression peut citer. */
public final class Vocabulaire {

    private final Map<String, Mot> mots;

    private Vocabulaire(Map<String, Mot> mots) {
        this.mots = Collections.unmodifiableMap(mots);
    }

    public static Vocabulaire de(Mot... mots) {
        return new Vocabulaire(Map.of()).plus(Arrays.asList(mots));
    }

    public Vocabulaire plus(Collection<Mot> autres) {
        var tous = new LinkedHashMap<>(mots);
        autres.forEach(mot -> tous.put(mot.nom(), mot));
        return new Vocabulaire(tous);
    }

    public Optional<Mot> mot(String nom) {
        return Optional.ofNullable(mots.get(nom));
    }

    public Collection<Mot> mots() {
        return mots.values();
    }
}
