package fr.convergence.portail.instruction;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tient la place des éditions transmises jusqu'à ce que le paquet des candidatures les donne. */
@Component
final class EnAttendantLesEditions implements Transmissions {

    @Override
    public List<Transmission> de(UUID etape) {
        return List.of();
    }
}
