package fr.convergence.socle.acces;

import fr.convergence.socle.session.FormeDesAttributs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;

/**
 * Un attribut de session tel que la base le garde.
 *
 * <p>La personne connectée et le jeton anti-rejeu, que chaque page relit, ont une forme à eux. Tout autre attribut garde
 * celle de Java.
 */
@Component
final class AttributEnOctets implements FormeDesAttributs {

    /** Une forme de Java commence par 0xAC (spécification « Java Object Serialization », 6.4.2) : ces deux-là, non. */
    private static final byte PERSONNE = 1;

    private static final byte JETON = 2;

    private final SerializingConverter enJava = new SerializingConverter();
    private final DeserializingConverter deJava = new DeserializingConverter(AttributEnOctets.class.getClassLoader());
    private final EntreeDuSite entree;

    AttributEnOctets(EntreeDuSite entree) {
        this.entree = entree;
    }

    @Override
    public byte[] ecrire(Object attribut) {
        var personne = personne(attribut);
        if (personne.isPresent()) {
            return ecrits(sortie -> ecrire(sortie, personne.get()));
        }
        return attribut instanceof DefaultCsrfToken jeton
                ? ecrits(sortie -> ecrire(sortie, jeton))
                : enJava.convert(attribut);
    }

    @Override
    public Object lire(byte[] octets) {
        return switch (octets.length == 0 ? 0 : octets[0]) {
            case PERSONNE -> lu(octets, this::lirePersonne);
            case JETON -> lu(octets, AttributEnOctets::lireJeton);
            default -> deJava.convert(octets);
        };
    }

    @Override
    public Optional<UUID> titulaire(Object attribut) {
        return attribut instanceof SecurityContext contexte
                        && contexte.getAuthentication() != null
                        && contexte.getAuthentication().getPrincipal() instanceof PersonneConnectee personne
                ? Optional.of(personne.compte())
                : Optional.empty();
    }

    /** La personne que porte ce contexte, s'il ne dit rien d'autre : qui ouvre une session les fait ainsi. */
    private static Optional<PersonneConnectee> personne(Object attribut) {
        return attribut instanceof SecurityContext contexte
                        && contexte.getAuthentication() instanceof UsernamePasswordAuthenticationToken preuve
                        && preuve.getPrincipal() instanceof PersonneConnectee personne
                        && preuve.equals(preuve(personne))
                ? Optional.of(personne)
                : Optional.empty();
    }

    private static UsernamePasswordAuthenticationToken preuve(PersonneConnectee personne) {
        return UsernamePasswordAuthenticationToken.authenticated(personne, null, List.of());
    }

    private void ecrire(DataOutputStream sortie, PersonneConnectee personne) throws IOException {
        sortie.writeByte(PERSONNE);
        entree.ecrire(sortie, personne);
    }

    private SecurityContext lirePersonne(DataInputStream octets) throws IOException {
        return new SecurityContextImpl(preuve(entree.lire(octets)));
    }

    private static void ecrire(DataOutputStream sortie, CsrfToken jeton) throws IOException {
        sortie.writeByte(JETON);
        sortie.writeUTF(jeton.getHeaderName());
        sortie.writeUTF(jeton.getParameterName());
        sortie.writeUTF(jeton.getToken());
    }

    private static CsrfToken lireJeton(DataInputStream entree) throws IOException {
        return new DefaultCsrfToken(entree.readUTF(), entree.readUTF(), entree.readUTF());
    }

    private static byte[] ecrits(Ecriture ecriture) {
        var octets = new ByteArrayOutputStream();
        try {
            ecriture.dans(new DataOutputStream(octets));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    private static Object lu(byte[] octets, Lecture lecture) {
        try {
            return lecture.de(new DataInputStream(new ByteArrayInputStream(octets, 1, octets.length - 1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Ecriture {
        void dans(DataOutputStream sortie) throws IOException;
    }

    private interface Lecture {
        Object de(DataInputStream entree) throws IOException;
    }
}
