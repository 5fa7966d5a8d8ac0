package fr.convergence.socle.signature;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Date;

/** Scelle un PDF avec le certificat de la plateforme (PAdES B-B) : un octet changé après lui se voit. */
public final class Cachet {

    private final CleDeSignature cle;
    private final SignatureAlgorithm algorithme;

    Cachet(CleDeSignature cle) {
        this.cle = cle;
        this.algorithme = SignatureAlgorithm.getAlgorithm(
                EncryptionAlgorithm.forKey(cle.certificat().getPublicKey()), DigestAlgorithm.SHA256);
    }

    /** Au nom de qui la plateforme scelle : le sujet de son certificat. */
    public String titulaire() {
        return cle.certificat().getSubjectX500Principal().getName();
    }

    /** Le numéro de série du certificat, en hexadécimal. */
    public String serie() {
        return cle.certificat().getSerialNumber().toString(16);
    }

    /** @param raison ce que le lecteur de PDF dira du cachet */
    public byte[] sceller(byte[] pdf, String raison, Instant le) {
        var parametres = parametres(raison, le);
        var service = new PAdESService(new CommonCertificateVerifier());
        var document = new InMemoryDocument(pdf);
        var aSigner = service.getDataToSign(document, parametres);
        var signe = service.signDocument(document, parametres, signer(aSigner.getBytes()));
        return DSSUtils.toByteArray(signe);
    }

    private PAdESSignatureParameters parametres(String raison, Instant le) {
        var parametres = new PAdESSignatureParameters();
        parametres.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parametres.setSigningCertificate(new CertificateToken(cle.certificat()));
        parametres.setCertificateChain(
                cle.chaine().stream().map(CertificateToken::new).toList());
        parametres.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parametres.bLevel().setSigningDate(Date.from(le));
        parametres.setReason(raison);
        return parametres;
    }

    private SignatureValue signer(byte[] octets) {
        try {
            var signature = Signature.getInstance(algorithme.getJCEId());
            signature.initSign(cle.privee());
            signature.update(octets);
            return new SignatureValue(algorithme, signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
