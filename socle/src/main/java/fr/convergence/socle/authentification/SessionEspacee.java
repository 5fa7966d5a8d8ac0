package fr.convergence.socle.authentification;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/**
 * Une session qui ne s'écrit que si elle a changé ; son dernier accès, une fois par {@link Sessions#RETARD} au plus.
 *
 * <p>Sans cela, chaque page lue serait une écriture en base, et son attente du disque.
 */
final class SessionEspacee<S extends Session> implements Session {

    private final S session;
    private boolean changee;

    private SessionEspacee(S session, boolean changee) {
        this.session = session;
        this.changee = changee;
    }

    static <S extends Session> SessionEspacee<S> neuve(S session) {
        return new SessionEspacee<>(session, true);
    }

    static <S extends Session> SessionEspacee<S> lue(S session) {
        return new SessionEspacee<>(session, false);
    }

    S session() {
        return session;
    }

    /** Vrai s'il y a de quoi écrire ; faux ensuite, jusqu'au prochain changement. */
    boolean prendreLesChangements() {
        var aEcrire = changee;
        changee = false;
        return aEcrire;
    }

    @Override
    public void setLastAccessedTime(Instant le) {
        if (le.isBefore(session.getLastAccessedTime().plus(Sessions.RETARD))) {
            return;
        }
        changee = true;
        session.setLastAccessedTime(le);
    }

    @Override
    public String changeSessionId() {
        changee = true;
        return session.changeSessionId();
    }

    @Override
    public void setAttribute(String nom, Object valeur) {
        changee = true;
        session.setAttribute(nom, valeur);
    }

    @Override
    public void removeAttribute(String nom) {
        changee = true;
        session.removeAttribute(nom);
    }

    @Override
    public void setMaxInactiveInterval(Duration duree) {
        changee = true;
        session.setMaxInactiveInterval(duree);
    }

    @Override
    public String getId() {
        return session.getId();
    }

    @Override
    public <T> @Nullable T getAttribute(String nom) {
        return session.getAttribute(nom);
    }

    @Override
    public Set<String> getAttributeNames() {
        return session.getAttributeNames();
    }

    @Override
    public Instant getCreationTime() {
        return session.getCreationTime();
    }

    @Override
    public Instant getLastAccessedTime() {
        return session.getLastAccessedTime();
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return session.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return session.isExpired();
    }
}
