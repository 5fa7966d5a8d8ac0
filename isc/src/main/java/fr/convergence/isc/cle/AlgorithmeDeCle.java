package fr.convergence.isc.cle;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/** Ce dont le site signe ; un service choisit l'un des deux. */
public enum AlgorithmeDeCle {
    RS256 {
        @Override
        JWK nouvelle(String kid) throws JOSEException {
            return new RSAKeyGenerator(2048)
                    .keyID(kid)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        }
    },
    ES256 {
        @Override
        JWK nouvelle(String kid) throws JOSEException {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(kid)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
        }
    };

    abstract JWK nouvelle(String kid) throws JOSEException;
}
