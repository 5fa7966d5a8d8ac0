package fr.convergence.portail.conteneur;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.AesVersion;
import net.lingala.zip4j.model.enums.EncryptionMethod;

/**
 * Le conteneur intégré (ZED-2) : une archive ZIP chiffrée en AES-256, que 7-Zip ouvre et complète. Elle se refait à chaque
 * téléchargement, du même mot de passe.
 */
final class ArchiveVide {

    static final String CONSIGNE = "LISEZ-MOI.txt";

    private ArchiveVide() {}

    /** @param consigne ce que lit qui l'ouvre ; une archive a au moins un fichier */
    static void ecrire(OutputStream sortie, Identifiants identifiants, String consigne) throws IOException {
        var reglages = new ZipParameters();
        reglages.setFileNameInZip(CONSIGNE);
        reglages.setEncryptFiles(true);
        reglages.setEncryptionMethod(EncryptionMethod.AES);
        reglages.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
        reglages.setAesVersion(AesVersion.TWO);
        try (var archive = new ZipOutputStream(sortie, identifiants.motDePasse().toCharArray())) {
            archive.putNextEntry(reglages);
            archive.write(consigne.getBytes(UTF_8));
            archive.closeEntry();
        }
    }
}
