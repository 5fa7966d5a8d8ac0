package fr.convergence.parcours;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import tools.jackson.databind.json.JsonMapper;

/** La base et les clés de l'exploitant : de quoi lire un contrôle de sécurité que seul un humain lirait à l'écran. */
final class Base {

    private final DataSource source;
    private final Path cles;

    Base(DataSource source, Path cles) {
        this.source = source;
        this.cles = cles;
    }

    /** Les quatre caractères d'un contrôle de sécurité. */
    String captcha(String id) {
        try (var connexion = source.getConnection();
                var requete = connexion.prepareStatement("select texte_scelle from captcha where id = ?")) {
            requete.setObject(1, UUID.fromString(id));
            try (var lignes = requete.executeQuery()) {
                lignes.next();
                var clair = coffre().decrypt(lignes.getBytes(1), ("captcha/" + id).getBytes(StandardCharsets.UTF_8));
                return new String(clair, StandardCharsets.UTF_8);
            }
        } catch (SQLException | GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String texte(String sql, Object... parametres) {
        try (var connexion = source.getConnection();
                var requete = connexion.prepareStatement(sql)) {
            for (var i = 0; i < parametres.length; i++) {
                requete.setObject(i + 1, parametres[i]);
            }
            try (var lignes = requete.executeQuery()) {
                return lignes.next() ? lignes.getString(1) : "";
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ce que seul le temps ferait : vieillir un lien, une session. */
    void changer(String sql, Object... parametres) {
        try (var connexion = source.getConnection();
                var requete = connexion.prepareStatement(sql)) {
            for (var i = 0; i < parametres.length; i++) {
                requete.setObject(i + 1, parametres[i]);
            }
            requete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Aead coffre() throws GeneralSecurityException, IOException {
        AeadConfig.register();
        var json = JsonMapper.shared()
                .readTree(Files.readString(cles))
                .path("coffre")
                .toString();
        return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get())
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }
}
