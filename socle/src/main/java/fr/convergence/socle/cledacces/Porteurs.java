package fr.convergence.socle.cledacces;

import fr.convergence.socle.personne.Personne;
import fr.convergence.socle.personne.Personnes;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** Qui porte une clé : un compte de l'équipe. Rien n'est rangé ici, les personnes le sont déjà. */
@Component
final class Porteurs implements PublicKeyCredentialUserEntityRepository {

    /** L'identifiant du compte sous la forme qu'une clé retient. */
    static final class Porteur {

        private Porteur() {}

        static Bytes identifiant(UUID compte) {
            return new Bytes(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(compte.getMostSignificantBits())
                    .putLong(compte.getLeastSignificantBits())
                    .array());
        }

        static UUID compte(Bytes identifiant) {
            var octets = ByteBuffer.wrap(identifiant.getBytes());
            return new UUID(octets.getLong(), octets.getLong());
        }
    }

    private final Personnes personnes;

    Porteurs(Personnes personnes) {
        this.personnes = personnes;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes identifiant) {
        return porteurActif(Porteur.compte(identifiant));
    }

    /** @param nom celui d'une personne connectée : l'identifiant de son compte */
    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String nom) {
        return porteurActif(UUID.fromString(nom));
    }

    @Override
    public void save(PublicKeyCredentialUserEntity porteur) {
        throw new UnsupportedOperationException("Un compte ne se crée pas en créant une clé");
    }

    @Override
    public void delete(Bytes identifiant) {
        throw new UnsupportedOperationException("Un compte ne se supprime pas en retirant une clé");
    }

    private @Nullable PublicKeyCredentialUserEntity porteurActif(UUID compte) {
        return Optional.of(compte)
                .flatMap(personnes::titulaire)
                .filter(Personne::active)
                .map(Porteurs::porteur)
                .orElse(null);
    }

    /** Le nom et l'adresse sont montrés par le navigateur à qui choisit entre ses clés. */
    private static PublicKeyCredentialUserEntity porteur(Personne compte) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(Porteur.identifiant(compte.id()))
                .name(compte.nomUtilisateur().valeur())
                .displayName(compte.nomComplet())
                .build();
    }
}
