package fr.convergence.socle.cledacces;

import fr.convergence.socle.cledacces.Porteurs.Porteur;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** Les clés publiques de l'équipe ; la cérémonie WebAuthn les lit et les tient à jour. */
@Component
final class ClesDAcces implements UserCredentialRepository {

    private static final String COLONNES = """
            select identifiant, compte, nom, cle_publique, compteur, verifiee, transports, sauvegardable, sauvegardee,
                attestation, client, creee_le, employee_le
            from cledacces_cle
            """;

    private final JdbcClient base;

    ClesDAcces(JdbcClient base) {
        this.base = base;
    }

    List<CleDAcces> duCompte(UUID compte) {
        return duTitulaire(compte).stream()
                .map(cle -> new CleDAcces(
                        cle.getCredentialId().toBase64UrlString(), cle.getLabel(), cle.getCreated(), employeeLe(cle)))
                .toList();
    }

    /** La cérémonie note la création comme un premier emploi. */
    private static Optional<Instant> employeeLe(CredentialRecord cle) {
        return Optional.of(cle.getLastUsed()).filter(emploi -> emploi.isAfter(cle.getCreated()));
    }

    /** Retire une clé de ce compte ; faux s'il n'a pas cette clé. */
    boolean retirer(UUID compte, String identifiant) {
        return base.sql("delete from cledacces_cle where compte = ? and identifiant = ?")
                        .params(compte, octets(identifiant))
                        .update()
                == 1;
    }

    void retirerToutes(UUID compte) {
        base.sql("delete from cledacces_cle where compte = ?").param(compte).update();
    }

    @Override
    public void delete(Bytes identifiant) {
        base.sql("delete from cledacces_cle where identifiant = ?")
                .param(identifiant.getBytes())
                .update();
    }

    /**
     * Range une clé neuve, ou ce que sa dernière signature en dit. La bibliothèque ne compare pas le compteur à celui gardé :
     * c'est fait ici, d'un seul geste, pour que deux copies d'une clé n'entrent pas à la fois (WebAuthn niveau 2, § 7.2, 21).
     *
     * @throws CleCopiee si le compteur n'avance pas, ou si la clé est à quelqu'un d'autre
     */
    @Override
    public void save(CredentialRecord cle) {
        var gardees = base.sql("""
                insert into cledacces_cle (identifiant, compte, nom, cle_publique, compteur, verifiee, transports,
                    sauvegardable, sauvegardee, attestation, client, creee_le, employee_le)
                values (:identifiant, :compte, :nom, :clePublique, :compteur, :verifiee, :transports, :sauvegardable,
                    :sauvegardee, :attestation, :client, :creeeLe, :employeeLe)
                on conflict (identifiant) do update
                set compteur = excluded.compteur, verifiee = excluded.verifiee, sauvegardee = excluded.sauvegardee,
                    employee_le = excluded.employee_le
                where cledacces_cle.compte = excluded.compte
                    and (excluded.compteur > cledacces_cle.compteur
                        or excluded.compteur = 0 and cledacces_cle.compteur = 0)
                """)
                .param("identifiant", cle.getCredentialId().getBytes())
                .param("compte", Porteur.compte(cle.getUserEntityUserId()))
                .param("nom", cle.getLabel())
                .param("clePublique", cle.getPublicKey().getBytes())
                .param("compteur", cle.getSignatureCount())
                .param("verifiee", cle.isUvInitialized())
                .param("transports", transports(cle.getTransports()))
                .param("sauvegardable", cle.isBackupEligible())
                .param("sauvegardee", cle.isBackupState())
                .param("attestation", octets(cle.getAttestationObject()))
                .param("client", octets(cle.getAttestationClientDataJSON()))
                .param("creeeLe", Timestamp.from(cle.getCreated()))
                .param("employeeLe", Timestamp.from(cle.getLastUsed()))
                .update();
        if (gardees == 0) {
            throw new CleCopiee();
        }
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes identifiant) {
        return base.sql(COLONNES + "where identifiant = ?")
                .param(identifiant.getBytes())
                .query((ligne, rang) -> lire(ligne))
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes porteur) {
        return duTitulaire(Porteur.compte(porteur));
    }

    private List<CredentialRecord> duTitulaire(UUID compte) {
        return base.sql(COLONNES + "where compte = ? order by creee_le")
                .param(compte)
                .query((ligne, rang) -> lire(ligne))
                .list();
    }

    private static CredentialRecord lire(ResultSet ligne) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(ligne.getBytes("identifiant")))
                .userEntityUserId(Porteur.identifiant(ligne.getObject("compte", UUID.class)))
                .label(ligne.getString("nom"))
                .publicKey(new ImmutablePublicKeyCose(ligne.getBytes("cle_publique")))
                .signatureCount(ligne.getLong("compteur"))
                .uvInitialized(ligne.getBoolean("verifiee"))
                .transports(transports(ligne.getString("transports")))
                .backupEligible(ligne.getBoolean("sauvegardable"))
                .backupState(ligne.getBoolean("sauvegardee"))
                .attestationObject(new Bytes(ligne.getBytes("attestation")))
                .attestationClientDataJSON(new Bytes(ligne.getBytes("client")))
                .created(ligne.getTimestamp("creee_le").toInstant())
                .lastUsed(ligne.getTimestamp("employee_le").toInstant())
                .build();
    }

    private static String transports(Set<AuthenticatorTransport> transports) {
        return transports.stream()
                .map(AuthenticatorTransport::getValue)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static Set<AuthenticatorTransport> transports(String texte) {
        return Arrays.stream(texte.split(" "))
                .filter(nom -> !nom.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
    }

    private static byte[] octets(@Nullable Bytes bytes) {
        return bytes == null ? new byte[0] : bytes.getBytes();
    }

    /** Ce qui n'est pas du base64 ne désigne aucune clé. */
    private static byte[] octets(String identifiant) {
        try {
            return Bytes.fromBase64(identifiant).getBytes();
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    /** Cette clé n'est pas celle qui a été rangée, ou elle existe en double. */
    static final class CleCopiee extends RuntimeException {

        CleCopiee() {
            super("Le compteur n’avance pas : la clé est copiée, ou ce n’est pas la sienne");
        }
    }
}
