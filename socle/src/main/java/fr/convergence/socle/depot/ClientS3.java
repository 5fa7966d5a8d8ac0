package fr.convergence.socle.depot;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;

/** Le client S3, borné dans le temps, et ses échecs dits dans les mots du dépôt. */
final class ClientS3 {

    private static final Duration CONNEXION = Duration.ofSeconds(5);
    private static final int ESSAIS = 3;
    private static final int ABSENT = 404;

    /** Une demande à S3, qui peut échouer. */
    interface Demande<T> {
        T faire() throws IOException;
    }

    private ClientS3() {}

    /**
     * Ni bloc signé au fil de l'eau, ni somme en fin de corps, que tous les magasins ne comprennent pas : chaque corps est un
     * fichier, sa somme est dans l'en-tête.
     */
    static S3Client ouvrir(ReglagesS3 reglages) {
        var vide = ProfileFile.aggregator().build();
        var client = S3Client.builder()
                .region(Region.of(reglages.region()))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(reglages.cle(), reglages.secret())))
                .forcePathStyle(reglages.chemin())
                .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false)
                        .expectContinueEnabled(false)
                        .profileFile(() -> vide))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNEXION)
                        .socketTimeout(reglages.delai()))
                .overrideConfiguration(surcharge -> surcharge
                        .defaultProfileFile(vide)
                        .retryStrategy(StandardRetryStrategy.builder()
                                .maxAttempts(ESSAIS)
                                .build())
                        .apiCallAttemptTimeout(reglages.delai())
                        .apiCallTimeout(reglages.delai().multipliedBy(ESSAIS)));
        if (reglages.adresse() != null) {
            client.endpointOverride(reglages.adresse());
        }
        return client.build();
    }

    /**
     * @param objet de qui la demande parle
     * @throws NoSuchFileException s'il n'y est pas
     * @throws DepotIndisponible pour tout autre échec
     */
    static <T> T demander(String objet, Demande<T> demande) throws IOException {
        try {
            return demande.faire();
        } catch (AwsServiceException refus) {
            var code = refus.awsErrorDetails() == null
                    ? ""
                    : String.valueOf(refus.awsErrorDetails().errorCode());
            if (refus.statusCode() == ABSENT && !code.equals("NoSuchBucket")) {
                throw (NoSuchFileException) new NoSuchFileException(objet).initCause(refus);
            }
            throw new DepotIndisponible("Le dépôt S3 refuse : %d %s".formatted(refus.statusCode(), code), refus);
        } catch (SdkException panne) {
            throw new DepotIndisponible("Le dépôt S3 ne répond pas" + pourquoi(panne), panne);
        }
    }

    /** Ce que le client en dit est en anglais : l'exploitant en lit la raison en français, le journal garde le reste. */
    private static String pourquoi(SdkException panne) {
        for (Throwable cause = panne; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _, SocketTimeoutException _ -> {
                    return " dans le délai réglé";
                }
                case UnknownHostException _ -> {
                    return " : le nom de son adresse est inconnu";
                }
                case ConnectException _ -> {
                    return " : la connexion est refusée";
                }
                case SSLException _ -> {
                    return " : son certificat n’est pas accepté";
                }
                default -> {}
            }
        }
        return "";
    }
}
