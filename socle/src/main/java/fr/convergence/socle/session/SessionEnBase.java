package fr.convergence.socle.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/**
 * Une session, et ce qui en a changé depuis qu'elle fut lue : le dépôt n'écrit que cela.
 *
 * <p>Son dernier accès ne change qu'une fois par {@link Sessions#RETARD} : sans cela, chaque page lue serait une écriture en
 * base, et son attente du disque.
 */
final class SessionEnBase implements Session {

    private final UUID ligne;
    private final Instant ouverteLe;
    private final Supplier<String> hasard;
    private final Map<String, Supplier<Object>> attributs = new TreeMap<>();
    private final SortedSet<String> changes = new TreeSet<>();
    private String temoin;
    private Instant vueLe;
    private Duration duree;
    private boolean neuve;
    private boolean entete;
    private boolean temoinChange;

    private SessionEnBase(
            UUID ligne, String temoin, Instant ouverteLe, Instant vueLe, Duration duree, Supplier<String> hasard) {
        this.ligne = ligne;
        this.temoin = temoin;
        this.ouverteLe = ouverteLe;
        this.vueLe = vueLe;
        this.duree = duree;
        this.hasard = hasard;
    }

    /** @param hasard ce qui tire un témoin */
    static SessionEnBase neuve(UUID ligne, Instant maintenant, Duration duree, Supplier<String> hasard) {
        var session = new SessionEnBase(ligne, hasard.get(), maintenant, maintenant, duree, hasard);
        session.neuve = true;
        return session;
    }

    static SessionEnBase lue(
            UUID ligne, String temoin, Instant ouverteLe, Instant vueLe, Duration duree, Supplier<String> hasard) {
        return new SessionEnBase(ligne, temoin, ouverteLe, vueLe, duree, hasard);
    }

    /** @param valeur déchiffrée à la première lecture : une page n'a pas besoin de tout */
    void relire(String nom, Supplier<Object> valeur) {
        attributs.put(nom, valeur);
    }

    UUID ligne() {
        return ligne;
    }

    boolean neuve() {
        return neuve;
    }

    /** Vrai si le témoin, la durée ou le dernier accès sont à écrire. */
    boolean entete() {
        return entete;
    }

    boolean temoinChange() {
        return temoinChange;
    }

    /** Les noms des attributs posés ou ôtés, dans un ordre que toutes les requêtes suivent. */
    SortedSet<String> changes() {
        return changes;
    }

    void ecrite() {
        neuve = false;
        entete = false;
        temoinChange = false;
        changes.clear();
    }

    @Override
    public String getId() {
        return temoin;
    }

    @Override
    public String changeSessionId() {
        temoin = hasard.get();
        temoinChange = true;
        entete = true;
        return temoin;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T getAttribute(String nom) {
        var valeur = attributs.get(nom);
        return valeur == null ? null : (T) valeur.get();
    }

    @Override
    public Set<String> getAttributeNames() {
        return Set.copyOf(attributs.keySet());
    }

    @Override
    public void setAttribute(String nom, @Nullable Object valeur) {
        if (valeur == null) {
            removeAttribute(nom);
        } else {
            attributs.put(nom, () -> valeur);
            changes.add(nom);
        }
    }

    @Override
    public void removeAttribute(String nom) {
        if (attributs.remove(nom) != null) {
            changes.add(nom);
        }
    }

    @Override
    public Instant getCreationTime() {
        return ouverteLe;
    }

    @Override
    public void setLastAccessedTime(Instant le) {
        if (!le.isBefore(vueLe.plus(Sessions.RETARD))) {
            vueLe = le;
            entete = true;
        }
    }

    @Override
    public Instant getLastAccessedTime() {
        return vueLe;
    }

    @Override
    public void setMaxInactiveInterval(Duration duree) {
        this.duree = duree;
        entete = true;
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return duree;
    }

    /** La base ne rend que celles qui durent encore. */
    @Override
    public boolean isExpired() {
        return false;
    }
}
