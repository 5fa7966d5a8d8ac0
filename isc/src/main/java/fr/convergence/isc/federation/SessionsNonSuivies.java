package fr.convergence.isc.federation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.stereotype.Component;

/** Spring Security suivrait les sessions dans la mémoire de chaque nœud : elles sont dans la base, et sous un autre nom ailleurs. */
@Component
final class SessionsNonSuivies implements SessionRegistry {

    @Override
    public List<Object> getAllPrincipals() {
        return List.of();
    }

    @Override
    public List<SessionInformation> getAllSessions(Object personne, boolean finies) {
        return List.of();
    }

    @Override
    public @Nullable SessionInformation getSessionInformation(String session) {
        return null;
    }

    @Override
    public void refreshLastRequest(String session) {}

    @Override
    public void registerNewSession(String session, Object personne) {}

    @Override
    public void removeSessionInformation(String session) {}
}
